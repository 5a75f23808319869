package vn.toancanh.ui.shell;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toancanh.access.Connection;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Language;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.desk.Notices;
import vn.toancanh.desk.WallReading;
import vn.toancanh.model.CameraId;
import vn.toancanh.ui.kit.FxLane;
import vn.toancanh.ui.testing.Desk;
import vn.toancanh.ui.testing.FakeSessions;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.ui.testing.LongWords;

/** Longer words than ours have room in every view, in a window of 1280x720 as in a large one, with the panels open. */
@Tag("slow")
class LongWordsTest {
    /** What a window manager's frame may take at the sides. */
    private static final double FRAME = 8;

    private final FxLane lane = new FxLane();
    private final ThreadLane compute = new ThreadLane("compute");

    @BeforeEach
    void display() throws Exception {
        Fx.needed();
    }

    @AfterEach
    void lanes() {
        lane.close();
        compute.close();
    }

    @ParameterizedTest
    @CsvSource({"VI, 1280, 720, 0.25", "EN, 1280, 720, 0.25", "VI, 1920, 1040, 0.4", "EN, 1920, 1040, 0.4"})
    void noWordIsCutOff(Language language, double width, double height, double share) throws Exception {
        Desk desk = desk(language, 40);
        Shell shell = open(desk, width, height);
        enter(shell, "sai");
        look(shell, share, "sign-in");
        Fx.run(() -> {
            desk.sessions.hold();
            type(shell, "x");
        });
        look(shell, share, "sign-in that waits");
        Fx.run(() -> Fx.press(shell.scene().getRoot(), KeyCode.ESCAPE, false));
        Fx.run(shell::close);
    }

    @ParameterizedTest
    @CsvSource({"VI, 1280, 720, 0.25", "EN, 1280, 720, 0.25", "VI, 1920, 1040, 0.4", "EN, 1920, 1040, 0.4"})
    void noWordOfTheMainWindowIsCutOff(Language language, double width, double height, double share) throws Exception {
        Desk desk = desk(language, 40);
        Shell shell = open(desk, width, height);
        enter(shell, FakeSessions.PASSWORD);
        Fx.until("the cameras are there", () -> desk.catalogue.snapshot().size() > 0);
        Fx.run(() -> {
            desk.wall.put(List.of(new CameraId("camera-0")));
            Fx.press(shell.scene().getRoot(), KeyCode.F10, false);
            desk.notices.tell(new Notices.Notice("client.otherLayouts", List.of("Ca ngày", "Ca đêm, Quanh Hồ")));
        });
        look(shell, share, "main window with a notice");
        Fx.run(() -> {
            desk.notices.dismiss();
            Failure full = Failure.of(Failure.Kind.RESOURCES, "full").withText("store.nothingKept", "/home/a/b");
            desk.keeping.set(Optional.of(full));
            desk.parts.watch().look();
        });
        look(shell, share, "main window that keeps nothing");
        for (Connection.Phase phase :
                List.of(Connection.Phase.AWAY, Connection.Phase.WAITING, Connection.Phase.EXPIRED)) {
            Fx.run(() -> desk.sessions.connection(new Connection(phase, Instant.parse("2026-11-20T07:00:00Z"))));
            look(shell, share, "main window " + phase);
        }
        shapes(shell, share);
        Fx.run(() -> shell.wallOnly(true));
        look(shell, share, "nothing but the wall");
        Fx.run(() -> {
            shell.wallOnly(false);
            ((TextField) shell.scene().lookup(".tc-search")).setText("khong co camera nay");
        });
        Fx.until(
                "nothing is found", () -> shell.scene().lookup(".tc-tree-empty").isVisible());
        look(shell, share, "nothing found");
        Fx.run(() -> Fx.press(shell.scene().lookup(".tc-wall"), KeyCode.F1, false));
        look(shell, share, "list of keys");
        Fx.run(shell::close);
    }

    private void shapes(Shell shell, double share) throws Exception {
        Fx.run(() -> {
            Node button = shell.scene().lookup(".tc-top-bar .tc-figures");
            button.requestFocus();
            Fx.press(button, KeyCode.SPACE, false);
        });
        Fx.until("the shapes are there", () -> popup().isPresent());
        Window shown = Fx.on(() -> popup().orElseThrow());
        LongWords.haveRoom(shown.getScene(), share, "shapes of the wall", node -> false);
        Fx.run(shown::hide);
    }

    private static Optional<Window> popup() {
        return Window.getWindows().stream()
                .filter(each -> each instanceof PopupWindow && each.isShowing())
                .findFirst();
    }

    private Desk desk(Language language, int cameras) throws Exception {
        String tag = language.locale().getLanguage();
        Map<String, String> kept = Map.of("signIn.server", "may.vn", "signIn.user", "ban1", "language", tag);
        return Fx.on(() -> new Desk(lane, compute, cameras, 3, kept, false, () -> new WallReading(36, 34, 18_100, 12)));
    }

    private static Shell open(Desk desk, double width, double height) throws Exception {
        Shell shell = Fx.on(() -> {
            Shell made = new Shell(new Stage(), desk.parts);
            made.show();
            return made;
        });
        Stage stage = (Stage) shell.scene().getWindow();
        Fx.run(() -> stage.setMaximized(false));
        // A window manager may still be about to maximise it: asked again until it is so.
        Fx.until("the window has its size", () -> {
            stage.setWidth(width);
            stage.setHeight(height);
            return Math.abs(shell.scene().getWidth() - width) <= FRAME;
        });
        return shell;
    }

    private static void enter(Shell shell, String password) throws Exception {
        Fx.run(() -> type(shell, password));
    }

    private static void type(Shell shell, String password) {
        TextField field = (TextField) shell.scene().lookup(".password-field");
        field.setText(password);
        Fx.press(field, KeyCode.ENTER, false);
    }

    /** Names of cameras and sites are cut by design, and say themselves whole in their tooltips. */
    private static void look(Shell shell, double share, String where) throws Exception {
        LongWords.haveRoom(
                shell.scene(), share, where, node -> node.getStyleClass().contains("list-view") || behind(shell, node));
    }

    /** What lies under a cover is not read while it is there. */
    private static boolean behind(Shell shell, Node node) {
        Node cover = shell.scene().lookup(".tc-key-cover");
        return cover != null
                && !node.equals(cover)
                && node.getParent().equals(shell.scene().getRoot())
                && node.getStyleClass().stream().noneMatch(each -> each.equals("tc-live-badge"));
    }
}
