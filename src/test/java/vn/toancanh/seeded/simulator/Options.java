package vn.toancanh.seeded.simulator;

import picocli.CommandLine;

/** Breaks "command line only in app". */
record Options(CommandLine line) {}
