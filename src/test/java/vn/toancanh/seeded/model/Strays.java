package vn.toancanh.seeded.model;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room model": looks up to the roof. */
record Strays(Roof roof) {}
