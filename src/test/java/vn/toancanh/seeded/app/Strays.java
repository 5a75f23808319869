package vn.toancanh.seeded.app;

import vn.toancanh.seeded.cellar.Forgotten;

/** Breaks "room app": knows what stands in no room. */
record Strays(Forgotten forgotten) {}
