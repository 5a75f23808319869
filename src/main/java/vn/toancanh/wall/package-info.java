/** Grids and shapes, placing, and the walls that are kept. Lane: DESK. */
@NullMarked
package vn.toancanh.wall;

import org.jspecify.annotations.NullMarked;
