/** The roof: starts processes, joins rooms by constructors, ends them in order. Lane: MAIN. */
@NullMarked
package vn.toancanh.app;

import org.jspecify.annotations.NullMarked;
