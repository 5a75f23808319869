package vn.toancanh.simulator.scene;

/** Where a scene is looked at from: metres, degrees; yaw clockwise from y, pitch downward. */
record View(double x, double y, double z, double yawDeg, double pitchDeg, double fovDeg) {}
