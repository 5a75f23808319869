/** The grid of tiles: one picture for all of them, painted once a pulse, with words and hands above it. Lane: DESK, which is FX. */
@NullMarked
package vn.toancanh.ui.grid;

import org.jspecify.annotations.NullMarked;
