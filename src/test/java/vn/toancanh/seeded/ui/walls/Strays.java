package vn.toancanh.seeded.ui.walls;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room ui.walls": looks up to the roof. */
record Strays(Roof roof) {}
