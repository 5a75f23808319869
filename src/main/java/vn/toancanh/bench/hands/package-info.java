/** Hands at a wall whose cameras fail: keys and mouse, mishaps, and every tile's word held against the pixels. */
@NullMarked
package vn.toancanh.bench.hands;

import org.jspecify.annotations.NullMarked;
