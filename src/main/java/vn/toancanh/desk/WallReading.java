package vn.toancanh.desk;

/**
 * What all tiles of all windows show, counted.
 *
 * @param shown tiles that are meant to show a camera
 * @param live those of them whose picture is what happens now
 * @param bitrateKbps over the last second, all streams together
 * @param lostPerSecond packets lost on the network over the last second, all streams together
 */
public record WallReading(int shown, int live, long bitrateKbps, long lostPerSecond) {
    public static final WallReading NOTHING = new WallReading(0, 0, 0, 0);

    /** Tiles that should show what happens now and do not. */
    public int notLive() {
        return shown - live;
    }
}
