package vn.toancanh.seeded.ui.ptz;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room ui.ptz": looks up to the roof. */
record Strays(Roof roof) {}
