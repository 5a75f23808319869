package vn.toancanh.seeded.wall;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room wall": looks up to the roof. */
record Strays(Roof roof) {}
