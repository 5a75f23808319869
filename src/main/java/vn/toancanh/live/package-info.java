/** What each tile shows and why: the tile state machine, stream choice, stall watch; ports for players and grants. Lane: DESK. */
@NullMarked
package vn.toancanh.live;

import org.jspecify.annotations.NullMarked;
