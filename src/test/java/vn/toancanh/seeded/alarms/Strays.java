package vn.toancanh.seeded.alarms;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room alarms": looks up to the roof. */
record Strays(Roof roof) {}
