package vn.toancanh.ui.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CameraState;
import vn.toancanh.model.SiteId;

class DwellTest {
    private final ManualLane lane = new ManualLane(new ManualClock());
    private final List<String> likely = new ArrayList<>();
    private final Dwell dwell = new Dwell(lane, camera -> likely.add(camera.value()));

    private static TreeRow line(String id) {
        Camera camera = new Camera(
                new CameraId(id),
                1,
                "Camera",
                new SiteId("ward"),
                List.of(),
                null,
                CameraState.ONLINE,
                false,
                List.of(),
                1);
        return new TreeRow.OfCamera(camera, 1, List.of());
    }

    @Test
    void whoRestsOnALineIsLikelyToPutItNext() {
        dwell.on(line("a"));
        lane.advance(Dwell.LONG_ENOUGH.minusMillis(1));
        assertThat(likely).isEmpty();
        lane.advance(Duration.ofMillis(1));
        assertThat(likely).containsExactly("a");
        dwell.on(line("a"));
        lane.advance(Duration.ofSeconds(5));
        assertThat(likely).as("said once").containsExactly("a");
    }

    @Test
    void whoPassesOverLinesWantsOnlyTheLast() {
        for (String id : List.of("a", "b", "c")) {
            dwell.on(line(id));
            lane.advance(Duration.ofMillis(100));
        }
        lane.advance(Duration.ofSeconds(1));
        assertThat(likely).containsExactly("c");
    }

    @Test
    void whoLeavesTheListWantsNothing() {
        dwell.on(line("a"));
        dwell.on(null);
        lane.advance(Duration.ofSeconds(1));
        assertThat(likely).isEmpty();
        dwell.on(line("a"));
        lane.advance(Duration.ofSeconds(1));
        assertThat(likely).as("came back").containsExactly("a");
    }
}
