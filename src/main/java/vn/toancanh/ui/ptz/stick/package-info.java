/** The sticks of this desk on the screen: which there are, how they stand, what they do, and teaching one by moving it. Lane: FX. */
@NullMarked
package vn.toancanh.ui.ptz.stick;

import org.jspecify.annotations.NullMarked;
