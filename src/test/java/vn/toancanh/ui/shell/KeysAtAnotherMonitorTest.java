package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.toancanh.desk.PaletteEntry;
import vn.toancanh.model.Monitor;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.ui.walls.WallsView;
import vn.toancanh.wall.remote.FakeCityWalls;

/** Keys of the main window, pressed at the window of a second monitor. */
@Tag("slow")
class KeysAtAnotherMonitorTest {
    private OpenShell open;
    private SecondWindow second;

    @BeforeEach
    void open() throws Exception {
        open = new OpenShell(40, 2);
        open.signIn();
        second = new SecondWindow(open, 2);
    }

    @AfterEach
    void close() throws Exception {
        second.close();
        open.close();
    }

    private boolean cardIsThere() throws Exception {
        return Fx.on(() -> second.scene().getRoot().lookup(".tc-key-cover") != null);
    }

    @Test
    void aSquareIsThatOfTheWallThere() throws Exception {
        second.key(KeyCode.DIGIT3, true, false);
        assertThat(Fx.on(() -> second.wall.desk.wall().tiles())).isEqualTo(9);
        assertThat(Fx.on(() -> open.wall.desk.wall().tiles())).isEqualTo(4);
        second.key(KeyCode.DIGIT0, true, false);
        assertThat(Fx.on(() -> second.wall.desk.wall().tiles())).isEqualTo(100);
    }

    @Test
    void itsPaletteHasWhatCanBeDoneWithMonitors() throws Exception {
        Monitor beside = new Monitor("HDMI-7", "", 5000, 0, 1280, 720);
        Fx.run(() -> open.desk.monitors.are(new Monitor("DP-1", "", 0, 0, 1920, 1080), beside));
        second.key(KeyCode.K, true, false);
        String words = open.desk.language.texts().get("shell.monitorOpen", "HDMI-7, 1280×720");
        assertThat(lines()).contains(words, open.desk.language.texts().get("shell.monitorsAll"));
    }

    private List<String> lines() throws Exception {
        return Fx.on(() -> ((ListView<?>) second.scene().lookup(".tc-palette .list-view"))
                .getItems().stream()
                        .filter(each -> each instanceof PaletteEntry.OfAction)
                        .map(each -> ((PaletteEntry.OfAction) each).action().words())
                        .toList());
    }

    @Test
    void theListOfKeysComesThereAndGoes() throws Exception {
        second.key(KeyCode.F1, false, false);
        assertThat(cardIsThere()).isTrue();
        assertThat(Fx.on(() -> open.scene().getRoot().lookup(".tc-key-cover"))).isNull();
        second.key(KeyCode.DIGIT3, true, false);
        assertThat(Fx.on(() -> second.wall.desk.wall().tiles()))
                .as("nothing happens under it")
                .isEqualTo(4);
        second.key(KeyCode.F1, false, false);
        assertThat(cardIsThere()).isFalse();
        second.key(KeyCode.F1, false, false);
        second.key(KeyCode.ESCAPE, false, false);
        assertThat(cardIsThere()).isFalse();
        assertThat(Fx.on(() -> second.scene().getFocusOwner()))
                .isSameAs(Fx.on(() -> second.wall.part.view().orElseThrow()));
    }

    @Test
    void theDeskIsLockedFromThereAlsoUnderAForm() throws Exception {
        second.key(KeyCode.F3, false, false);
        second.key(KeyCode.L, true, false);
        assertThat(Fx.on(() -> open.desk.lock.locked())).isTrue();
        assertThat(Fx.on(() -> second.scene().getRoot().isDisabled())).isTrue();
        assertThat(Fx.on(() -> second.scene().getRoot().lookup(".tc-layouts"))).isNull();
        second.key(KeyCode.F1, false, false);
        assertThat(cardIsThere()).as("locked").isFalse();
    }

    @Test
    void theWallsOfTheCityAndTheHandoverComeInTheMainWindow() throws Exception {
        second.key(KeyCode.W, true, false);
        assertThat(Fx.on(this::wallsAreThere)).as("there are none").isFalse();
        Fx.run(() -> {
            open.desk.cityWalls.offered = true;
            open.desk.cityWalls.with(FakeCityWalls.wall("truc", "Phòng trực", "s1"));
        });
        second.key(KeyCode.W, true, false);
        assertThat(Fx.on(this::wallsAreThere)).isTrue();
        second.key(KeyCode.W, true, false);
        assertThat(Fx.on(this::wallsAreThere)).isFalse();
        second.key(KeyCode.H, true, false);
        assertThat(Fx.on(() -> open.scene().getRoot().lookup(".tc-cover"))).isNotNull();
        assertThat(Fx.on(() -> second.scene().getRoot().lookup(".tc-cover"))).isNull();
    }

    /** On the FX thread. */
    private boolean wallsAreThere() {
        return open.scene().getRoot().getChildrenUnmodifiable().stream()
                .anyMatch((Node each) -> each instanceof WallsView);
    }
}
