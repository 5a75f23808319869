package vn.toancanh.app;

/** How a command ends; the launcher hands these on, and adds 130 and 143 for signals. */
public final class Exit {
    public static final int DONE = 0;
    /** It failed, or a tile that was asked for is not live. */
    public static final int FAILED = 1;
    /** Wrong arguments. */
    public static final int USAGE = 2;
    /** Something must be installed first. */
    public static final int MISSING = 3;
    /** Its windows hung and were ended, because what they showed was no longer true; it may be started again at once. */
    public static final int HUNG = 4;

    private Exit() {}
}
