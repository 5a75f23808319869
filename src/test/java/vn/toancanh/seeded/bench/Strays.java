package vn.toancanh.seeded.bench;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room bench": looks up to the roof. */
record Strays(Roof roof) {}
