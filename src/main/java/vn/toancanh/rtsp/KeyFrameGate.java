package vn.toancanh.rtsp;

/** Holds back what a decoder could only show broken: everything from a gap to the next key frame. One thread. */
public final class KeyFrameGate {
    private boolean open;
    private long dropped;

    /** True where the unit may be decoded. */
    public boolean admits(AccessUnit unit) {
        if (unit.key()) {
            open = true;
        } else if (unit.afterGap()) {
            open = false;
        }
        if (!open) {
            dropped++;
        }
        return open;
    }

    /** Closes until the next key frame, as when the decoder dropped something itself. */
    public void close() {
        open = false;
    }

    /** False while nothing but a key frame is admitted, which a decoder then begins at. */
    public boolean isOpen() {
        return open;
    }

    /** Units held back so far. */
    public long dropped() {
        return dropped;
    }
}
