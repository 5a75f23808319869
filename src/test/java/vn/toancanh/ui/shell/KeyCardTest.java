package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.access.Connection;
import vn.toancanh.access.Level;
import vn.toancanh.access.Right;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Language;
import vn.toancanh.base.Secret;
import vn.toancanh.base.Texts;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.desk.WallReading;
import vn.toancanh.ui.kit.FxLane;
import vn.toancanh.ui.testing.Desk;
import vn.toancanh.ui.testing.FakeSessions;
import vn.toancanh.ui.testing.FakeWall;
import vn.toancanh.ui.testing.Fx;

/** The list of keys, and that what is not live is said whatever lies over the wall. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class KeyCardTest {
    private final FxLane lane = new FxLane();
    private final ThreadLane compute = new ThreadLane("compute");
    private Desk desk;
    private Shell shell;

    @BeforeEach
    void open() throws Exception {
        Fx.needed();
        Map<String, String> kept = Map.of("signIn.server", "may.vn", "signIn.user", "ban1");
        WallReading twoOut = new WallReading(36, 34, 18_000, 0);
        desk = Fx.on(() -> new Desk(lane, compute, 40, 3, kept, false, () -> twoOut));
        desk.cityWalls.offered = true;
        Fx.run(() -> {
            desk.alarmBook.open();
            desk.sticks.begin();
        });
        desk.sessions.rights = List.of(new Right(Level.CONFIGURE, null, List.of()));
        shell = Fx.on(() -> {
            Shell made = new Shell(new Stage(), desk.parts);
            made.show();
            TextField password = (TextField) made.scene().lookup(".password-field");
            password.setText(FakeSessions.PASSWORD);
            Fx.press(password, KeyCode.ENTER, false);
            return made;
        });
        Fx.until("the wall is there", () -> shell.scene().lookup(".tc-wall") != null);
        Fx.run(() -> desk.parts.watch().look());
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(shell::close);
        lane.close();
        compute.close();
    }

    private void press(KeyCode code) throws Exception {
        Fx.run(() -> Fx.press(shell.scene().getRoot(), code, false));
    }

    private List<String> listed() throws Exception {
        return Fx.on(() -> shell.scene().getRoot().lookupAll(".tc-key").stream()
                .map(each -> ((Label) each).getText())
                .toList());
    }

    private boolean badgeIsSeen() throws Exception {
        return Fx.on(() -> {
            Node badge = shell.scene().lookup(".tc-live-badge");
            List<Node> above = badge.getParent().getChildrenUnmodifiable();
            return badge.isVisible()
                    && badge.getOpacity() == 1
                    && above.getLast().equals(badge);
        });
    }

    @Test
    void theListOfKeysComesAndGoesAndGivesTheKeyboardBack() throws Exception {
        Fx.run(() -> shell.scene().lookup(".tc-search").requestFocus());
        press(KeyCode.F1);
        assertThat(listed()).contains("F1", "Enter, F", "Ctrl+Mũi tên", "P", "Home, End", "Ctrl+1 … Ctrl+9, Ctrl+0");
        press(KeyCode.ESCAPE);
        assertThat(listed()).isEmpty();
        Fx.run(() ->
                assertThat(shell.scene().getFocusOwner()).isSameAs(shell.scene().lookup(".tc-search")));
        press(KeyCode.F1);
        press(KeyCode.F1);
        assertThat(listed()).isEmpty();
    }

    private List<String> sentences() throws Exception {
        return Fx.on(() -> shell.scene().getRoot().lookupAll(".tc-key-card .label").stream()
                .map(each -> ((Label) each).getText())
                .toList());
    }

    @Test
    void keysOfDoorsThatAreLockedAreNotListed() throws Exception {
        Texts vi = new Texts(Language.VI);
        press(KeyCode.F1);
        assertThat(sentences())
                .contains(vi.get("alarms.keyAccept"), vi.get("alarms.silence"), vi.get("alarms.keyShow"));
        press(KeyCode.F1);
        Fx.run(() -> {
            desk.wall.heads = false;
            desk.sessions.rights = List.of(new Right(Level.VIEW, null, List.of()));
            desk.sessions.signIn(URI.create("https://may.vn"), "ban1", Secret.of(FakeSessions.PASSWORD), outcome -> {});
        });
        press(KeyCode.F1);
        assertThat(listed()).contains("F1", "Shift+Enter").doesNotContain("P", "Home, End", "F7");
        assertThat(sentences())
                .contains(vi.get("alarms.keyShow"))
                .doesNotContain(vi.get("alarms.keyAccept"), vi.get("alarms.silence"));
    }

    @Test
    void everyKeyOfTheWindowIsListed() throws Exception {
        press(KeyCode.F1);
        List<String> listed = listed();
        Fx.run(() -> {
            for (KeyCombination each : shell.scene().getAccelerators().keySet()) {
                String keys = each.getDisplayText();
                if (!keys.matches("Ctrl\\+[0-9]")) {
                    assertThat(listed).contains(keys);
                }
            }
        });
    }

    @Test
    void everyButtonOfTheBarsHasATooltipThatNamesItsKey() throws Exception {
        List<String> tips = Fx.on(() -> Stream.of(".tc-icon-only", ".tc-rail-button")
                .flatMap(each -> shell.scene().getRoot().lookupAll(each).stream())
                .map(each -> ((Control) each).getTooltip().getText())
                .toList());
        assertThat(tips).hasSizeGreaterThanOrEqualTo(6).allMatch(each -> each.matches(".+ {3}(F\\d+|Ctrl.+)"));
    }

    @Test
    void whatIsNotLiveIsSaidAboveWhateverCoversTheWindow() throws Exception {
        press(KeyCode.F1);
        assertThat(badgeIsSeen()).isTrue();
        press(KeyCode.ESCAPE);
        assertThat(badgeIsSeen()).as("the strip says it").isFalse();
        Fx.run(() -> desk.sessions.connection(new Connection(Connection.Phase.EXPIRED, null)));
        Fx.settle(shell.scene());
        Fx.run(() -> {
            Node again = shell.scene().lookup(".tc-banner .button");
            again.requestFocus();
            Fx.press(again, KeyCode.SPACE, false);
        });
        assertThat(Fx.on(() -> shell.scene().lookup(".tc-cover") != null)).isTrue();
        assertThat(badgeIsSeen()).isTrue();
        press(KeyCode.F1);
        assertThat(listed()).as("one thing after the other").isEmpty();
    }

    @Test
    void aWindowOfAnotherMonitorSaysItToo() throws Exception {
        List<Consumer<WallReading>> tell = new ArrayList<>();
        WallWindow window = Fx.on(() -> {
            WallWindow made = new WallWindow(
                    new WallWindow.Given(
                            desk.language, desk.lock, desk.sessions, desk.parts.clock(), desk.parts.zone(), false),
                    new FakeWall(2),
                    listener -> {
                        tell.add(listener);
                        return Handle.NONE;
                    },
                    () -> {});
            made.fill(Screen.getPrimary());
            return made;
        });
        Fx.run(() -> {
            Label badge = (Label) window.scene().lookup(".tc-live-badge");
            tell.getFirst().accept(new WallReading(9, 9, 0, 0));
            assertThat(badge.isVisible()).isFalse();
            tell.getFirst().accept(new WallReading(9, 7, 0, 0));
            assertThat(badge.isVisible()).isTrue();
            assertThat(badge.getText()).isEqualTo("2 / 9 không trực tiếp");
            window.close();
        });
    }
}
