package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.access.Connection;
import vn.toancanh.base.Language;
import vn.toancanh.desk.WallReading;
import vn.toancanh.model.Grid;
import vn.toancanh.ui.testing.FakeSessions;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.ui.testing.Hand;

/** A locked desk takes nothing but a password, by mouse and keyboard through the window system. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class LockShellTest {
    private static final int SIDE = 2;

    private Hand hand;
    private OpenShell open;

    @BeforeEach
    void open() throws Exception {
        Fx.needed();
        hand = new Hand();
        Map<String, String> kept = Map.of("signIn.server", "may.vn", "signIn.user", "ban1");
        open = new OpenShell(40, SIDE, kept, () -> new WallReading(4, 3, 0, 0));
        open.signIn();
        Fx.until("the window has its size", () -> open.scene().getWidth() > 1000);
        Fx.settle(open.scene());
        Fx.run(() -> open.desk.parts.watch().look());
    }

    @AfterEach
    void close() throws Exception {
        open.close();
    }

    private boolean there(String selector) throws Exception {
        return Fx.on(() -> open.scene().lookup(selector) != null);
    }

    private static boolean isSeen(Node node) {
        return node != null && node.isVisible() && node.getOpacity() > 0 && !node.isDisabled();
    }

    private void lock() throws Exception {
        hand.type(KeyCode.L, KeyCode.CONTROL);
        Fx.until("it is locked", () -> open.scene().lookup(".tc-lock-bar") != null);
        Fx.settle(open.scene());
    }

    private void enter(String password) throws Exception {
        Fx.run(() -> {
            TextField field = (TextField) open.scene().lookup(".tc-lock-bar .password-field");
            field.setText(password);
            Fx.press(field, KeyCode.ENTER, false);
        });
    }

    @Test
    void whileItIsLockedHandsAndKeysDoNothingAndTheWallStaysInSight() throws Exception {
        Node tile = Fx.on(() -> open.scene().lookup(".tile"));
        hand.click(Hand.middleOf(tile), MouseButton.SECONDARY);
        Fx.until("a menu is open", () -> popups() == 1);
        double height =
                Fx.on(() -> open.scene().lookup(".grid").getBoundsInParent().getHeight());
        hand.type(KeyCode.ESCAPE);
        Fx.until("it is shut", () -> popups() == 0);
        lock();
        assertThat(Fx.on(() -> isSeen(open.scene().lookup(".tc-live-badge"))))
                .as("the badge")
                .isTrue();
        assertThat(Fx.on(() -> open.scene().lookup(".grid").getBoundsInParent().getHeight()))
                .as("the wall's height")
                .isEqualTo(height);
        assertThat(there(".tc-top-bar .tc-figures")).as("the shape button").isFalse();
        int selected = Fx.on(() -> open.wall.desk.wall().selected());
        hand.click(Hand.middleOf(lastTile()), MouseButton.PRIMARY);
        hand.click(Hand.middleOf(lastTile()), MouseButton.SECONDARY);
        hand.doubleClick(Hand.middleOf(tile));
        hand.drag(Hand.middleOf(tile), Hand.middleOf(lastTile()));
        for (KeyCode key : new KeyCode[] {
            KeyCode.F1, KeyCode.F9, KeyCode.F10, KeyCode.F12, KeyCode.ESCAPE, KeyCode.DELETE, KeyCode.TAB, KeyCode.TAB
        }) {
            hand.type(key);
        }
        assertThat(there(".tc-lock-bar")).isTrue();
        hand.type(KeyCode.DIGIT3, KeyCode.CONTROL);
        hand.type(KeyCode.F, KeyCode.CONTROL);
        Fx.settle(open.scene());
        assertThat(there(".tc-lock-bar")).isTrue();
        assertThat(Fx.on(() -> open.wall.desk.wall().selected())).isEqualTo(selected);
        assertThat(Fx.on(() -> open.wall.desk.wall().layout().grid())).isEqualTo(new Grid(SIDE, SIDE));
        assertThat(Fx.on(LockShellTest::popups)).isZero();
        assertThat(there(".tc-key-card")).isFalse();
        assertThat(Fx.on(() -> open.scene().lookup(".tc-search").isDisabled())).isTrue();
        assertThat(Fx.on(() -> {
                    Node owner = open.scene().getFocusOwner();
                    return owner == null || isIn(owner, "tc-lock-bar");
                }))
                .as("the keyboard stays at the password")
                .isTrue();
    }

    private static boolean isIn(Node node, String styleClass) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains(styleClass)) {
                return true;
            }
        }
        return false;
    }

    private Node lastTile() throws Exception {
        return Fx.on(() -> open.scene().getRoot().lookupAll(".tile").stream()
                .skip(SIDE * SIDE - 1L)
                .findFirst()
                .orElseThrow());
    }

    private static int popups() {
        return (int) Window.getWindows().stream()
                .filter(each -> each instanceof PopupWindow && each.isShowing())
                .count();
    }

    @Test
    void aMenuThatStoodOpenIsShut() throws Exception {
        Node tile = Fx.on(() -> open.scene().lookup(".tile"));
        hand.click(Hand.middleOf(tile), MouseButton.SECONDARY);
        Fx.until("a menu is open", () -> popups() == 1);
        Fx.run(() -> open.desk.lock.now());
        Fx.until("it is shut", () -> popups() == 0);
    }

    @Test
    void thePasswordOpensItAndAllIsAsBefore() throws Exception {
        lock();
        enter("sai");
        Label said = Fx.on(() -> (Label) open.scene().lookup(".tc-lock-bar .tc-message .label"));
        assertThat(said.getText()).isEqualTo("Mật khẩu không đúng.");
        assertThat(there(".tc-lock-bar")).isTrue();
        enter(FakeSessions.PASSWORD);
        Fx.until("it is open", () -> open.scene().lookup(".tc-lock-bar") == null);
        assertThat(there(".tc-top-bar .tc-figures")).isTrue();
        hand.type(KeyCode.DIGIT3, KeyCode.CONTROL);
        Fx.until("keys count again", () -> open.wall.desk.wall().layout().grid().equals(new Grid(3, 3)));
    }

    @Test
    void neitherABackingServerNorAnotherLanguageOpensIt() throws Exception {
        lock();
        Fx.run(() -> open.desk.sessions.connection(new Connection(Connection.Phase.AWAY, null)));
        Fx.run(() -> open.desk.sessions.connection(new Connection(Connection.Phase.ONLINE, null)));
        assertThat(there(".tc-lock-bar")).isTrue();
        Fx.run(() -> open.desk.language.to(Language.EN));
        Fx.settle(open.scene());
        Label title = Fx.on(() -> (Label) open.scene().lookup(".tc-lock-bar .label"));
        assertThat(title.getText()).isEqualTo("This desk is locked");
        assertThat(Fx.on(() -> open.scene().lookup(".tc-search").isDisabled())).isTrue();
        hand.type(KeyCode.F1);
        assertThat(there(".tc-key-card")).isFalse();
    }

    @Test
    void aBareWallShowsItsBadgeAndTheBarAndIsBareAgainAfterwards() throws Exception {
        Fx.run(() -> open.shell.wallOnly(true));
        lock();
        assertThat(Fx.on(() -> isSeen(open.scene().lookup(".tc-live-badge")))).isTrue();
        enter(FakeSessions.PASSWORD);
        Fx.until("it is open", () -> open.scene().lookup(".tc-lock-bar") == null);
        assertThat(there(".tc-top-bar")).isFalse();
    }
}
