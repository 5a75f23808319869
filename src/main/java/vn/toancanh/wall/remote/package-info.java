/** Walls as the central server has them: their screens, what stands there, scenes, and what is told to them. Immutable; any thread. */
@NullMarked
package vn.toancanh.wall.remote;

import org.jspecify.annotations.NullMarked;
