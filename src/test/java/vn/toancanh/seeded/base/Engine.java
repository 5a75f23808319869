package vn.toancanh.seeded.base;

import ch.qos.logback.classic.Level;

/** Breaks "log engine only in app". */
record Engine(Level level) {}
