package vn.toancanh.seeded.frames;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room frames": looks up to the roof. */
record Strays(Roof roof) {}
