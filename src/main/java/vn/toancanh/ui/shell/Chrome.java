package vn.toancanh.ui.shell;

/**
 * What of the window is not the wall; outlives the views when the language changes.
 *
 * @param wallOnly nothing but the wall and the badge of what is not live
 */
record Chrome(LeftSide left, boolean details, boolean alarms, boolean wallOnly) {
    Chrome withLeft(LeftSide other) {
        return new Chrome(other, details, alarms, wallOnly);
    }

    Chrome withDetails(boolean shown) {
        return new Chrome(left, shown, alarms, wallOnly);
    }

    Chrome withAlarms(boolean shown) {
        return new Chrome(left, details, shown, wallOnly);
    }

    Chrome withWallOnly(boolean only) {
        return new Chrome(left, details, alarms, only);
    }
}
