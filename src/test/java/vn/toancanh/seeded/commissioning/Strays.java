package vn.toancanh.seeded.commissioning;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room commissioning": looks up to the roof. */
record Strays(Roof roof) {}
