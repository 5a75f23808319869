package vn.toancanh.seeded.base;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room base": looks up to the roof. */
record Strays(Roof roof) {}
