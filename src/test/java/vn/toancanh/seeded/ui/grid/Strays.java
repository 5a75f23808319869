package vn.toancanh.seeded.ui.grid;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room ui.grid": looks up to the roof. */
record Strays(Roof roof) {}
