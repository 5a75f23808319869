package vn.toancanh.seeded.rtsp;

import vn.toancanh.seeded.app.Roof;

/** Breaks "room rtsp": looks up to the roof. */
record Strays(Roof roof) {}
