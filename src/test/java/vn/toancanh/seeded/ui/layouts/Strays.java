package vn.toancanh.seeded.ui.layouts;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room ui.layouts": looks up to the roof. */
record Strays(Roof roof) {}
