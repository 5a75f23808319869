package vn.toancanh.seeded.prefs;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room prefs": looks up to the roof. */
record Strays(Roof roof) {}
