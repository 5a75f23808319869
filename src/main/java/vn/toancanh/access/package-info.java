/** Who is signed in, where, with which rights, and whether the server answers. Lane: DESK. */
@NullMarked
package vn.toancanh.access;

import org.jspecify.annotations.NullMarked;
