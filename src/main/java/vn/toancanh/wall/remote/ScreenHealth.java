package vn.toancanh.wall.remote;

/**
 * How a screen is doing.
 *
 * @param tiles that show a camera
 * @param live how many of these show what happens now
 */
public record ScreenHealth(int tiles, int live) {}
