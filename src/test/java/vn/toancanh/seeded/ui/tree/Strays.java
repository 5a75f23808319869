package vn.toancanh.seeded.ui.tree;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room ui.tree": looks up to the roof. */
record Strays(Roof roof) {}
