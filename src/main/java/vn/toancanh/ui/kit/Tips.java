package vn.toancanh.ui.kit;

import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** Tooltips that name the key. */
public final class Tips {
    private static final Duration WAIT = Duration.millis(400);

    private Tips() {}

    /** A tooltip such as "Camera   F9"; without a key where {@code key} is empty. */
    public static Tooltip of(String words, String key) {
        Tooltip tip = new Tooltip(key.isEmpty() ? words : words + "   " + key);
        tip.setShowDelay(WAIT);
        return tip;
    }
}
