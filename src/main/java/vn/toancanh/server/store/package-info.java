/** The data folder: one SQLite database with one writer, numbered migrations, sealed secrets. Any thread. */
@NullMarked
package vn.toancanh.server.store;

import org.jspecify.annotations.NullMarked;
