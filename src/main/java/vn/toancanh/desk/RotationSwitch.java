package vn.toancanh.desk;

/** Stops all that takes turns, on all walls of the desk, and lets it go on. Lane: DESK. */
public final class RotationSwitch {
    private boolean stopped;

    public boolean stopped() {
        return stopped;
    }

    /** Stops everything, or lets it go on. */
    public void toggle() {
        stopped = !stopped;
    }
}
