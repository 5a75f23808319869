/**
 * What operators do at this desk and the central server is to learn, whether it is there or away: noted at once, kept on this
 * machine, told once and in order. Lane: DESK.
 */
@NullMarked
package vn.toancanh.deeds;

import org.jspecify.annotations.NullMarked;
