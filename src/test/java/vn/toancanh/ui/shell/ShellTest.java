package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.toancanh.access.Connection;
import vn.toancanh.base.Language;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.desk.WallReading;
import vn.toancanh.model.CameraId;
import vn.toancanh.ui.kit.FxLane;
import vn.toancanh.ui.testing.Desk;
import vn.toancanh.ui.testing.FakeSessions;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.wall.GridShape;

/** The main window from the sign-in on, by keyboard. */
@Tag("slow")
class ShellTest {
    private final FxLane lane = new FxLane();
    private final ThreadLane compute = new ThreadLane("compute");
    private final AtomicReference<WallReading> reading = new AtomicReference<>(new WallReading(36, 36, 18_000, 0));

    @BeforeEach
    void display() throws Exception {
        Fx.needed();
    }

    @AfterEach
    void lanes() {
        lane.close();
        compute.close();
    }

    private Desk desk(int cameras, int side) throws Exception {
        Map<String, String> kept = Map.of("signIn.server", "may.vn", "signIn.user", "ban1");
        return Fx.on(() -> new Desk(lane, compute, cameras, side, kept, false, reading::get));
    }

    private static Shell open(Desk desk) throws Exception {
        return Fx.on(() -> {
            Shell shell = new Shell(new Stage(), desk.parts);
            shell.show();
            return shell;
        });
    }

    private static void type(Shell shell, String password) throws Exception {
        Fx.run(() -> {
            TextField field = (TextField) shell.scene().lookup(".password-field");
            assertThat(shell.scene().getFocusOwner()).isSameAs(field);
            field.setText(password);
            Fx.press(field, KeyCode.ENTER, false);
        });
    }

    private static void enter(Desk desk, Shell shell) throws Exception {
        type(shell, FakeSessions.PASSWORD);
        Fx.until("the wall is there", () -> shell.scene().lookup(".tc-wall") != null);
        Fx.until("the cameras are there", () -> desk.catalogue.snapshot().size() > 0);
    }

    private static void press(Shell shell, KeyCode code) throws Exception {
        press(shell, code, false);
    }

    private static void press(Shell shell, KeyCode code, boolean control) throws Exception {
        Fx.run(() -> Fx.press(shell.scene().getRoot(), code, control));
    }

    private static boolean there(Shell shell, String selector) throws Exception {
        return Fx.on(() -> shell.scene().lookup(selector) != null);
    }

    @Test
    void aWrongPasswordIsSaidAtItsFieldAndTheRightOneOpensTheWall() throws Exception {
        Desk desk = desk(40, 4);
        Shell shell = open(desk);
        type(shell, "sai");
        Label said = Fx.on(() -> (Label) shell.scene().lookup(".tc-message.tc-act .label"));
        assertThat(said.getText()).contains("mật khẩu không đúng");
        Fx.run(() ->
                assertThat(shell.scene().getFocusOwner()).isSameAs(shell.scene().lookup(".password-field")));
        enter(desk, shell);
        assertThat(there(shell, ".tc-tree")).isTrue();
        press(shell, KeyCode.F11);
        Fx.run(() -> desk.parts.signOut().now());
        assertThat(there(shell, ".tc-sign-in")).isTrue();
        Fx.run(shell::close);
    }

    @Test
    void waitingForTheServerCanBeGivenUpWithEscape() throws Exception {
        Desk desk = desk(40, 4);
        Shell shell = open(desk);
        desk.sessions.hold();
        type(shell, "x");
        Fx.run(() ->
                assertThat(shell.scene().lookup(".progress-bar").isVisible()).isTrue());
        press(shell, KeyCode.ESCAPE);
        Fx.run(() ->
                assertThat(shell.scene().lookup(".progress-bar").isVisible()).isFalse());
        Fx.run(shell::close);
    }

    @Test
    void theLanguageChangesLiveAndWhatWasTypedStays() throws Exception {
        Desk desk = desk(40, 4);
        Shell shell = open(desk);
        Fx.run(() -> {
            ((TextField) shell.scene().lookup(".password-field")).setText("abc");
            desk.language.to(Language.EN);
            assertThat(((TextField) shell.scene().lookup(".password-field")).getText())
                    .isEqualTo("abc");
        });
        enter(desk, shell);
        Fx.run(() -> desk.language.to(Language.VI));
        Label live = Fx.on(() -> (Label) shell.scene().lookup(".tc-status-strip .label"));
        assertThat(live.getText()).isEqualTo("36 / 36 trực tiếp");
        Fx.run(shell::close);
    }

    @Test
    void keysChangeTheShapeAndFoldThePanels() throws Exception {
        Desk desk = desk(40, 4);
        Shell shell = open(desk);
        enter(desk, shell);
        press(shell, KeyCode.DIGIT8, true);
        assertThat(desk.wall.shape()).contains(GridShape.uniform(8, 8));
        press(shell, KeyCode.F9);
        assertThat(there(shell, ".tc-tree")).isFalse();
        assertThat(there(shell, ".tc-rail")).isTrue();
        press(shell, KeyCode.F9);
        assertThat(there(shell, ".tc-rail")).isFalse();
        press(shell, KeyCode.F9);
        assertThat(there(shell, ".tc-tree")).isTrue();
        press(shell, KeyCode.F10);
        assertThat(there(shell, ".tc-details")).isTrue();
        press(shell, KeyCode.F12);
        assertThat(there(shell, ".tc-top-bar")).isFalse();
        press(shell, KeyCode.ESCAPE);
        assertThat(there(shell, ".tc-top-bar")).isTrue();
        assertThat(there(shell, ".tc-details")).isTrue();
        press(shell, KeyCode.F, true);
        Fx.run(() ->
                assertThat(shell.scene().getFocusOwner()).isSameAs(shell.scene().lookup(".tc-search")));
        Fx.run(shell::close);
    }

    @Test
    void searchAndEnterPutTheBestHitOnTheWallAndMarkItInTheTree() throws Exception {
        Desk desk = desk(40, 4);
        Shell shell = open(desk);
        enter(desk, shell);
        Fx.run(() -> ((TextField) shell.scene().lookup(".tc-search")).setText("1207"));
        Fx.until("it is found", () -> shell.scene().lookup(".tc-tree-number.tc-accent-text") != null);
        Fx.run(() -> {
            shell.scene().lookup(".tc-search").requestFocus();
            Fx.press(shell.scene().getRoot(), KeyCode.ENTER, false);
        });
        assertThat(desk.wall.cameras()).containsKey(new CameraId("camera-7"));
        Fx.until(
                "it is marked",
                () -> shell.scene().lookup(".tc-tree-tile") instanceof Label tile
                        && tile.getText().equals("1"));
        Fx.run(shell::close);
    }

    @Test
    void whatIsNotLiveIsSaidInTheStripAndOverTheBareWall() throws Exception {
        Desk desk = desk(40, 6);
        Shell shell = open(desk);
        enter(desk, shell);
        reading.set(new WallReading(36, 34, 18_000, 0));
        Fx.run(() -> desk.parts.watch().look());
        Label live = Fx.on(() -> (Label) shell.scene().lookup(".tc-status-strip .label"));
        assertThat(live.getText()).isEqualTo("2 / 36 không trực tiếp");
        assertThat(live.getStyleClass()).contains("tc-red-text");
        Fx.run(() -> shell.wallOnly(true));
        Fx.run(() -> {
            Node badge = shell.scene().lookup(".tc-live-badge");
            assertThat(badge.isVisible()).isTrue();
            assertThat(badge.getOpacity()).isEqualTo(1);
        });
        reading.set(new WallReading(36, 36, 18_000, 0));
        Fx.run(() -> desk.parts.watch().look());
        Fx.run(() ->
                assertThat(shell.scene().lookup(".tc-live-badge").isVisible()).isFalse());
        Fx.run(shell::close);
    }

    @Test
    void aLargeWallTakesTheWindowAndLeavesTheBarsOnly() throws Exception {
        Desk desk = desk(40, 6);
        Shell shell = open(desk);
        enter(desk, shell);
        assertThat(share(shell)).isGreaterThan(0.92);
        Fx.run(() -> shell.wallOnly(true));
        assertThat(share(shell)).isGreaterThan(0.98);
        Fx.run(shell::close);
    }

    /** How much of a window of 1920x1080 the tiles take, by their own bounds. */
    private static double share(Shell shell) throws Exception {
        Fx.run(() -> {
            shell.scene().getWindow().setWidth(1920);
            shell.scene().getWindow().setHeight(1080);
        });
        Fx.until("the window has its size", () -> shell.scene().getWidth() == 1920);
        return Fx.on(() -> {
            shell.scene().getRoot().applyCss();
            shell.scene().getRoot().layout();
            double sum = 0;
            for (int i = 1; i <= 36; i++) {
                Bounds tile = shell.scene().lookup("#tile-" + i).getLayoutBounds();
                sum += tile.getWidth() * tile.getHeight();
            }
            return sum / (shell.scene().getWidth() * shell.scene().getHeight());
        });
    }

    @Test
    void aLargeWallThatComesBackLateStillGetsTheWholeWindowUnlessSomebodyIsAtWork() throws Exception {
        Desk desk = desk(40, 4);
        Shell shell = open(desk);
        enter(desk, shell);
        assertThat(there(shell, ".tc-tree")).isTrue();
        Fx.run(() -> desk.wall.shape(GridShape.uniform(6, 6)));
        assertThat(there(shell, ".tc-tree")).isFalse();
        press(shell, KeyCode.F9);
        Fx.run(() -> desk.wall.shape(GridShape.uniform(8, 8)));
        assertThat(there(shell, ".tc-tree")).isTrue();
        Fx.run(shell::close);
    }

    @Test
    void anEndedSessionIsRenewedOverTheWallThatGoesOn() throws Exception {
        Desk desk = desk(40, 4);
        Shell shell = open(desk);
        enter(desk, shell);
        Fx.run(() -> desk.wall.put(java.util.List.of(new CameraId("camera-1"))));
        Fx.run(() -> desk.sessions.connection(new Connection(Connection.Phase.EXPIRED, null)));
        Fx.settle(shell.scene());
        Fx.run(() -> {
            Node again = shell.scene().lookup(".tc-banner .button");
            again.requestFocus();
            Fx.press(again, KeyCode.SPACE, false);
        });
        assertThat(there(shell, ".tc-cover")).isTrue();
        assertThat(there(shell, ".tc-wall")).isTrue();
        Fx.settle(shell.scene());
        type(shell, FakeSessions.PASSWORD);
        Fx.until("the form is gone", () -> shell.scene().lookup(".tc-cover") == null);
        assertThat(desk.wall.cameras()).hasSize(1);
        Fx.run(shell::close);
    }

    @Test
    void noStylesheetComplains() throws Exception {
        Desk desk = desk(1400, 4);
        Shell shell = open(desk);
        enter(desk, shell);
        press(shell, KeyCode.F10);
        Fx.run(() -> {
            Node shapes = shell.scene().lookup(".tc-top-bar .tc-figures");
            shapes.requestFocus();
            Fx.press(shapes, KeyCode.SPACE, false);
        });
        Thread.sleep(300);
        WindowPicture picture = Fx.on(() -> WindowPicture.of(shell.scene()));
        assertThat(picture.argb()).hasSize(picture.width() * picture.height());
        Fx.run(shell::close);
        assertThat(Fx.complaints()).isEmpty();
    }
}
