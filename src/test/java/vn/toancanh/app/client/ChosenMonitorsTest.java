package vn.toancanh.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.MonitorDesk.Terms;
import vn.toancanh.model.Monitor;

/** Which windows a start begins with. */
class ChosenMonitorsTest {
    private static final Monitor LEFT = new Monitor("HDMI-1", "", 0, 0, 1920, 1080);
    private static final Monitor RIGHT = new Monitor("DP-1", "", 1920, 0, 2560, 1440);

    private static ClientOptions options(@Nullable String monitor, int monitors, boolean kiosk) {
        return new ClientOptions(
                URI.create("https://may.vn"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(monitor),
                kiosk,
                Optional.empty(),
                Optional.empty(),
                0,
                monitors,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private static Optional<Terms> terms(@Nullable String monitor, int monitors, boolean kiosk) {
        return ChosenMonitors.terms(options(monitor, monitors, kiosk), List.of(LEFT, RIGHT));
    }

    @Test
    void withoutAWordAllIsAsItWasLeft() {
        assertThat(terms(null, 0, false)).contains(Terms.AS_LEFT);
        assertThat(terms(null, 2, false)).contains(new Terms(Optional.empty(), 2, true, false));
    }

    @Test
    void aMonitorIsMeantByItsNumberOrByItsName() {
        Terms right = new Terms(Optional.of(RIGHT), 1, false, false);
        assertThat(terms("2", 0, false)).contains(right);
        assertThat(terms("dp-1", 0, false)).contains(right);
        assertThat(terms("3", 0, false)).isEmpty();
        assertThat(terms("0", 0, true)).isEmpty();
        assertThat(terms("DP-9", 0, false)).isEmpty();
    }

    @Test
    void anUnattendedWallWaitsForTheMonitorThatIsNamed() {
        Terms waiting = terms("DP-9", 0, true).orElseThrow();
        assertThat(waiting.main()).map(Monitor::name).contains("DP-9");
        assertThat(waiting.mainWaits()).isTrue();
    }

    @Test
    void thoseThatAreThereAreNamedInOneLine() {
        assertThat(ChosenMonitors.words(List.of(LEFT, RIGHT), RIGHT, new Texts(Language.EN)))
                .isEqualTo("1 (HDMI-1, 1920×1080), 2 (DP-1, 2560×1440, primary)");
        Monitor nameless = new Monitor("", "", 0, 0, 1280, 720);
        assertThat(ChosenMonitors.words(List.of(nameless), nameless, new Texts(Language.EN)))
                .isEqualTo("1 (1280×720, primary)");
    }
}
