/** Checks of the machine, each with what to do. Lane: MAIN. */
@NullMarked
package vn.toancanh.app.doctor;

import org.jspecify.annotations.NullMarked;
