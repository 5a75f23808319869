package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.access.Connection.Phase;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Language;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.Texts;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.central.CentralClient;
import vn.toancanh.central.CentralOptions;
import vn.toancanh.desk.WallReading;
import vn.toancanh.model.CameraId;
import vn.toancanh.server.ServerFixture;
import vn.toancanh.server.ServerOptions;
import vn.toancanh.server.accounts.Sessions;
import vn.toancanh.ui.kit.FxLane;
import vn.toancanh.ui.testing.Desk;
import vn.toancanh.ui.testing.Fx;

/** The main window at a real server over real HTTP: no camera, a whole city, and a session that ends meanwhile. */
@Tag("slow")
class RealServerShellTest {
    private static final int CITY = 50_000;
    private static final Duration HEARTBEAT = Duration.ofMillis(200);

    @TempDir
    Path data;

    private final Texts texts = new Texts(Language.VI);
    private final FxLane lane = new FxLane();
    private final ThreadLane compute = new ThreadLane("compute");
    private final ManualClock clock = new ManualClock();
    private ServerFixture fixture;
    private CentralClient central;
    private Desk desk;
    private Shell shell;

    @BeforeEach
    void open() throws Exception {
        Fx.needed();
        fixture = ServerFixture.start(ServerOptions.at(data).withClock(clock).withHeartbeat(HEARTBEAT));
        central = Fx.on(() -> new CentralClient(CentralOptions.standard("test"), lane, Clock.SYSTEM));
        desk = Fx.on(() -> new Desk(
                lane,
                compute,
                central.sessions(),
                central.catalogue(),
                3,
                Map.of("signIn.server", fixture.server.baseUri().toString(), "signIn.user", "operator"),
                false,
                () -> new WallReading(1, 1, 500, 0)));
        shell = Fx.on(() -> {
            Shell made = new Shell(new Stage(), desk.parts);
            made.show();
            return made;
        });
    }

    @AfterEach
    void close() throws Exception {
        if (shell != null) {
            Fx.run(shell::close);
            Fx.run(central::close);
            fixture.close();
        }
        lane.close();
        compute.close();
    }

    private void signIn() throws Exception {
        Fx.run(() -> {
            TextField password = (TextField) shell.scene().lookup(".password-field");
            password.setText(ServerFixture.PASSWORD);
            Fx.press(password, KeyCode.ENTER, false);
        });
        Fx.until("signed in", () -> central.sessions().state().connection().phase() == Phase.ONLINE);
    }

    private boolean said(String selector, String sentence) {
        return shell.scene().getRoot().lookupAll(selector + " .label").stream()
                .anyMatch(node -> node instanceof Label label && label.getText().equals(sentence));
    }

    @Test
    void aCityWithoutCamerasSaysSoAndWhatToDoAndFillsByItself() throws Exception {
        signIn();
        Fx.until("it says that there are none", () -> said(".tc-tree-empty", texts.get("tree.none")));
        Fx.run(() -> {
            assertThat(said(".tc-tree-empty", texts.get("tree.noneThen"))).isTrue();
            assertThat(shell.scene().lookup(".tc-tree-empty").isVisible()).isTrue();
        });
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 3));
        Fx.until(
                "they are there without asking", () -> desk.catalogue.snapshot().size() == 3);
        Fx.until("and are listed", () -> !shell.scene().lookup(".tc-tree-empty").isVisible());
    }

    @Test
    void aCityOfFiftyThousandCamerasComesAndIsSearched() throws Exception {
        fixture.server
                .inventory()
                .merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, CITY));
        long begun = System.nanoTime();
        signIn();
        Fx.until("all are there", () -> desk.catalogue.snapshot().size() == CITY);
        double seconds = (System.nanoTime() - begun) / 1e9;
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.printf(
                "sign-in to %d cameras listed: %.1f s; heap of both sides %d MB%n", CITY, seconds, heap >> 20);
        Fx.until("its site is listed", () -> rows() > 0);
        Fx.run(() -> ((TextField) shell.scene().lookup(".tc-search")).setText("nga tu so 49999"));
        Fx.until("it is found", () -> said(".tc-tree", texts.get("tree.found", 1)));
        fixture.server.inventory().remove(new CameraId("c-49999"));
        Fx.until("one is gone", () -> desk.catalogue.snapshot().size() == CITY - 1);
    }

    private int rows() {
        return shell.scene().lookup(".tc-tree .list-view") instanceof ListView<?> list
                ? list.getItems().size()
                : 0;
    }

    @Test
    void aSessionThatEndsIsSaidOverTheWallThatGoesOnAndIsRenewed() throws Exception {
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 3));
        signIn();
        Fx.until("the cameras are there", () -> desk.catalogue.snapshot().size() == 3);
        Fx.run(() -> desk.wall.put(List.of(new CameraId("c-1"))));
        clock.advance(Sessions.REFRESH.plusMinutes(1));
        Fx.until("it is said", () -> said(".tc-banner", texts.get("shell.expired")));
        Fx.run(() -> {
            assertThat(shell.scene().lookup(".tc-wall")).isNotNull();
            assertThat(desk.wall.cameras()).containsKey(new CameraId("c-1"));
            assertThat(desk.catalogue.snapshot().size()).isEqualTo(3);
            var again = shell.scene().lookup(".tc-banner .button");
            again.requestFocus();
            Fx.press(again, KeyCode.SPACE, false);
            assertThat(said(".tc-cover", texts.get("login.expired"))).isTrue();
        });
        signIn();
        Fx.until("the form is gone", () -> shell.scene().lookup(".tc-cover") == null);
        Fx.until(
                "nothing is left to say",
                () -> !said(".tc-banner", texts.get("shell.expired"))
                        || !shell.scene().lookup(".tc-banner").isVisible());
        assertThat(desk.wall.cameras()).hasSize(1);
    }
}
