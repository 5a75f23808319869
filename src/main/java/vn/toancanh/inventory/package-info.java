/** Reads lists of cameras, CSV and GeoJSON, into entries of the model and a list of what is wrong. Pure; any thread. */
@NullMarked
package vn.toancanh.inventory;

import org.jspecify.annotations.NullMarked;
