package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.toancanh.access.Level;
import vn.toancanh.access.Right;
import vn.toancanh.model.Layout.Scope;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.wall.remote.FakeCityWalls;

/** What lies over the wall on a screen of 3840x2160, and on a small one. */
@Tag("slow")
class RoomyCardsTest {
    private OpenShell open;

    @BeforeEach
    void open() throws Exception {
        open = new OpenShell(60, 2);
        Fx.run(() -> open.desk.sessions.rights = List.of(new Right(Level.CONFIGURE, null, List.of())));
        open.signIn();
    }

    @AfterEach
    void close() throws Exception {
        open.close();
    }

    /** The bounds in the window of what is found there, the window's contents being laid out in that size. */
    private Bounds bounds(double width, double height, String selector) throws Exception {
        return Fx.on(() -> {
            Region root = (Region) open.scene().getRoot();
            root.resize(width, height);
            root.applyCss();
            root.layout();
            Node found = root.lookup(selector);
            return found.localToScene(found.getLayoutBounds());
        });
    }

    private void press(KeyCode code, boolean control) throws Exception {
        Fx.run(() -> Fx.press(open.scene().getRoot(), code, control));
        Fx.settle(open.scene());
    }

    private void layouts(int many) throws Exception {
        Fx.run(() -> {
            for (int i = 0; i < many; i++) {
                open.layouts.saved("Bình", "l-" + i, "Bố cục " + i, Scope.CITY, "c-1");
            }
        });
        press(KeyCode.F3, false);
        Fx.until("listed", () -> open.scene().lookup(".tc-layouts .list-cell:filled") != null);
    }

    @Test
    void layoutsTakeTheRoomThatALargeScreenHas() throws Exception {
        layouts(4);
        String card = ".tc-layouts .tc-administration-card";
        assertThat(bounds(3840, 2160, card).getHeight()).isBetween(1250.0, 1400.0);
        assertThat(bounds(1920, 1080, card).getHeight()).isEqualTo(780);
        Bounds small = bounds(1280, 640, card);
        assertThat(small.getMinY()).isNotNegative();
        assertThat(small.getMaxY()).isLessThanOrEqualTo(640);
    }

    @Test
    void manyLayoutsTakeMoreOfIt() throws Exception {
        layouts(80);
        assertThat(bounds(3840, 2160, ".tc-layouts .list-view").getHeight()).isGreaterThan(1800);
        Bounds card = bounds(3840, 2160, ".tc-layouts .tc-administration-card");
        assertThat(card.getMinY()).isNotNegative();
        assertThat(card.getMaxY()).isLessThanOrEqualTo(2160);
    }

    @Test
    void wallsOfTheCityTakeItTooAndNoneOfManyPushesTheOthersOut() throws Exception {
        Fx.run(() -> {
            FakeCityWalls server = open.desk.cityWalls;
            server.offered = true;
            server.mayConfigure = true;
            for (int i = 0; i < 40; i++) {
                server.with(FakeCityWalls.wall("w" + i, "Phường " + i, "s1", "s2"));
            }
            open.desk.parts.watch().look();
        });
        press(KeyCode.W, true);
        String card = ".tc-walls .tc-administration-card";
        Bounds large = bounds(3840, 2160, card);
        assertThat(large.getWidth()).isGreaterThan(2300);
        assertThat(large.getHeight()).isGreaterThan(1900);
        assertThat(bounds(3840, 2160, ".tc-wall-plan").getWidth()).isGreaterThan(1600);
        assertThat(bounds(1920, 1080, card).getWidth()).isEqualTo(1480);
        assertThat(bounds(1920, 1080, ".tc-walls .combo-box").getMaxY())
                .as("where the wall hangs")
                .isLessThan(bounds(1920, 1080, card).getMaxY());
    }
}
