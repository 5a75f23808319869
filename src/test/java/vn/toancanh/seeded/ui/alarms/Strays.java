package vn.toancanh.seeded.ui.alarms;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room ui.alarms": looks up to the roof. */
record Strays(Roof roof) {}
