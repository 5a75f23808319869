package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Secret;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.model.Layout.Scope;
import vn.toancanh.model.LayoutId;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.ui.testing.FakeSessions;
import vn.toancanh.wall.Unsent.State;

/** A layout that is saved once more while the save before is on its way, which the server then refuses. */
class SavedTwiceTest {
    private static final LayoutId CA = new LayoutId("ca");

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final FakeSessions sessions = new FakeSessions();
    private final SharedServer server = new SharedServer(lane);
    private final UnsentShelfInMemory disk = new UnsentShelfInMemory(lane);
    private final Random ids = new Random(7);
    private SaveLayouts desk = desk();

    private SaveLayouts desk() {
        return new SaveLayouts(
                server,
                server,
                disk,
                sessions,
                lane,
                clock,
                () -> new UUID(ids.nextLong(), ids.nextLong()),
                new Random(1));
    }

    @BeforeEach
    void begin() {
        sessions.signIn(URI.create("https://may.vn"), "an", Secret.of(FakeSessions.PASSWORD), outcome -> {});
        server.by("An", layout("c-1", 0));
        lane.runReady();
    }

    private static Layout layout(String camera, long version) {
        return new Layout(
                CA,
                "Ca",
                Scope.CITY,
                new Grid(1, 1),
                List.of(new Cell(0, 0, 1, 1, new CellContent.OfCamera(new CameraId(camera), StreamChoice.AUTO))),
                version);
    }

    private void save(String camera) {
        desk.save(layout(camera, 1), saved -> {});
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"GONE", "LOCKED", "REFUSED"})
    void whatWasSavedLastIsWhatIsAskedAbout(State state) {
        switch (state) {
            case GONE -> server.goes(CA);
            case LOCKED -> server.lockBy(CA, "Bình");
            default -> server.failing = Kind.BAD_INPUT;
        }
        save("c-2");
        save("c-3");
        lane.runReady();
        for (boolean restarted : List.of(false, true)) {
            assertThat(desk.questions()).as("restarted: " + restarted).hasSize(1);
            assertThat(desk.questions().getFirst().state()).isEqualTo(state);
            assertThat(desk.questions().getFirst().layout()).isEqualTo(layout("c-3", 1));
            desk.close();
            desk = desk();
            lane.runReady();
        }
    }

    @Test
    void oneThatTheServerTakesGoesOffThoughTheOneBeforeWasRefused() {
        server.failing = Kind.BAD_INPUT;
        save("c-2");
        server.failing = null;
        save("c-3");
        lane.runReady();
        assertThat(desk.questions()).isEmpty();
        assertThat(server.of(CA)).containsExactly(layout("c-3", 2), layout("c-1", 1));
    }
}
