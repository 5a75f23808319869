/** The walls of the city, as whoever brings scenes to them sees them. Lane: FX. */
@NullMarked
package vn.toancanh.ui.walls;

import org.jspecify.annotations.NullMarked;
