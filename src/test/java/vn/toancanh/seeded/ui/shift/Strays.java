package vn.toancanh.seeded.ui.shift;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room ui.shift": looks up to the roof. */
record Strays(Roof roof) {}
