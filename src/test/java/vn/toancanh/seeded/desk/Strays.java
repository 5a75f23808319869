package vn.toancanh.seeded.desk;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room desk": looks up to the roof. */
record Strays(Roof roof) {}
