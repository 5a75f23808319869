package vn.toancanh.seeded.administration;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room administration": looks up to the roof. */
record Strays(Roof roof) {}
