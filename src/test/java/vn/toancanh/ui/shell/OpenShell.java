package vn.toancanh.ui.shell;

import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.desk.WallReading;
import vn.toancanh.ui.kit.FxLane;
import vn.toancanh.ui.testing.Desk;
import vn.toancanh.ui.testing.FakeSessions;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.ui.testing.LayoutRig;
import vn.toancanh.ui.testing.OpeningWall;

/** The main window over a desk of fakes, with a real grid whose tiles stay opening: open until it is closed. */
final class OpenShell {
    private final FxLane lane = new FxLane();
    private final ThreadLane compute = new ThreadLane("compute");
    final Desk desk;
    final OpeningWall wall;
    final LayoutRig layouts;
    final Shell shell;

    /** Opens it at the sign-in, in Vietnamese, with the server and the name of last time filled in and nothing on the wall. */
    OpenShell(int cameras, int side) throws Exception {
        this(
                cameras,
                side,
                Map.of("language", "vi", "signIn.server", "may.vn", "signIn.user", "ban1"),
                () -> WallReading.NOTHING);
    }

    /**
     * Opens it at the sign-in.
     *
     * @param side columns of the wall, and rows
     * @param kept settings
     */
    OpenShell(int cameras, int side, Map<String, String> kept, Supplier<WallReading> reading) throws Exception {
        Fx.needed();
        desk = Fx.on(() -> new Desk(lane, compute, cameras, side, kept, false, reading));
        wall = Fx.on(() -> new OpeningWall(lane, desk.catalogue, side));
        layouts = Fx.on(() -> new LayoutRig(lane, desk, wall));
        shell = Fx.on(() -> {
            Shell made = new Shell(new Stage(), desk.partsWith(wall.part));
            made.show();
            return made;
        });
        Fx.settle(shell.scene());
    }

    Scene scene() {
        return shell.scene();
    }

    /** Signs in, and waits for the cameras. */
    void signIn() throws Exception {
        Fx.run(() -> {
            TextField password = (TextField) shell.scene().lookup(".password-field");
            password.setText(FakeSessions.PASSWORD);
            Fx.press(password, KeyCode.ENTER, false);
        });
        Fx.until("the cameras are there", () -> desk.catalogue.snapshot().size() > 0);
    }

    void close() throws Exception {
        Fx.run(() -> {
            shell.close();
            wall.close();
        });
        lane.close();
        compute.close();
    }
}
