package vn.toancanh.ui.kit;

import javafx.application.Platform;

/** Whether things may move and blink on this machine. FX thread. */
public final class Motion {
    private Motion() {}

    /** True where whoever sits here has asked the desktop for less motion. */
    public static boolean reduced() {
        return Platform.getPreferences().isReducedMotion();
    }
}
