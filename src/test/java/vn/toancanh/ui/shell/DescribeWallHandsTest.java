package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.access.Level;
import vn.toancanh.access.Right;
import vn.toancanh.base.Texts;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.wall.remote.CityWall;
import vn.toancanh.wall.remote.FakeCityWalls;
import vn.toancanh.wall.remote.WallStanding.ScreenStanding;

/** Walls of the city are renamed, moved and taken away in the view of walls. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class DescribeWallHandsTest {
    private OpenShell open;
    private FakeCityWalls server;

    @BeforeEach
    void open() throws Exception {
        open = new OpenShell(40, 2);
        server = open.desk.cityWalls;
        Fx.run(() -> {
            server.offered = true;
            server.mayConfigure = true;
            server.with(FakeCityWalls.wall("truc", "Phòng trực", "s1", "s2"))
                    .with(FakeCityWalls.wall("sanh", "Sảnh", "s1"));
            away("s1");
            away("s2");
        });
    }

    @AfterEach
    void close() throws Exception {
        open.close();
    }

    private void away(String screen) {
        server.standing.put(screen, new ScreenStanding(screen, false, Optional.empty(), Optional.empty()));
    }

    private void show(Level level) throws Exception {
        Fx.run(() -> open.desk.sessions.rights = List.of(new Right(level, null, List.of())));
        open.signIn();
        Fx.run(() -> Fx.press(open.scene().getRoot(), KeyCode.W, true));
        Fx.settle(open.scene());
    }

    private Texts texts() throws Exception {
        return Fx.on(() -> open.desk.language.texts());
    }

    /** On the FX thread. */
    private Optional<Button> button(String words) {
        return open.scene().getRoot().lookupAll(".tc-walls .button").stream()
                .filter(each -> each instanceof Button button && words.equals(button.getText()))
                .filter(Node::isVisible)
                .map(each -> (Button) each)
                .findFirst();
    }

    private void press(String key, Object... args) throws Exception {
        String words = texts().get(key, args);
        Fx.run(() -> button(words).orElseThrow().fire());
    }

    private boolean isThere(String key, Object... args) throws Exception {
        String words = texts().get(key, args);
        return Fx.on(() -> button(words).filter(each -> !each.isDisabled()).isPresent());
    }

    private TextField name() throws Exception {
        String called = texts().get("walls.wallName");
        return Fx.on(() -> open.scene().getRoot().lookupAll(".tc-walls .text-field").stream()
                .map(each -> (TextField) each)
                .filter(each -> called.equals(each.getAccessibleText()))
                .findFirst()
                .orElseThrow());
    }

    private CityWall wall() throws Exception {
        return Fx.on(this::wallNow);
    }

    @Test
    void aNameAndASiteAreKeptTogether() throws Exception {
        show(Level.CONFIGURE);
        TextField name = name();
        assertThat(name.getText()).isEqualTo("Phòng trực");
        assertThat(isThere("walls.keep")).as("nothing was changed").isFalse();
        String accessible = texts().get("walls.wallSite");
        ComboBox<?> place = Fx.on(() -> open.scene().getRoot().lookupAll(".tc-walls .combo-box").stream()
                .map(each -> (ComboBox<?>) each)
                .filter(each -> accessible.equals(each.getAccessibleText()))
                .findFirst()
                .orElseThrow());
        int sites = Fx.on(() -> open.desk.catalogue.snapshot().sites().size());
        assertThat(place.getItems()).hasSize(sites + 1);
        Fx.run(() -> {
            name.setText("Phòng trực ca đêm");
            place.getSelectionModel().select(1);
        });
        press("walls.keep");
        assertThat(wall().name()).isEqualTo("Phòng trực ca đêm");
        assertThat(wall().site()).isNotNull();
        assertThat(isThere("walls.keep")).as("it is kept").isFalse();
    }

    @Test
    void whatIsTypedStaysWhereSomebodyElseWasFasterAndIsKeptOverThatOnlyWhenAsked() throws Exception {
        show(Level.CONFIGURE);
        TextField name = name();
        Fx.run(() -> {
            name.setText("Của tôi");
            server.with(new CityWall("truc", "Của người khác", wallNow().screens(), 2));
            server.tell(news -> news.changed("truc"));
        });
        assertThat(name.getText()).isEqualTo("Của tôi");
        press("walls.keep");
        assertThat(wall().name()).isEqualTo("Của người khác");
        assertThat(name.getText()).isEqualTo("Của tôi");
        press("walls.keep");
        assertThat(wall().name()).isEqualTo("Của tôi");
    }

    private CityWall wallNow() {
        return Objects.requireNonNull(server.walls.get("truc"));
    }

    @Test
    void aScreenAndAWallGoByTwoPresses() throws Exception {
        show(Level.CONFIGURE);
        assertThat(isThere("walls.removeScreen", 2)).as("none is chosen").isFalse();
        Fx.run(() -> open.desk.pushing.watched().touch("s2"));
        press("walls.removeScreen", 2);
        assertThat(wall().screens()).hasSize(2);
        press("walls.removeSure");
        assertThat(wall().screens()).hasSize(1);
        press("walls.deleteWall");
        assertThat(Fx.on(() -> server.walls)).containsKey("truc");
        press("walls.deleteSure");
        assertThat(Fx.on(() -> server.walls)).doesNotContainKey("truc");
        assertThat(name().getText()).as("of the wall that is looked at then").isEqualTo("Sảnh");
        press("walls.deleteWall");
        Fx.run(() -> {
            server.with(FakeCityWalls.wall("moi", "Mới", "s1"));
            open.desk.pushing.watched().choose("moi");
        });
        assertThat(Fx.on(() -> server.walls)).containsKey("sanh");
    }

    @Test
    void whoMayNotConfigureSeesNothingOfIt() throws Exception {
        show(Level.OPERATE);
        assertThat(Fx.on(() -> pane().isVisible())).isFalse();
    }

    /** On the FX thread: what holds all of it. */
    private Node pane() {
        return open.scene().getRoot().lookupAll(".tc-walls .text-field").stream()
                .filter(each -> "Tên tường hình".equals(((TextField) each).getAccessibleText()))
                .findFirst()
                .orElseThrow()
                .getParent();
    }
}
