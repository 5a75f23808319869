package vn.toancanh.seeded.simulator;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room simulator": looks up to the roof. */
record Strays(Roof roof) {}
