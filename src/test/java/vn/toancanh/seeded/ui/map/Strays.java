package vn.toancanh.seeded.ui.map;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room ui.map": looks up to the roof. */
record Strays(Roof roof) {}
