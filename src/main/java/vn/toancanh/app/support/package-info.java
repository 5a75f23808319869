/** A file of all that helps whoever must find a fault, and of nothing that opens a door. Lane: MAIN. */
@NullMarked
package vn.toancanh.app.support;

import org.jspecify.annotations.NullMarked;
