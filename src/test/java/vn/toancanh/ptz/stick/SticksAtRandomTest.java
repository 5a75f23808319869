package vn.toancanh.ptz.stick;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Handle;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.ptz.HeadSpeed;

/** Whatever hands, cables and listeners do: a stick that is at rest, tried, or gone moves nothing. */
class SticksAtRandomTest {
    private static final List<StickMapping> MAPPINGS = List.of(
            StickMapping.parse("pan=0/+/0.10/2.0/0.00 tilt=1/-/0.10/2.0/0.00 zoom=2/+/0.10/2.0/0.00 1=modifier 2=home"),
            StickMapping.parse(
                    "pan=1/-/0.30/1.0/0.20 tilt=0/+/0.00/3.0/-0.20 zoom=none 1=nearer 2=farther 3=stop 3up=home"));

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final FakeSticks fake = new FakeSticks();
    private final Sticks sticks =
            new Sticks(() -> Optional.of(fake), lane, clock, any -> MAPPINGS.getFirst(), Map.of(), fake);
    private int numbers;

    @Test
    void aThousandSequencesEndWithHeadsThatStand() {
        sticks.begin();
        for (int seed = 0; seed < 1000; seed++) {
            sequence(seed, new Random(seed));
        }
    }

    private void sequence(int seed, Random random) {
        fake.broken = false;
        Stick stick = fake.plug(++numbers, FakeSticks.MODEL, axis(random), axis(random), axis(random));
        lane.advance(Duration.ofMillis(300));
        Handle watching = Handle.NONE;
        for (int step = random.nextInt(20); step > 0; step--) {
            switch (random.nextInt(9)) {
                case 0 -> fake.broken = !fake.broken;
                case 1 -> sticks.map(FakeSticks.MODEL, MAPPINGS.get(random.nextInt(2)));
                case 2 -> {
                    watching.close();
                    watching = sticks.watch(look -> {});
                }
                case 3 -> watching.close();
                default ->
                    fake.put(stick, new double[] {axis(random), axis(random), axis(random)}, 1 + random.nextInt(3));
            }
            lane.advance(Duration.ofMillis(4L * (1 + random.nextInt(150))));
        }
        int end = random.nextInt(3);
        switch (end) {
            case 0 -> fake.pull(stick);
            case 1 -> fake.broken = true;
            default -> watching = sticks.watch(look -> {});
        }
        lane.advance(Duration.ofMillis(300));
        assertThat(fake.speeds.getOrDefault(stick.number(), HeadSpeed.ZERO))
                .as("seed " + seed + " ends with " + end)
                .isEqualTo(HeadSpeed.ZERO);
        watching.close();
        fake.pull(stick);
        lane.advance(Duration.ofMillis(300));
        assertThat(fake.story).as("seed " + seed).endsWith(stick.number() + " left");
        fake.story.clear();
    }

    /** At rest, at an end, or anywhere. */
    private static double axis(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextBoolean() ? 1 : -1;
            default -> random.nextDouble(-1, 1);
        };
    }
}
