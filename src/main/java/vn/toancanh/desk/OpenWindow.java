package vn.toancanh.desk;

import java.util.Optional;

/**
 * One window of this desk, as it is told in a handover.
 *
 * @param id that it keeps from start to start
 * @param number by which people here call it now, from 1; another where a window before it was closed
 * @param wall empty while the window is being made
 */
public record OpenWindow(int id, int number, Optional<WallDesk> wall) {}
