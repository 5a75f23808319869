package vn.toancanh.seeded.ui.administration;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room ui.administration": looks up to the roof. */
record Strays(Roof roof) {}
