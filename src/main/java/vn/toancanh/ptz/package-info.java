/** Heads of cameras in the hands of whoever works at this desk: what they are told, by which lease, and how they stop. Lane: PTZ. */
@NullMarked
package vn.toancanh.ptz;

import org.jspecify.annotations.NullMarked;
