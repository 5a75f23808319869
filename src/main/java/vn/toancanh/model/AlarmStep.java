package vn.toancanh.model;

/** How far an alarm has come; it only goes forward. */
public enum AlarmStep {
    /** Nobody has taken it on yet. */
    NEW,
    ACKNOWLEDGED,
    IN_PROGRESS,
    CLOSED,
    /** What a newer server knows and this program does not. */
    UNKNOWN;

    /** True as long as there is something to be done. */
    public boolean isOpen() {
        return this != CLOSED;
    }
}
