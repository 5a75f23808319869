package vn.toancanh.seeded.live;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room live": looks up to the roof. */
record Strays(Roof roof) {}
