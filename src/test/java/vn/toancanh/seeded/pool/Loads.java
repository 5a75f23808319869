package vn.toancanh.seeded.pool;

import uk.co.caprica.vlcj.player.base.MediaPlayer;

/** Breaks "libVLC only in the decoder". */
record Loads(MediaPlayer player) {}
