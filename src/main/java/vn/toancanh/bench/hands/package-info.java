/** What the drill with hands at the wall breaks besides cameras: the paths on which their streams come. */
@NullMarked
package vn.toancanh.bench.hands;

import org.jspecify.annotations.NullMarked;
