package vn.toancanh.seeded.joystick;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room joystick": looks up to the roof. */
record Strays(Roof roof) {}
