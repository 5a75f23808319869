package vn.toancanh.seeded.layouts;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room layouts": looks up to the roof. */
record Strays(Roof roof) {}
