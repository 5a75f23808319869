package vn.toancanh.ui.grid;

import java.util.function.Consumer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Subscription;
import vn.toancanh.base.Handle;

/**
 * Tells whether the window that a node stands in can be seen, as far as the desktop tells: one that is an icon cannot, nor one
 * whose monitor is away. FX thread.
 */
final class WindowSeen {
    private WindowSeen() {}

    /** Tells each change until the handle is closed; a node without a window counts as seen. */
    static Handle follow(Node node, Consumer<Boolean> told) {
        ObservableValue<Boolean> seen = node.sceneProperty()
                .flatMap(scene -> scene.windowProperty())
                .flatMap(WindowSeen::seen)
                .orElse(true);
        Subscription following = seen.subscribe((before, now) -> told.accept(now));
        return following::unsubscribe;
    }

    /** True where a node stands in a window that is on the screen now. */
    static boolean isOnScreen(Node node) {
        Window window = node.getScene() == null ? null : node.getScene().getWindow();
        return window != null && window.isShowing() && !(window instanceof Stage stage && stage.isIconified());
    }

    private static ObservableValue<Boolean> seen(Window window) {
        return window.showingProperty()
                .flatMap(shown -> shown && window instanceof Stage stage
                        ? stage.iconifiedProperty().map(icon -> !icon)
                        : new SimpleBooleanProperty(shown));
    }
}
