package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.desk.WallReading;
import vn.toancanh.ui.kit.FxLane;
import vn.toancanh.ui.testing.Desk;
import vn.toancanh.ui.testing.FakeSessions;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.ui.testing.OpeningWall;

/** On an unattended wall with tiles, how many are not live is always to be read. */
@Tag("slow")
class KioskBadgeTest {
    private static final Map<String, String> KEPT = Map.of("signIn.server", "may.vn", "signIn.user", "ban1");

    private final FxLane lane = new FxLane();
    private final ThreadLane compute = new ThreadLane("compute");
    private final AtomicReference<WallReading> reading = new AtomicReference<>(new WallReading(16, 13, 0, 0));

    @BeforeEach
    void display() throws Exception {
        Fx.needed();
    }

    @AfterEach
    void lanes() {
        lane.close();
        compute.close();
    }

    private static Label badge(Shell shell) {
        return (Label) shell.scene().lookup(".tc-live-badge");
    }

    /** Whether it can be read: there, opaque, inside the window, and nothing but notices above it. */
    private static boolean readable(Shell shell) {
        Label badge = badge(shell);
        shell.scene().getRoot().applyCss();
        shell.scene().getRoot().layout();
        var bounds = badge.localToScene(badge.getLayoutBounds());
        boolean inside = bounds.getMinX() >= 0
                && bounds.getMinY() >= 0
                && bounds.getWidth() > 40
                && bounds.getMaxX() <= shell.scene().getWidth() + 1
                && bounds.getMaxY() <= shell.scene().getHeight() + 1;
        boolean opaque = true;
        for (Node node = badge; node != null; node = node.getParent()) {
            opaque &= node.isVisible() && node.getOpacity() == 1;
        }
        return inside && opaque;
    }

    @Test
    void theCountStandsOverTheWall() throws Exception {
        Desk desk = Fx.on(() -> new Desk(lane, compute, 40, 4, KEPT, true, reading::get));
        OpeningWall wall = Fx.on(() -> new OpeningWall(lane, desk.catalogue, 4));
        Shell shell = Fx.on(() -> {
            Shell made = new Shell(new Stage(), desk.partsWith(wall.part));
            made.show();
            return made;
        });
        Fx.run(() -> {
            TextField field = (TextField) shell.scene().lookup(".password-field");
            field.setText(FakeSessions.PASSWORD);
            Fx.press(field, KeyCode.ENTER, false);
        });
        Fx.until("the cameras are there", () -> desk.catalogue.snapshot().size() == 40);
        Fx.until("it counts", () -> readable(shell));
        assertThat(Fx.on(() -> badge(shell).getText())).contains("3", "16");
        assertThat(Fx.on(() -> shell.scene().lookup(".tc-status-strip"))).isNull();
        for (KeyCode key : List.of(KeyCode.F12, KeyCode.F9, KeyCode.F10)) {
            Fx.run(() -> Fx.press(shell.scene().getRoot(), key, false));
            assertThat(Fx.on(() -> shell.scene().lookup(".tc-status-strip")))
                    .as("the frame after %s", key)
                    .isNull();
            assertThat(Fx.on(() -> readable(shell)))
                    .as("the count after %s", key)
                    .isTrue();
        }
        reading.set(new WallReading(16, 16, 0, 0));
        Fx.until("all are live", () -> !badge(shell).isVisible());
        reading.set(new WallReading(16, 0, 0, 0));
        Fx.until("none is", () -> readable(shell) && badge(shell).getText().contains("16 / 16"));
        Fx.run(() -> {
            shell.close();
            wall.close();
        });
    }
}
