package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toancanh.access.Connection;
import vn.toancanh.base.Language;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.desk.WallReading;
import vn.toancanh.model.CameraId;
import vn.toancanh.ui.kit.FxLane;
import vn.toancanh.ui.testing.Desk;
import vn.toancanh.ui.testing.FakeSessions;
import vn.toancanh.ui.testing.Fx;

/** Words a quarter longer than ours still have room, in a window of 1280x720 as in a large one. */
@Tag("slow")
class LongWordsTest {
    private static final double LONGER = 1.25;

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
    @CsvSource({"VI, 1280, 720", "EN, 1280, 720", "VI, 1920, 1080", "EN, 1920, 1080"})
    void noWordIsCutOff(Language language, double width, double height) throws Exception {
        Map<String, String> kept = Map.of(
                "signIn.server",
                "may.vn",
                "signIn.user",
                "ban1",
                "language",
                language.locale().getLanguage());
        Desk desk = Fx.on(() -> new Desk(lane, compute, 40, 3, kept, false, () -> new WallReading(36, 34, 18_100, 12)));
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
        Fx.run(() -> {
            TextField password = (TextField) shell.scene().lookup(".password-field");
            password.setText("sai");
            Fx.press(password, KeyCode.ENTER, false);
        });
        stretched(shell, "sign-in");
        Fx.run(() -> {
            TextField password = (TextField) shell.scene().lookup(".password-field");
            password.setText(FakeSessions.PASSWORD);
            Fx.press(password, KeyCode.ENTER, false);
        });
        Fx.until("the cameras are there", () -> desk.catalogue.snapshot().size() > 0);
        Fx.run(() -> {
            desk.wall.put(List.of(new CameraId("camera-0")));
            Fx.press(shell.scene().getRoot(), KeyCode.F10, false);
            desk.sessions.connection(new Connection(Connection.Phase.AWAY, Instant.parse("2026-11-20T07:00:00Z")));
        });
        stretched(shell, "main window");
        Fx.run(() -> Fx.press(shell.scene().getRoot(), KeyCode.F1, false));
        stretched(shell, "list of keys");
        Fx.run(shell::close);
    }

    /** Makes all words longer, looks whether they have room, and puts them back. */
    private static void stretched(Shell shell, String where) throws Exception {
        Fx.settle(shell.scene());
        List<Labeled> words = Fx.on(() -> words(shell.scene().getRoot()));
        List<String> before = Fx.on(() -> words.stream().map(Labeled::getText).toList());
        Fx.run(() -> words.forEach(each -> each.setText(longer(each.getText()))));
        Fx.settle(shell.scene());
        Fx.run(() -> {
            for (Labeled each : words) {
                String shown = ((Text) each.lookup(".text")).getText();
                assertThat(shown).as(where).isEqualTo(each.getText());
                Bounds bounds = each.localToScene(each.getLayoutBounds());
                assertThat(bounds.getMinX()).as(where + ": " + shown).isGreaterThanOrEqualTo(0);
                assertThat(bounds.getMaxX())
                        .as(where + ": " + shown)
                        .isLessThanOrEqualTo(shell.scene().getWidth());
                assertThat(bounds.getMaxY())
                        .as(where + ": " + shown)
                        .isLessThanOrEqualTo(shell.scene().getHeight());
            }
            for (int i = 0; i < words.size(); i++) {
                words.get(i).setText(before.get(i));
            }
        });
    }

    private static String longer(String words) {
        int more = (int) Math.ceil(words.length() * (LONGER - 1));
        return words + "n".repeat(more);
    }

    /** What is said by us; names of cameras and sites are cut by design, and say themselves whole in their tooltips. */
    private static List<Labeled> words(Parent root) {
        List<Labeled> found = new ArrayList<>();
        for (Node each : root.getChildrenUnmodifiable()) {
            if (!each.isVisible() || each.getStyleClass().contains("list-view")) {
                continue;
            }
            if (each instanceof Labeled labeled
                    && labeled.getText() != null
                    && !labeled.getText().isBlank()
                    && labeled.lookup(".text") instanceof Text) {
                found.add(labeled);
            } else if (each instanceof Parent parent) {
                found.addAll(words(parent));
            }
        }
        return found;
    }
}
