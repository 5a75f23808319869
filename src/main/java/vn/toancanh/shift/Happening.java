package vn.toancanh.shift;

/** What is noted of a shift. The names are kept: one that is taken away must still be read. */
public enum Happening {
    /** Somebody signed on, at the beginning or once more. */
    SIGNED_ON,
    /** He signed off and did not hand over. */
    SIGNED_OFF,
    /** The program was started again in the middle of it. */
    STARTED_AGAIN,
    /** The machine's clock jumped; by so many seconds, back where that is negative. */
    CLOCK_SET,
    /** An earlier shift of the same person was never handed over; the words are when it began. */
    LEFT_OPEN,
    LAYOUT_OPENED,
    LAYOUT_SAVED,
    /** Something else was put on a wall; the subject is the id that its window keeps. The window was opened or closed, too. */
    WALL_CHANGED,
    /**
     * Before anything was changed on a wall: what stood there. Once with the window's id as the subject, and for each camera with that and its own,
     * the words being what it was called.
     */
    CAMERA_STOOD,
    /** A wall of the city was told from here what to show; the subject is what the wall is called, the words what the scene or layout is. */
    WALL_TOLD,
    /**
     * A wall of the city is controlled from here and was not before; the subject is the wall's id, the words what it is called. So many seconds ago where a
     * shift before has left it so.
     */
    WALL_HELD,
    /** A scene or layout was brought to a wall that is controlled from here; the words are what it is called, empty where it has no name, or where all is blank. */
    WALL_SHOWN,
    /** A wall is not controlled from here any more, whoever has ended it. */
    WALL_LEFT,
    /** A camera that was to be seen has had no picture for so many seconds. */
    CAMERA_LOST,
    /** It has one again, after so many seconds where that is known. */
    CAMERA_FOUND,
    ALARM_ACCEPTED,
    ALARM_CLOSED,
    /** The head of a camera was moved by hand from this desk, and was not before since it was at home. */
    HEAD_MOVED,
    /** It was sent to a place that it knows; the words are what that is called. A note of {@link #HEAD_MOVED} is before it. */
    HEAD_PLACED,
    /** It was sent home, or its home was put where it was. */
    HEAD_HOME,
    /** The head of a camera is reserved for this desk for so many seconds from then on; noted anew where that is later. */
    HEAD_RESERVED,
    /** It is not reserved for this desk any more, though its time is not over. */
    HEAD_FREED,
    /** Nothing takes turns any more on the walls of this desk. So many seconds ago where a shift before has left it so. */
    TURNS_STOPPED,
    /** Turns go on. */
    TURNS_GO_ON,
    /** Something was kept outside of the program, where no right guards it; the subject is one of {@link Export}, the words what the file is called. */
    EXPORTED
}
