package vn.toancanh.ui.shell;

import vn.toancanh.administration.Doors;

/** What is asked of the main window that something over the wall answers. FX thread. */
abstract class CoverActions implements ShellActions {
    /** What lies over the wall for a while. */
    abstract Covers covers();

    @Override
    public void signInAgain() {
        covers().signInAgain();
    }

    @Override
    public void toggleKeys() {
        covers().toggleKeys();
    }

    @Override
    public void toggleAdministration() {
        covers().toggleAdministration();
    }

    @Override
    public void toggleAccount() {
        covers().toggleAccount();
    }

    @Override
    public void toggleHandover() {
        covers().handover().toggle();
    }

    @Override
    public void toggleWalls() {
        covers().toggleWalls();
    }

    @Override
    public void toggleSticks() {
        covers().toggleSticks();
    }

    @Override
    public boolean hasSticks() {
        return covers().hasSticks();
    }

    @Override
    public Doors doors() {
        return covers().doors();
    }

    @Override
    public boolean hasAlarms() {
        return covers().hasAlarms();
    }

    @Override
    public boolean mayTakeAlarms() {
        return covers().mayTakeAlarms();
    }

    @Override
    public boolean hasHeads() {
        return covers().hasHeads();
    }

    @Override
    public boolean hasHandover() {
        return covers().handover().offered();
    }

    @Override
    public boolean hasWalls() {
        return covers().hasWalls();
    }
}
