package vn.toancanh.seeded.ui.login;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room ui.login": looks up to the roof. */
record Strays(Roof roof) {}
