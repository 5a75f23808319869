package vn.toancanh.rtsp.depacketise;

/** Notices a stream all of whose pictures are larger than any that is taken. */
final class Oversize {
    private static final int MOST_IN_A_ROW = 5;

    private boolean now;
    private int inARow;

    /** The picture under way is too large. */
    void seen() {
        now = true;
    }

    /** A picture is over; {@code handedOver}: it was taken. */
    void over(boolean handedOver) {
        inARow = handedOver ? 0 : inARow + (now ? 1 : 0);
        now = false;
    }

    boolean always() {
        return inARow >= MOST_IN_A_ROW;
    }
}
