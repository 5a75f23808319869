package vn.toancanh.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;

/** What is said of a stick waits for nothing on DESK; everything else goes there. */
class LeashStickTest {
    private final ManualLane stick = new ManualLane(new ManualClock());
    private final ManualLane desk = new ManualLane(new ManualClock());
    private final List<String> others = new ArrayList<>();
    private final LeashStick leash = new LeashStick(stick);

    @Test
    void whatSpeaksOfNoStickIsDoneOnDesk() {
        for (String line : List.of("steer 5", "stick", "stick 1", "stick x 0", "stick 1 2 3", "stick 1000 0")) {
            leash.take(line, desk, others::add);
        }
        assertThat(others).as("DESK hangs").isEmpty();
        desk.runReady();
        assertThat(others).containsExactly("steer 5", "stick", "stick 1", "stick x 0", "stick 1 2 3", "stick 1000 0");
    }

    @Test
    void aStickIsNoMatterOfDesks() {
        leash.take("stick -100 25", desk, others::add);
        desk.runReady();
        assertThat(others).isEmpty();
    }
}
