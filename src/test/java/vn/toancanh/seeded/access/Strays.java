package vn.toancanh.seeded.access;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room access": looks up to the roof. */
record Strays(Roof roof) {}
