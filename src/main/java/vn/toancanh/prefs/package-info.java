/** Settings of this user on this machine, by typed keys. Lane: DESK. */
@NullMarked
package vn.toancanh.prefs;

import org.jspecify.annotations.NullMarked;
