package vn.toancanh.seeded.control;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room control": looks up to the roof. */
record Strays(Roof roof) {}
