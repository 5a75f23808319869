package vn.toancanh.seeded.ptz;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room ptz": looks up to the roof. */
record Strays(Roof roof) {}
