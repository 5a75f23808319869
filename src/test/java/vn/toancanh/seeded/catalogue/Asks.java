package vn.toancanh.seeded.catalogue;

import java.sql.Connection;

/** Breaks "SQL only in stores". */
record Asks(Connection connection) {}
