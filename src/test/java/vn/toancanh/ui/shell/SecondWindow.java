package vn.toancanh.ui.shell;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import vn.toancanh.base.Handle;
import vn.toancanh.ui.kit.FxLane;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.ui.testing.OpeningWall;

/** The bare window of a second monitor beside the main one, over a wall of its own: open until it is closed. */
final class SecondWindow {
    private final FxLane lane = new FxLane();
    final OpeningWall wall;
    final WallWindow window;

    /** How often it was asked to close. */
    int closing;

    SecondWindow(OpenShell main, int side) throws Exception {
        this(main, side, false);
    }

    SecondWindow(OpenShell main, int side, boolean kiosk) throws Exception {
        wall = Fx.on(() -> new OpeningWall(lane, main.desk.catalogue, side));
        window = Fx.on(() -> {
            main.layouts.walls.add(wall.desk);
            wall.desk.changes().only(main.layouts.editing);
            wall.part.layouts(main.layouts.model);
            WallWindow made = new WallWindow(
                    new WallWindow.Given(
                            main.desk.language,
                            main.desk.lock,
                            main.desk.sessions,
                            main.desk.parts.clock(),
                            main.desk.parts.zone(),
                            kiosk),
                    wall.part,
                    listener -> Handle.NONE,
                    () -> closing++);
            made.follow(main.shell.keysElsewhere());
            made.fill(Screen.getPrimary());
            wall.part.view().orElseThrow().requestFocus();
            return made;
        });
        Fx.settle(scene());
    }

    Scene scene() {
        return window.scene();
    }

    /** A key as it comes to whatever has the keyboard in this window. */
    void key(KeyCode code, boolean control, boolean shift) throws Exception {
        Fx.run(() -> {
            Node at = scene().getFocusOwner();
            Node to = at == null ? scene().getRoot() : at;
            to.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
            if (!control && code.isLetterKey()) {
                String letter = code.getName().toLowerCase(Locale.ROOT);
                to.fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, letter, letter, code, shift, false, false, false));
            }
            to.fireEvent(new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, shift, control, false, false));
        });
        Fx.settle(scene());
    }

    void close() throws Exception {
        Fx.run(() -> {
            window.close();
            wall.close();
        });
        lane.close();
    }
}
