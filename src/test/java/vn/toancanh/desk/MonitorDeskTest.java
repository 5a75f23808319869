package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.desk.MonitorDesk.Terms;
import vn.toancanh.model.Monitor;
import vn.toancanh.prefs.PreferenceStore;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.wall.FakeMonitors;

/** Which windows a wall has and where they are, while monitors sleep, vanish, come back, shrink and change places. */
class MonitorDeskTest {
    private static final Monitor A = new Monitor("DP-1", "", 0, 0, 1920, 1080);
    private static final Monitor B = new Monitor("DP-2", "", 1920, 0, 1920, 1080);
    private static final Monitor C = new Monitor("DP-3", "", 3840, 0, 1920, 1080);
    private static final Monitor D = new Monitor("DP-4", "", 5760, 0, 1920, 1080);

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final FakeMonitors monitors = new FakeMonitors(A, B, C, D);
    private final Map<String, String> disk = new HashMap<>();

    private MonitorDesk start(Terms terms) {
        PreferenceStore store = new PreferenceStore() {
            @Override
            public Map<String, String> load() {
                return disk;
            }

            @Override
            public void save(String name, String value) {
                disk.put(name, value);
            }
        };
        return new MonitorDesk(lane, monitors, new Preferences(Map.copyOf(disk), store, lane), terms);
    }

    private static Terms several(int windows) {
        return new Terms(Optional.empty(), windows, true, false);
    }

    /** "1 DP-1, 2 -": each window's number and the monitor it is on. */
    private static String seen(MonitorDesk desk) {
        return String.join(
                ", ",
                desk.windows().stream()
                        .map(window -> window.number() + " "
                                + window.now().map(Monitor::name).orElse("-"))
                        .toList());
    }

    @Test
    void fourWindowsComeBackAsTheyWereLeftWhateverTheOrderOfTheSystem() {
        MonitorDesk desk = start(Terms.AS_LEFT);
        assertThat(seen(desk)).isEqualTo("1 DP-1");
        desk.open(C);
        desk.openAll();
        assertThat(seen(desk)).isEqualTo("1 DP-1, 2 DP-3, 3 DP-2, 4 DP-4");
        desk.close();

        monitors.are(D, C, B, A);
        assertThat(seen(start(Terms.AS_LEFT))).isEqualTo("1 DP-1, 2 DP-3, 3 DP-2, 4 DP-4");
    }

    @Test
    void theMainWindowMayStandInTheMiddle() {
        MonitorDesk desk = start(new Terms(Optional.of(C), 0, true, false));
        desk.openAll();
        assertThat(seen(desk)).isEqualTo("1 DP-3, 2 DP-1, 3 DP-2, 4 DP-4");
        assertThat(desk.asMonitorsAreCounted()).containsExactly(2, 3, 1, 4);
        monitors.are(A, C, D);
        assertThat(desk.asMonitorsAreCounted()).as("one that waits, too").containsExactly(2, 3, 1, 4);
    }

    @Test
    void aWindowWaitsForItsMonitorAndNobodyElseTakesItsPlace() {
        MonitorDesk desk = start(several(4));
        monitors.are(A, C, D);
        assertThat(seen(desk)).isEqualTo("1 DP-1, 2 -, 3 DP-3, 4 DP-4");
        assertThat(desk.free()).isEmpty();
        assertThat(seen(start(Terms.AS_LEFT))).as("started meanwhile").isEqualTo(seen(desk));
        monitors.are(D, B, A, C);
        assertThat(seen(desk)).isEqualTo("1 DP-1, 2 DP-2, 3 DP-3, 4 DP-4");
    }

    @Test
    void aMonitorThatShrinksOrIsMovedIsFollowed() {
        MonitorDesk desk = start(several(2));
        Monitor small = new Monitor("DP-2", "", 1920, 300, 640, 360);
        monitors.are(A, small);
        assertThat(desk.windows().get(1).now()).contains(small);
        assertThat(seen(start(Terms.AS_LEFT))).isEqualTo("1 DP-1, 2 DP-2");
    }

    @Test
    void theMainWindowStandsOnAFreeMonitorMeanwhileAndComesBack() {
        MonitorDesk desk = start(several(2));
        monitors.are(B, C, D);
        assertThat(seen(desk)).isEqualTo("1 DP-3, 2 DP-2");
        assertThat(desk.mainStandsIn()).isTrue();
        monitors.are(A, B, C, D);
        assertThat(seen(desk)).isEqualTo("1 DP-1, 2 DP-2");
        assertThat(desk.mainStandsIn()).isFalse();
    }

    @Test
    void whereNoneIsFreeTheMainWindowTakesThePrimaryOneAndTheOtherWaits() {
        MonitorDesk desk = start(several(4));
        monitors.are(C, B, D);
        assertThat(seen(desk)).isEqualTo("1 DP-3, 2 DP-2, 3 -, 4 DP-4");
        monitors.are(A, B, C, D);
        assertThat(seen(desk)).isEqualTo("1 DP-1, 2 DP-2, 3 DP-3, 4 DP-4");
    }

    @Test
    void whileAllSleepTheWindowsWaitAndAreKnownAgain() {
        MonitorDesk desk = start(several(4));
        monitors.are(new Monitor("", "", 0, 0, 7680, 1080));
        assertThat(seen(desk)).isEqualTo("1 , 2 -, 3 -, 4 -");
        monitors.are();
        monitors.are(A, B, C, D);
        assertThat(seen(desk)).isEqualTo("1 DP-1, 2 DP-2, 3 DP-3, 4 DP-4");
    }

    @Test
    void aSystemThatTellsNoNamesForAWhileMakesNobodyUnknown() {
        MonitorDesk desk = start(several(2));
        monitors.are(new Monitor("", "", 0, 0, 1920, 1080), new Monitor("", "", 1920, 0, 1920, 1080));
        assertThat(desk.windows().get(1).home().name()).isEqualTo("DP-2");
        monitors.are(new Monitor("DP-2", "", 0, 0, 1920, 1080), new Monitor("DP-1", "", 1920, 0, 1920, 1080));
        assertThat(seen(desk)).isEqualTo("1 DP-1, 2 DP-2");
    }

    @Test
    void aKioskWaitsForItsOwnMonitor() {
        MonitorDesk desk = start(new Terms(Optional.of(B), 1, false, true));
        monitors.are(A, C);
        assertThat(seen(desk)).isEqualTo("1 -");
        monitors.are(A, B, C);
        assertThat(seen(desk)).isEqualTo("1 DP-2");
        assertThat(disk).as("what is given by an option is not kept").isEmpty();
    }

    @Test
    void asManyAsWereAskedForComeAsSoonAsThereAreMonitors() {
        monitors.are(A, B);
        MonitorDesk desk = start(several(3));
        assertThat(seen(desk)).isEqualTo("1 DP-1, 2 DP-2");
        monitors.are(A, B, C, D);
        assertThat(seen(desk)).isEqualTo("1 DP-1, 2 DP-2, 3 DP-3");
        desk.close(3);
        monitors.are(A, B, D);
        assertThat(seen(desk)).as("a person has closed one").isEqualTo("1 DP-1, 2 DP-2");
        assertThat(seen(start(several(1)))).isEqualTo("1 DP-1");
    }

    @Test
    void aWindowThatIsOpenedAgainIsTheOneThatWasThere() {
        MonitorDesk desk = start(several(4));
        int third = desk.windows().get(2).id();
        desk.close(third);
        desk.close(1);
        assertThat(seen(desk)).as("numbers close up, and the main window stays").isEqualTo("1 DP-1, 2 DP-2, 3 DP-4");
        assertThat(desk.free()).containsExactly(C);
        assertThat(seen(start(Terms.AS_LEFT))).isEqualTo(seen(desk));
        desk.open(C);
        assertThat(desk.windows().get(2).id()).isEqualTo(third);
        desk.open(C);
        assertThat(desk.windows()).hasSize(4);
    }

    @Test
    void theMainWindowBelongsWhereAPersonBringsIt() {
        MonitorDesk desk = start(several(2));
        desk.mainIsOn(B);
        assertThat(seen(desk)).as("another window is there").isEqualTo("1 DP-1, 2 DP-2");
        desk.mainIsOn(D);
        desk.mainIsFull(true);
        MonitorDesk again = start(Terms.AS_LEFT);
        assertThat(seen(again)).isEqualTo("1 DP-4, 2 DP-2");
        assertThat(again.main().orElseThrow().full()).isTrue();
    }

    @Test
    void onAnotherDeskAllComeInOrderAndTheirOwnMonitorsAreNotForgotten() {
        start(several(2));
        monitors.are(new Monitor("HDMI-2", "", 1280, 0, 1280, 720), new Monitor("HDMI-1", "", 0, 0, 1280, 720));
        assertThat(seen(start(Terms.AS_LEFT))).isEqualTo("1 HDMI-1, 2 HDMI-2");
        monitors.are(D, B, A);
        assertThat(seen(start(Terms.AS_LEFT))).isEqualTo("1 DP-1, 2 DP-2");
    }

    @Test
    void changesAreToldUntilTheHandleIsClosed() {
        MonitorDesk desk = start(Terms.AS_LEFT);
        List<String> told = new ArrayList<>();
        desk.onChange(() -> told.add(seen(desk))).close();
        var handle = desk.onChange(() -> told.add(seen(desk)));
        desk.open(B);
        monitors.are(A);
        handle.close();
        monitors.are(A, B);
        assertThat(told).containsExactly("1 DP-1, 2 DP-2", "1 DP-1, 2 -");
    }
}
