package vn.toancanh.seeded.catalogue;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room catalogue": looks up to the roof. */
record Strays(Roof roof) {}
