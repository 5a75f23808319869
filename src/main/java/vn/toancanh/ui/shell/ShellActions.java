package vn.toancanh.ui.shell;

import vn.toancanh.administration.Doors;
import vn.toancanh.base.Language;
import vn.toancanh.wall.GridShape;

/** What bars, rail and keys ask of the main window. FX thread. */
interface ShellActions {
    void shape(GridShape shape);

    /** The left side one step further: panel, rail, nothing, and back to the panel. */
    void toggleLeft();

    void toggleDetails();

    void toggleAlarms();

    void toggleFullScreen();

    /** The windows of the wall and their monitors. */
    void showMonitors();

    /** Nothing but the wall, and back. */
    void toggleWallOnly();

    /** The list of all keys over the wall, or it goes. */
    void toggleKeys();

    /** Users, roles and sites over the wall, or they go. */
    void toggleAdministration();

    /** One's own password and sessions over the wall, or they go. */
    void toggleAccount();

    /** Handing the shift over, and taking one over, over the wall, or it goes. */
    void toggleHandover();

    /** The walls of the city over this one, or they go. */
    void toggleWalls();

    /** The joysticks of this desk over the wall, or they go. */
    void toggleSticks();

    /** True where joysticks can be read on this machine. */
    boolean hasSticks();

    /** True where the server that is signed in at has walls. */
    boolean hasWalls();

    /** True where the server that is signed in at has alarms. */
    boolean hasAlarms();

    /** True where whoever is signed in may do more than look at some alarm. */
    boolean mayTakeAlarms();

    /** True where there is a head that may be steered from here. */
    boolean hasHeads();

    /** True where a shift can be handed over. */
    boolean hasHandover();

    /** What of administration whoever is signed in is shown now. */
    Doors doors();

    void language(Language language);

    void signOut();

    /** Takes nothing more but the password of whoever is signed in. */
    void lock();

    /** The session has ended: signs in over the wall, which goes on. */
    void signInAgain();

    /** Waits no longer for the server: back to the sign-in, where another may be typed. */
    void otherServer();

    void searchCameras();

    /** Esc: one level back. */
    void stepBack();
}
