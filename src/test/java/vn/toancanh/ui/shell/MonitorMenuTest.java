package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.base.Language;
import vn.toancanh.desk.MonitorDesk;
import vn.toancanh.desk.PaletteAction;
import vn.toancanh.model.Monitor;
import vn.toancanh.ui.testing.Fx;

/** The menu of windows and monitors, and the commands of the palette that do the same. */
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class MonitorMenuTest {
    private static final Monitor LEFT = new Monitor("HDMI-1", "", 0, 0, 1920, 1080);
    private static final Monitor RIGHT = new Monitor("DP-1", "", 1920, 0, 2560, 1440);

    private OpenShell open;
    private MonitorDesk desk;

    @BeforeEach
    void open() throws Exception {
        open = new OpenShell(20, 2);
        open.signIn();
        desk = open.desk.parts.monitors().desk();
        Fx.run(() -> {
            open.desk.language.to(Language.EN);
            open.desk.monitors.are(LEFT, RIGHT);
        });
    }

    @AfterEach
    void close() throws Exception {
        open.close();
    }

    private List<MenuItem> items() {
        return ((MonitorMenu) open.scene().lookup(".tc-monitor-menu")).getItems();
    }

    private List<String> lines() throws Exception {
        return Fx.on(() -> items().stream()
                .filter(item -> !(item instanceof SeparatorMenuItem))
                .map(item -> (item instanceof CheckMenuItem check && check.isSelected() ? "✓ " : "") + item.getText())
                .toList());
    }

    @Test
    void aWindowIsOpenedAndClosedAndSaidToWaitForItsMonitor() throws Exception {
        assertThat(lines())
                .containsExactly(
                        "✓ 1 · HDMI-1, 1920×1080 · this window", "DP-1, 2560×1440", "Open a wall on every monitor");
        Fx.run(() -> items().get(1).fire());
        assertThat(lines()).contains("✓ 2 · DP-1, 2560×1440");
        Fx.run(() -> open.desk.monitors.are(LEFT));
        assertThat(lines()).contains("2 · DP-1, 2560×1440 · waits for its monitor");
        Fx.run(() -> open.desk.monitors.are(RIGHT));
        assertThat(lines()).contains("✓ 1 · HDMI-1, 1920×1080 · this window, elsewhere for now");
        Fx.run(() -> open.desk.monitors.are(RIGHT, LEFT));
        Fx.run(() -> items().get(1).fire());
        assertThat(Fx.on(() -> desk.windows().size())).isEqualTo(1);
    }

    @Test
    void theKeyOpensTheMenuFromTheBareWallToo() throws Exception {
        Fx.run(() -> {
            open.shell.wallOnly(true);
            Fx.press(open.scene().getRoot(), KeyCode.F5, false);
        });
        assertThat(Fx.on(() -> ((MonitorMenu) open.scene().lookup(".tc-monitor-menu")).isShowing()))
                .isTrue();
    }

    @Test
    void thePaletteHasTheSameCommandsForTheMonitorsThereAre() throws Exception {
        Fx.run(() -> {
            assertThat(MonitorActions.of(desk, open.desk.language.texts()))
                    .extracting(PaletteAction::words)
                    .containsExactly("Open a wall on every monitor", "Open a wall on monitor DP-1, 2560×1440");
            MonitorActions.of(desk, open.desk.language.texts()).getLast().run().run();
            assertThat(MonitorActions.of(desk, open.desk.language.texts()))
                    .extracting(PaletteAction::words)
                    .containsExactly("Close wall 2 (DP-1, 2560×1440)");
        });
    }
}
