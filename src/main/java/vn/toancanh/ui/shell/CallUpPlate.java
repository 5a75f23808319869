package vn.toancanh.ui.shell;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.CallUpDesk;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.ui.kit.Theme;

/** What is typed to call a camera up, over the wall of the window that has the keyboard. Lets the mouse through. */
final class CallUpPlate extends Label {
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final Texts texts;
    private final WallDesk wall;
    private Handle following = Handle.NONE;

    CallUpPlate(Texts texts, CallUpDesk callUp, WallDesk wall) {
        this.texts = texts;
        this.wall = wall;
        getStyleClass().addAll("tc-call-up", "tc-strong", "tc-figures");
        getStylesheets().add(Theme.sheet(CallUpPlate.class, "callup.css"));
        setMouseTransparent(true);
        setVisible(false);
        sceneProperty().addListener((any, before, now) -> {
            following.close();
            following = now == null ? Handle.NONE : callUp.onEcho(this::show);
        });
    }

    private void show(Optional<CallUpDesk.Echo> echo) {
        Optional<CallUpDesk.Echo> own = echo.filter(each -> each.where().equals(wall));
        setVisible(own.isPresent());
        own.ifPresent(each -> {
            setText(CallUpWords.of(texts, each));
            pseudoClassStateChanged(REFUSED, CallUpWords.refused(each.said()));
        });
    }
}
