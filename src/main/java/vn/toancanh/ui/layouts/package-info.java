/** Layouts over the wall: saving them, the list with versions and locks, and what to do about what others saved meanwhile. Lane: FX. */
@NullMarked
package vn.toancanh.ui.layouts;

import org.jspecify.annotations.NullMarked;
