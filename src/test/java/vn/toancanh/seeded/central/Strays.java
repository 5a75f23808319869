package vn.toancanh.seeded.central;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room central": looks up to the roof. */
record Strays(Roof roof) {}
