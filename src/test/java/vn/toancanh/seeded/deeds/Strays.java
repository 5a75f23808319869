package vn.toancanh.seeded.deeds;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room deeds": looks up to the roof. */
record Strays(Roof roof) {}
