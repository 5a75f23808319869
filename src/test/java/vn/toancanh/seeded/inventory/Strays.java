package vn.toancanh.seeded.inventory;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room inventory": looks up to the roof. */
record Strays(Roof roof) {}
