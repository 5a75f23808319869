package vn.toancanh.seeded.geo;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room geo": looks up to the roof. */
record Strays(Roof roof) {}
