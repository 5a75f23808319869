package vn.toancanh.seeded.ui.kit;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room ui.kit": looks up to the roof. */
record Strays(Roof roof) {}
