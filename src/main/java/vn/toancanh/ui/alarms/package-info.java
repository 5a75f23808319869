/** The list of alarms, with what is known of the chosen one. FX thread. */
@NullMarked
package vn.toancanh.ui.alarms;

import org.jspecify.annotations.NullMarked;
