package vn.toancanh.seeded.server;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room server": looks up to the roof. */
record Strays(Roof roof) {}
