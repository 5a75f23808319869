package vn.toancanh.seeded.shift;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room shift": looks up to the roof. */
record Strays(Roof roof) {}
