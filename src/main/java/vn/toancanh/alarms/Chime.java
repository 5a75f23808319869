package vn.toancanh.alarms;

/** The port to the loudspeaker. */
public interface Chime {
    /** A desk without a tone. */
    Chime SILENT = () -> {};

    /** Sounds a short tone and returns at once. DESK. */
    void ring();
}
