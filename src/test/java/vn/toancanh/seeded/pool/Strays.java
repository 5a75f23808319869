package vn.toancanh.seeded.pool;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room pool": looks up to the roof. */
record Strays(Roof roof) {}
