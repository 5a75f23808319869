package vn.toancanh.seeded.frames;

import org.slf4j.Logger;

/** Breaks "no logging in words and slots". */
record Talks(Logger log) {}
