/** What all views are made of: theme, fonts, icons, the bridge to the FX thread, common controls. Lane: FX. */
@NullMarked
package vn.toancanh.ui.kit;

import org.jspecify.annotations.NullMarked;
