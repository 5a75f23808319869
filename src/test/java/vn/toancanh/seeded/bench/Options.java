package vn.toancanh.seeded.bench;

import picocli.CommandLine;

/** Breaks "command line only in app". */
record Options(CommandLine line) {}
