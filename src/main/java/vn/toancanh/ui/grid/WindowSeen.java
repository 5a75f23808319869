package vn.toancanh.ui.grid;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.stage.Stage;
import javafx.util.Subscription;
import vn.toancanh.base.Handle;

/** Tells whether the window that a node stands in can be seen, as far as the desktop tells: one that is an icon cannot. FX thread. */
final class WindowSeen {
    private WindowSeen() {}

    /** Tells each change until the handle is closed; a node without a window counts as seen. */
    static Handle follow(Node node, Consumer<Boolean> told) {
        ObservableValue<Boolean> icon = node.sceneProperty()
                .flatMap(scene -> scene.windowProperty())
                .flatMap(window -> window instanceof Stage stage ? stage.iconifiedProperty() : null)
                .map(is -> is)
                .orElse(false);
        Subscription following = icon.subscribe((before, now) -> told.accept(!now));
        return following::unsubscribe;
    }
}
