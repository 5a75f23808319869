package vn.toancanh.ptz.stick;

/** Where a stick stands at one moment. Immutable. */
public final class StickState {
    private final Stick stick;
    private final double[] axes;
    private final long buttons;

    /**
     * @param axes one a number, -1 to 1 each, as the stick tells them
     * @param buttons a bit a button, the first one lowest; 1 where it is down
     */
    public StickState(Stick stick, double[] axes, long buttons) {
        this.stick = stick;
        this.axes = axes.clone();
        this.buttons = buttons;
    }

    public Stick stick() {
        return stick;
    }

    /** Where an axis stands, -1 to 1; 0 for one that there is not. */
    public double axis(int index) {
        return index >= 0 && index < axes.length ? axes[index] : 0;
    }

    /** A bit a button, the first one lowest; 1 where it is down. */
    public long buttons() {
        return buttons;
    }
}
