package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.toancanh.access.Connection;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Language;
import vn.toancanh.base.Secret;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.catalogue.CatalogueOwner;
import vn.toancanh.desk.Notices;
import vn.toancanh.desk.WallReading;
import vn.toancanh.ui.kit.FxLane;
import vn.toancanh.ui.testing.City;
import vn.toancanh.ui.testing.Desk;
import vn.toancanh.ui.testing.FakeSessions;
import vn.toancanh.ui.testing.Fx;

/** The main window while the server is away and nobody could sign in, and what it tells once. */
@Tag("slow")
class AwayShellTest {
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
            field.setText(password);
            Fx.press(field, KeyCode.ENTER, false);
        });
    }

    private static boolean there(Shell shell, String selector) throws Exception {
        return Fx.on(() -> shell.scene().lookup(selector) != null);
    }

    private Desk waiting(boolean kiosk) throws Exception {
        Map<String, String> kept =
                Map.of("signIn.server", "may.vn", "signIn.user", "ban1", "signIn.atWork", "https://may.vn ban1");
        Desk desk = Fx.on(() -> new Desk(lane, compute, 40, 4, kept, kiosk, () -> WallReading.NOTHING));
        desk.kept.contents.put(new CatalogueOwner(URI.create("https://may.vn"), "ban1"), City.of(30));
        desk.wasHere(URI.create("https://may.vn"), "ban1");
        desk.sessions.fail(Failure.Kind.UNREACHABLE);
        desk.source.fail(Failure.Kind.UNREACHABLE);
        return desk;
    }

    private static String banner(Shell shell) throws Exception {
        return Fx.on(() -> shell.scene().lookup(".tc-banner .label") instanceof Label label
                        && shell.scene().lookup(".tc-banner").isVisible()
                ? label.getText()
                : "");
    }

    private static void click(Shell shell, String words) throws Exception {
        Fx.run(() -> {
            Node button = shell.scene().getRoot().lookupAll(".button").stream()
                    .filter(each -> each instanceof Button some && words.equals(some.getText()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no button " + words));
            button.requestFocus();
            Fx.press(button, KeyCode.SPACE, false);
        });
    }

    @Test
    void whileTheServerIsAwayOneGoesOnWithTheKeptListAndIsSignedInWhenItIsBack() throws Exception {
        Desk desk = waiting(false);
        Shell shell = open(desk);
        type(shell, FakeSessions.PASSWORD);
        Label said = Fx.on(() -> (Label) shell.scene().lookup(".tc-message.tc-act .label"));
        assertThat(said.getText()).contains("may.vn không trả lời");
        click(shell, "Dùng danh sách camera lưu lúc 13:58:00");
        Fx.until("the kept cameras are there", () -> desk.catalogue.snapshot().size() == 30);
        assertThat(there(shell, ".tc-tree")).isTrue();
        assertThat(banner(shell)).contains("Máy chủ không trả lời").contains("13:58:00");
        Label strip = Fx.on(() -> (Label) shell.scene().getRoot().lookupAll(".tc-status-strip .label").stream()
                .toList()
                .get(1));
        assertThat(strip.getText()).contains("không trả lời");

        click(shell, "Máy chủ khác");
        assertThat(there(shell, ".tc-sign-in")).isTrue();
        type(shell, FakeSessions.PASSWORD);
        click(shell, "Dùng danh sách camera lưu lúc 13:58:00");
        Fx.until(
                "the kept cameras are there again",
                () -> desk.catalogue.snapshot().size() == 30);
        Fx.run(() -> {
            desk.sessions.fail(null);
            desk.source.fail(null);
        });
        click(shell, "Thử ngay");
        Fx.until("all cameras are there", () -> desk.catalogue.snapshot().size() == 40);
        assertThat(banner(shell)).isEmpty();
        Fx.run(shell::close);
    }

    @Test
    void anUnattendedWallSaysThatItWaitsAndNothingElse() throws Exception {
        Desk desk = waiting(true);
        Shell shell = open(desk);
        Fx.run(() -> desk.signIn.whenBack("may.vn", "ban1", Secret.of(FakeSessions.PASSWORD), answer -> {}));
        Fx.until("the kept cameras are there", () -> desk.catalogue.snapshot().size() == 30);
        assertThat(there(shell, ".tc-top-bar")).isFalse();
        assertThat(banner(shell)).contains("Máy chủ không trả lời").contains("13:58:00");
        double height = Fx.on(() -> {
            shell.scene().getRoot().applyCss();
            shell.scene().getRoot().layout();
            return shell.scene().lookup(".tc-banner").getLayoutBounds().getHeight();
        });
        assertThat(height).as("a line, not the whole window").isBetween(20.0, 80.0);
        Fx.run(() -> {
            desk.sessions.fail(null);
            desk.source.fail(null);
            desk.signIn.tryNow();
        });
        Fx.until("all cameras are there", () -> desk.catalogue.snapshot().size() == 40);
        assertThat(banner(shell)).isEmpty();
        Fx.run(() -> desk.sessions.connection(new Connection(Connection.Phase.AWAY, null)));
        assertThat(banner(shell)).as("the tiles say the rest").isEmpty();
        Fx.run(shell::close);
    }

    @Test
    void whenRightsHaveRunOutTheFormComesAndGoesWithTheServer() throws Exception {
        Desk desk = waiting(false);
        Shell shell = open(desk);
        Fx.run(() -> desk.signIn.whenBack("may.vn", "ban1", Secret.of(FakeSessions.PASSWORD), answer -> {}));
        Fx.until("the kept cameras are there", () -> desk.catalogue.snapshot().size() == 30);
        Fx.run(() -> desk.sessions.connection(
                new Connection(Connection.Phase.LAPSED, desk.parts.clock().now())));
        assertThat(there(shell, ".tc-sign-in")).isTrue();
        assertThat(banner(shell)).contains("Quyền dùng khi mất máy chủ đã hết");
        type(shell, FakeSessions.PASSWORD);
        assertThat(there(shell, ".tc-sign-in"))
                .as("who types cannot go on either")
                .isTrue();
        Fx.run(() -> Fx.press(shell.scene().getRoot(), KeyCode.ESCAPE, false));
        assertThat(there(shell, ".tc-sign-in.tc-closed"))
                .as("nobody steps behind it")
                .isTrue();
        Fx.run(() -> desk.language.to(Language.EN));
        assertThat(there(shell, ".tc-sign-in.tc-closed"))
                .as("nor by another language")
                .isTrue();
        Fx.run(() -> {
            desk.sessions.fail(null);
            desk.source.fail(null);
            desk.signIn.tryNow();
        });
        Fx.until("all cameras are there", () -> desk.catalogue.snapshot().size() == 40);
        assertThat(there(shell, ".tc-sign-in")).isFalse();
        Fx.run(shell::close);
    }

    @Test
    void aNoticeStandsUntilItWasRead() throws Exception {
        Desk desk = waiting(false);
        Fx.run(() -> {
            desk.sessions.fail(null);
            desk.source.fail(null);
        });
        Shell shell = open(desk);
        type(shell, FakeSessions.PASSWORD);
        Fx.until("the cameras are there", () -> desk.catalogue.snapshot().size() == 40);
        Fx.run(() -> desk.notices.tell(new Notices.Notice("client.noLayout", List.of("Ca ngày"))));
        assertThat(banner(shell)).contains("\"Ca ngày\"");
        Fx.run(() -> desk.sessions.connection(new Connection(Connection.Phase.AWAY, null)));
        assertThat(banner(shell)).contains("không trả lời");
        Fx.run(() -> desk.sessions.connection(new Connection(Connection.Phase.ONLINE, null)));
        Fx.run(() -> desk.language.to(Language.EN));
        assertThat(banner(shell)).contains("no layout named \"Ca ngày\"");
        click(shell, "Understood");
        assertThat(banner(shell)).isEmpty();
        Fx.run(shell::close);
    }
}
