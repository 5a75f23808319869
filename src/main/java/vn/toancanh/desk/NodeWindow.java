package vn.toancanh.desk;

import vn.toancanh.model.Monitor;
import vn.toancanh.wall.WallMemory;

/**
 * One window of this desk as a screen of a wall.
 *
 * @param id that it keeps from start to start
 * @param number by which people here call it, from 1
 * @param monitor that it belongs to
 * @param kept where its wall is kept for the next start
 * @param beneath where what stood on it is kept while it is told from elsewhere what to show
 */
public record NodeWindow(int id, int number, Monitor monitor, WallDesk wall, WallMemory kept, WallMemory beneath) {}
