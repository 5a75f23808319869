/** Heads of cameras steered in their pictures, and what is said of them there. Lane: FX. */
@NullMarked
package vn.toancanh.ui.ptz;

import org.jspecify.annotations.NullMarked;
