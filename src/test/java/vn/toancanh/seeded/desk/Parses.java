package vn.toancanh.seeded.desk;

import tools.jackson.databind.ObjectMapper;

/** Breaks "JSON only at the edges". */
record Parses(ObjectMapper mapper) {}
