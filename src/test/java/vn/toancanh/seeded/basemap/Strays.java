package vn.toancanh.seeded.basemap;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room basemap": looks up to the roof. */
record Strays(Roof roof) {}
