package vn.toancanh.seeded.ui.shell;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room ui.shell": looks up to the roof. */
record Strays(Roof roof) {}
