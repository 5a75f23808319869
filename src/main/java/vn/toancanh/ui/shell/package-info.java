/** The windows: the operator's main window with its bars and panels, and bare wall windows. Lane: FX. */
@NullMarked
package vn.toancanh.ui.shell;

import org.jspecify.annotations.NullMarked;
