package vn.toancanh.seeded.app;

import org.controlsfx.control.StatusBar;

/** Breaks "look libraries only in views". */
record Styled(StatusBar bar) {}
