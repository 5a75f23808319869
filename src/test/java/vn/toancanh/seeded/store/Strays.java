package vn.toancanh.seeded.store;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room store": looks up to the roof. */
record Strays(Roof roof) {}
