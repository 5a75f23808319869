package vn.toancanh.seeded.decoder;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room decoder": looks up to the roof. */
record Strays(Roof roof) {}
