/** What the client keeps on this machine, in one SQLite file: cached catalogue, settings, last wall. Lane: STORE. */
@NullMarked
package vn.toancanh.store;

import org.jspecify.annotations.NullMarked;
