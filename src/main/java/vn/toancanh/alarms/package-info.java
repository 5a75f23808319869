/** The open alarms that concern whoever is signed in, and what of them takes a tile. Lane: DESK. */
@NullMarked
package vn.toancanh.alarms;

import org.jspecify.annotations.NullMarked;
