package vn.toancanh.seeded.onvif;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room onvif": looks up to the roof. */
record Strays(Roof roof) {}
