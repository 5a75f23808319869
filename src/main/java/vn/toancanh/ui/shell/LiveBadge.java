package vn.toancanh.ui.shell;

import javafx.scene.control.Label;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.WallReading;

/** How many tiles are not live, in red over the wall; not there while all are. Lets the mouse through. */
public final class LiveBadge extends Label {
    /** A window of that many pixels fills a large screen. */
    private static final double FAR = 2500;

    private final Texts texts;

    public LiveBadge(Texts texts) {
        this.texts = texts;
        getStyleClass().addAll("tc-live-badge", "tc-strong", "tc-medium");
        setMouseTransparent(true);
        setVisible(false);
    }

    /** Says the counts; larger in a window that is read from afar. */
    public void show(WallReading wall) {
        boolean far = getScene() != null && getScene().getWidth() >= FAR;
        if (far != getStyleClass().contains("tc-far")) {
            if (far) {
                getStyleClass().add("tc-far");
            } else {
                getStyleClass().remove("tc-far");
            }
        }
        setVisible(wall.notLive() > 0);
        setText(texts.get("shell.notLive", wall.notLive(), wall.shown()));
    }
}
