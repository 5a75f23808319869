package vn.toancanh.seeded.access;

/** Breaks "names say what a thing is". */
record SessionManager(String session) {}
