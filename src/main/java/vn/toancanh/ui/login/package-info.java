/** Signing in: the first thing anybody sees. Lane: FX. */
@NullMarked
package vn.toancanh.ui.login;

import org.jspecify.annotations.NullMarked;
