package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.toancanh.access.Connection;
import vn.toancanh.base.Language;
import vn.toancanh.desk.WallReading;
import vn.toancanh.model.CameraId;
import vn.toancanh.ui.testing.Desk;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.ui.testing.OpeningWall;
import vn.toancanh.ui.testing.Walk;

/** Every view without a mouse, without eyes, and with an unsteady hand: names, Tab, the sight of the keyboard, sizes. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class WalkTest {
    /** Pixels that a frame around the least of our controls has, one thick. */
    private static final int LEAST_TOLD = 100;

    private Desk desk;
    private OpenShell open;
    private OpeningWall wall;
    private Shell shell;

    @BeforeEach
    void open() throws Exception {
        Map<String, String> kept = Map.of("signIn.server", "may.vn", "signIn.user", "ban1", "language", "vi");
        open = new OpenShell(40, 3, kept, () -> new WallReading(9, 7, 0, 0));
        desk = open.desk;
        wall = open.wall;
        shell = open.shell;
    }

    @AfterEach
    void close() throws Exception {
        open.close();
    }

    private void enter() throws Exception {
        open.signIn();
        Fx.run(() -> {
            wall.part.put(List.of(new CameraId("camera-0"), new CameraId("camera-4")));
            Fx.press(shell.scene().getRoot(), KeyCode.F10, false);
            desk.sessions.connection(new Connection(Connection.Phase.WAITING, Instant.parse("2026-11-20T07:00:00Z")));
        });
        Fx.settle(shell.scene());
    }

    private void press(KeyCode code) throws Exception {
        Fx.run(() -> Fx.press(shell.scene().getRoot(), code, false));
        Fx.settle(shell.scene());
    }

    private Scene shapes() throws Exception {
        Fx.run(() -> {
            Node button = shell.scene().lookup(".tc-top-bar .tc-figures");
            button.requestFocus();
            Fx.press(button, KeyCode.SPACE, false);
        });
        Fx.until("the shapes are there", () -> popup().isPresent());
        Scene scene = Fx.on(() -> popup().orElseThrow().getScene());
        Fx.settle(scene);
        return scene;
    }

    private static Optional<Window> popup() {
        return Window.getWindows().stream()
                .filter(each -> each instanceof PopupWindow && each.isShowing())
                .findFirst();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatCanBeWorkedHasANameAndCanBeHit(Language language) throws Exception {
        Fx.run(() -> desk.language.to(language));
        Fx.settle(shell.scene());
        assertThat(Fx.on(() -> Walk.faults(shell.scene()))).as("sign-in").isEmpty();
        enter();
        Fx.run(() -> ((TextField) shell.scene().lookup(".tc-search")).setText("hang"));
        Fx.settle(shell.scene());
        assertThat(Fx.on(() -> Walk.faults(shell.scene()))).as("main window").isEmpty();
        assertThat(Fx.on(() -> Walk.controls(shell.scene()))).hasSizeGreaterThan(12);
        Scene shapes = shapes();
        assertThat(Fx.on(() -> Walk.faults(shapes))).as("shapes").isEmpty();
        Fx.run(() -> shapes.getWindow().hide());
        press(KeyCode.F1);
        assertThat(Fx.on(() -> Walk.faults(shell.scene()))).as("list of keys").isEmpty();
    }

    @Test
    void theLinesOfTheTreeSayWhatTheyAre() throws Exception {
        enter();
        List<String> said = Fx.on(() -> shell.scene().getRoot().lookupAll(".list-cell").stream()
                .filter(each -> !((javafx.scene.control.ListCell<?>) each).isEmpty())
                .map(Walk::name)
                .toList());
        assertThat(said).isNotEmpty().noneMatch(String::isBlank);
    }

    @Test
    void tabLeadsEverywhereFromTheTopLeftToTheFoot() throws Exception {
        assertThat(walkedOver()).as("sign-in").isEmpty();
        enter();
        assertThat(walkedOver()).as("main window").isEmpty();
        List<Node> way = way();
        List<String> places =
                Fx.on(() -> way.stream().map(WalkTest::place).distinct().toList());
        assertThat(places).containsExactly("bar", "banner", "rail", "tree", "wall");
    }

    /** The way from the first of the bar. */
    private List<Node> way() throws Exception {
        Fx.run(() -> shell.scene().lookup(".tc-top-bar .tc-figures").requestFocus());
        return Walk.byTab(shell.scene());
    }

    private List<String> walkedOver() throws Exception {
        List<Node> reached = Walk.byTab(shell.scene());
        return Fx.on(() -> {
            List<String> missed = new ArrayList<>();
            for (Node each : Walk.controls(shell.scene())) {
                if (each.isFocusTraversable() && !Walk.isReached(each, reached)) {
                    missed.add(Walk.name(each));
                }
            }
            return missed;
        });
    }

    private static String place(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            for (String part : List.of("top-bar", "banner", "rail", "tree", "details", "wall")) {
                if (each.getStyleClass().contains("tc-" + part)) {
                    return part.equals("top-bar") ? "bar" : part;
                }
            }
        }
        return "nowhere: " + node;
    }

    @Test
    void theKeyboardIsSeenWhereverItIs() throws Exception {
        assertThat(unseen()).as("sign-in").isEmpty();
        enter();
        assertThat(unseen()).as("main window").isEmpty();
    }

    @Test
    void tabStaysInWhatLiesOverTheWindowAndTheKeyboardComesBack() throws Exception {
        enter();
        Node before = Fx.on(() -> shell.scene().lookup(".tc-search"));
        Fx.run(before::requestFocus);
        press(KeyCode.F1);
        Node cover = Fx.on(() -> shell.scene().lookup(".tc-key-cover"));
        List<Node> way = Walk.byTab(shell.scene());
        assertThat(way).isNotEmpty().allMatch(each -> isBelow(each, cover));
        press(KeyCode.ESCAPE);
        assertThat(Fx.on(() -> shell.scene().getFocusOwner())).isSameAs(before);
    }

    private static boolean isBelow(Node node, Node above) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.equals(above)) {
                return true;
            }
        }
        return false;
    }

    /** What looks alike with the keyboard and without. */
    private List<String> unseen() throws Exception {
        List<Node> way = Walk.byTab(shell.scene());
        List<WindowPicture> pictures = new ArrayList<>();
        for (int i = 0; i < way.size(); i++) {
            Fx.run(() -> Fx.press(shell.scene().getRoot(), KeyCode.TAB, false));
            Fx.settle(shell.scene());
            pictures.add(Fx.on(() -> WindowPicture.of(shell.scene())));
        }
        return Fx.on(() -> {
            List<String> unseen = new ArrayList<>();
            // The way begins anew at its first, so the picture of the first comes last.
            for (int i = 0; i < way.size(); i++) {
                Node each = way.get(i);
                WindowPicture with = pictures.get((i - 1 + way.size()) % way.size());
                WindowPicture without = pictures.get((i + 1) % way.size());
                Bounds place = each.localToScene(each.getLayoutBounds());
                int told = Walk.told(with, without, place);
                if (told < LEAST_TOLD && way.size() > 2) {
                    unseen.add(Walk.name(each) + " of " + each.getClass().getSimpleName() + ": " + told + " pixels");
                }
            }
            return unseen;
        });
    }

    @Test
    void theTreeShowsTheKeyboardBeforeALineIsChosen() throws Exception {
        enter();
        ListView<?> list = Fx.on(() -> (ListView<?>) shell.scene().lookup(".list-view"));
        Fx.run(() -> {
            list.getSelectionModel().clearSelection();
            list.getFocusModel().focus(-1);
            shell.scene().lookup(".tc-search").requestFocus();
        });
        Fx.settle(shell.scene());
        WindowPicture without = Fx.on(() -> WindowPicture.of(shell.scene()));
        Fx.run(() -> Fx.press(shell.scene().getRoot(), KeyCode.TAB, false));
        Fx.settle(shell.scene());
        WindowPicture with = Fx.on(() -> WindowPicture.of(shell.scene()));
        assertThat(Fx.on(() -> list.isFocused())).isTrue();
        Bounds place = Fx.on(() -> list.localToScene(list.getLayoutBounds()));
        assertThat(Walk.told(with, without, place)).isGreaterThanOrEqualTo(LEAST_TOLD);
    }
}
