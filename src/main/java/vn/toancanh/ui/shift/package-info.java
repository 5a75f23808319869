/** The report of a shift, handing it over, taking it over, and what was handed over before. FX thread. */
@NullMarked
package vn.toancanh.ui.shift;

import org.jspecify.annotations.NullMarked;
