package vn.toancanh.ui.shell;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.IdleLock;
import vn.toancanh.base.Handle;

/** Locks the main window and opens it again, whatever it shows at the time. FX thread. */
final class Locking implements Handle {
    private final ShellParts parts;
    private final Supplier<@Nullable MainView> view;
    private final Runnable laidOut;
    private final ShellActions actions;
    private final Handle following;
    private @Nullable LockBar bar;

    /**
     * Follows the desk's lock.
     *
     * @param view the view on show; null while nobody is signed in
     * @param laidOut lays it out anew
     */
    Locking(Scene scene, ShellParts parts, Supplier<@Nullable MainView> view, Runnable laidOut, ShellActions actions) {
        this.parts = parts;
        this.view = view;
        this.laidOut = laidOut;
        this.actions = actions;
        new Touches(parts.lock()::touched).watch(scene);
        this.following = parts.lock().onChange(state -> changed(scene, state));
    }

    private void changed(Scene scene, IdleLock.State state) {
        LockBar shown = bar;
        if (shown != null && state != IdleLock.State.OPEN) {
            shown.show(state);
        } else {
            apply(scene);
        }
    }

    /** Brings a view in line that was made anew. */
    void apply(Scene scene) {
        MainView main = view.get();
        if (main == null) {
            bar = null;
            return;
        }
        boolean locked = parts.lock().locked();
        boolean was = bar != null;
        bar = locked
                ? new LockBar(
                        parts.language().texts(), parts.lock(), parts.sessions().current())
                : null;
        main.lock(bar);
        laidOut.run();
        if (bar != null) {
            ShellKeys.off(scene);
            shutPopups();
            bar.takeFocus();
        } else if (was) {
            ShellKeys.on(scene, actions);
            main.focusWall();
        }
    }

    /** Menus that stand open belong to nobody any more. */
    private static void shutPopups() {
        List.copyOf(Window.getWindows()).stream()
                .filter(window -> window instanceof PopupWindow && window.isShowing())
                .forEach(Window::hide);
    }

    @Override
    public void close() {
        following.close();
    }
}
