/** Walls of screens, what other desks tell them, and scenes. Any thread; blocks. */
@NullMarked
package vn.toancanh.server.walls;

import org.jspecify.annotations.NullMarked;
