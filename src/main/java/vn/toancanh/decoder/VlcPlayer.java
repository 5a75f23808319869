package vn.toancanh.decoder;

import com.sun.jna.Pointer;
import uk.co.caprica.vlcj.binding.internal.libvlc_media_player_t;
import uk.co.caprica.vlcj.binding.internal.libvlc_media_t;
import uk.co.caprica.vlcj.binding.lib.LibVlc;
import uk.co.caprica.vlcj.media.Media;

/**
 * A libVLC player without ears. vlcj's own player object listens to every event of its player through JNA, each time on a
 * thread that must be attached first and with a structure read by reflection: with eighteen streams in a worker, that was a
 * seventh of all it did. What we need to know of a player comes with its pictures. Lane: VLC, and the thread that stops it.
 */
final class VlcPlayer {
    private final libvlc_media_player_t player;
    private final libvlc_media_t medium;

    private VlcPlayer(libvlc_media_player_t player, libvlc_media_t medium) {
        this.player = player;
        this.medium = medium;
    }

    /** A player for this medium, which it keeps for itself. */
    static VlcPlayer of(Media media) {
        libvlc_media_player_t player = LibVlc.libvlc_media_player_new_from_media(media.mediaInstance());
        if (player == null) {
            throw new IllegalStateException("libVLC has no player left");
        }
        LibVlc.libvlc_media_retain(media.mediaInstance());
        return new VlcPlayer(player, media.mediaInstance());
    }

    /** Where libVLC keeps it. */
    long address() {
        return Pointer.nativeValue(player.getPointer());
    }

    /** Starts its threads. */
    void play() {
        if (LibVlc.libvlc_media_player_play(player) != 0) {
            throw new IllegalStateException("libVLC does not play");
        }
    }

    /** Where libVLC keeps its medium. */
    long medium() {
        return Pointer.nativeValue(medium.getPointer());
    }

    /** Waits until its threads have ended, which may be never. */
    void stop() {
        LibVlc.libvlc_media_player_stop(player);
    }

    /** Gives it back; nothing may be called after that. */
    void release() {
        LibVlc.libvlc_media_player_release(player);
        LibVlc.libvlc_media_release(medium);
    }
}
