/** Starts, feeds, watches and restarts decoder workers; implements the port for players. Lanes: POOL, answers on DESK. */
@NullMarked
package vn.toancanh.pool;

import org.jspecify.annotations.NullMarked;
