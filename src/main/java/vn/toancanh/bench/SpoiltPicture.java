package vn.toancanh.bench;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Tells whether a picture changes whose number cannot be read, as one that a decoder makes without the picture before it: it
 * is spoilt for all to see, and new. Looks at some points of its middle, where no tile writes words while it counts as live. One
 * thread.
 */
public final class SpoiltPicture {
    private static final int ACROSS = 12;
    private static final int DOWN = 6;

    /** The part of its height that is looked at, from and to. */
    private static final double FROM = 0.4;

    private static final double TO = 0.85;

    private int last;
    private boolean seen;

    /**
     * Looks at it.
     *
     * @param bgra bytes B, G, R, X, {@code stride} a row
     * @return true where this is another than was seen before
     */
    public boolean moved(MemorySegment bgra, long stride, WallProbe.Spot spot) {
        int print = 1;
        for (int row = 0; row < DOWN; row++) {
            int y = spot.y() + (int) (spot.height() * (FROM + (TO - FROM) * row / DOWN));
            for (int column = 0; column < ACROSS; column++) {
                int x = spot.x() + spot.width() * (2 * column + 1) / (2 * ACROSS);
                print = 31 * print + (bgra.get(ValueLayout.JAVA_INT_UNALIGNED, y * stride + 4L * x) & 0xFFFFFF);
            }
        }
        boolean moved = seen && print != last;
        seen = true;
        last = print;
        return moved;
    }
}
