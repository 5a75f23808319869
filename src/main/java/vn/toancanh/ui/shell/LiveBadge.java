package vn.toancanh.ui.shell;

import javafx.scene.control.Label;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.WallReading;

/** How many tiles are not live, in red over the wall; not there while all are. Lets the mouse through. */
public final class LiveBadge extends Label {
    private final Texts texts;

    public LiveBadge(Texts texts) {
        this.texts = texts;
        getStyleClass().addAll("tc-live-badge", "tc-strong", "tc-medium");
        setMouseTransparent(true);
        setVisible(false);
    }

    public void show(WallReading wall) {
        setVisible(wall.notLive() > 0);
        setText(texts.get("shell.notLive", wall.notLive(), wall.shown()));
    }
}
