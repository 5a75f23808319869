package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Secret;
import vn.toancanh.live.Cause;
import vn.toancanh.live.TileState;
import vn.toancanh.prefs.PreferenceStore;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.ui.testing.FakeSessions;
import vn.toancanh.wall.remote.FakeCityWalls;

/** A monitor before which visitors stand has pictures of published cameras alone, whoever puts others there. */
class VisitorWindowsTest {
    private static final int WINDOW = 1;

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final FakeCityWalls server = new FakeCityWalls();
    private final FakeSessions sessions = new FakeSessions();
    private final Map<String, String> settings = new HashMap<>();
    private VisitorWindows visitors = started(true);
    private DeskRig window = window();

    private VisitorWindows started(boolean shows) {
        Preferences preferences = new Preferences(
                Map.copyOf(settings),
                new PreferenceStore() {
                    @Override
                    public Map<String, String> load() {
                        return settings;
                    }

                    @Override
                    public void save(String name, String value) {
                        settings.put(name, value);
                    }
                },
                lane);
        return new VisitorWindows(lane, server, sessions, preferences, shows);
    }

    private DeskRig window() {
        DeskRig made = DeskRig.barring(2, 1, camera -> visitors.bars(WINDOW, camera));
        visitors.join(WINDOW, made.live);
        return made;
    }

    private void signIn() {
        sessions.signIn(URI.create("https://may.vn"), "nut", Secret.of(FakeSessions.PASSWORD), any -> {});
    }

    private TileState state(int tile) {
        return window.live.tiles().get(tile).state();
    }

    private static TileState barred() {
        return TileState.of(TileState.Phase.NO_RIGHTS, Cause.NOT_FOR_VISITORS);
    }

    @Test
    void whoeverPutsACameraThereOnlyPublishedOnesHaveAPicture() {
        signIn();
        server.published = Set.of(DeskRig.camera(2));
        window.desk.showCamera(0, DeskRig.camera(1));
        window.desk.showCamera(1, DeskRig.camera(2));
        assertThat(state(0)).isEqualTo(TileState.OPENING);
        visitors.set(WINDOW, true);
        assertThat(state(0)).isEqualTo(barred());
        assertThat(state(1)).isEqualTo(TileState.OPENING);
        window.desk.showCamera(0, DeskRig.camera(3));
        assertThat(state(0)).isEqualTo(barred());
        assertThat(window.live.tiles().getFirst().camera()).as("it says which").isPresent();
        visitors.set(WINDOW, false);
        assertThat(state(0)).isEqualTo(TileState.OPENING);
    }

    @Test
    void whatIsPublishedOrWithdrawnLaterIsFollowed() {
        signIn();
        visitors.set(WINDOW, true);
        window.desk.showCamera(0, DeskRig.camera(1));
        assertThat(state(0)).isEqualTo(barred());
        server.published = Set.of(DeskRig.camera(1));
        lane.advance(VisitorWindows.ANEW);
        assertThat(state(0)).isEqualTo(TileState.OPENING);
        server.published = Set.of();
        lane.advance(VisitorWindows.ANEW);
        assertThat(state(0)).isEqualTo(barred());
    }

    @Test
    void aStartWithoutTheServerShowsNoMore() {
        signIn();
        server.published = Set.of(DeskRig.camera(2));
        visitors.set(WINDOW, true);
        visitors.close();
        server.away = true;
        visitors = started(true);
        window = window();
        window.desk.showCamera(0, DeskRig.camera(1));
        window.desk.showCamera(1, DeskRig.camera(2));
        assertThat(state(0)).isEqualTo(barred());
        assertThat(state(1)).isEqualTo(TileState.OPENING);
        assertThat(started(false).bars(WINDOW, DeskRig.camera(1)))
                .as("a desk that is no wall")
                .isFalse();
    }
}
