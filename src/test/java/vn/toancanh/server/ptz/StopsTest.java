package vn.toancanh.server.ptz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;

/** A thousand ways in which everything goes wrong, after each of which the head stands: it has no time of its own that would end it. */
class StopsTest {
    private static final int SEQUENCES = 1000;
    private static final Duration TTL = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** One desk, one head, and the ways to let go of it. */
    private static final class Room {
        final SplittableRandom random;
        final ManualClock clock = new ManualClock();
        final ManualLane lane = new ManualLane(clock);
        final FaultyHead head;
        final HeadControl control;
        Lease lease;
        private int ids;
        private long seq;

        Room(long seed) {
            random = new SplittableRandom(seed);
            head = new FaultyHead(lane, random, random.nextInt(60));
            control = new HeadControl(head, clock, lane, () -> "l-" + ++ids, (camera, change, before, now) -> {});
            lease = take("an", 0);
        }

        Lease take(String who, int priority) {
            return control.leases()
                    .take(new Leases.Asking(
                            "c-1", new Lease.Holder("s-" + who, "u-" + who, who), priority, TTL, true, false));
        }

        void tell(HeadCommand command) {
            if (control.leases().of("c-1").filter(lease::equals).isEmpty()) {
                lease = control.leases().of("c-1").orElseGet(() -> take("an", 0));
            }
            control.tell(
                    "c-1",
                    lease.lockId(),
                    lease.holder().sessionId(),
                    seq++,
                    command,
                    PATIENCE,
                    (problem, first) -> {});
            lane.runReady();
        }

        void step() {
            switch (random.nextInt(10)) {
                case 0, 1, 2 ->
                    tell(new HeadCommand(HeadCommand.Kind.CONTINUOUS, random.nextDouble(-1, 1), 0, 0, 0, null));
                case 3 -> tell(HeadCommand.STOP);
                case 4 -> tell(new HeadCommand(HeadCommand.Kind.HOME, 0, 0, 0, 0, null));
                case 8 -> tell(new HeadCommand(HeadCommand.Kind.FOCUS, 0, 0, 0, random.nextDouble(0.1, 1), null));
                case 9 -> tell(new HeadCommand(HeadCommand.Kind.AUX, 0, 0, 0, 0, "tt:Wiper|On"));
                case 5 -> lane.advance(Duration.ofMillis(random.nextInt(2500)));
                default -> lane.advance(Duration.ofMillis(random.nextInt(300)));
            }
        }
    }

    private static final List<Consumer<Room>> LETTING_GO = List.of(
            room -> room.tell(HeadCommand.STOP),
            room -> room.control.leases().release("c-1", "", true),
            room -> room.control.leases().releaseAll("s-an"),
            room -> room.take("binh", 1),
            room -> room.lane.advance(PATIENCE),
            room -> room.lane.advance(TTL),
            room -> room.control.stopAll());

    @Test
    void whateverGoesWrongTheLastThingAHeadTakesAfterReleaseIsAStop() {
        int moved = 0;
        int focused = 0;
        for (long seed = 1; seed <= SEQUENCES; seed++) {
            Room room = new Room(seed);
            int steps = 5 + room.random.nextInt(40);
            for (int i = 0; i < steps; i++) {
                room.step();
            }
            LETTING_GO.get((int) (seed % LETTING_GO.size())).accept(room);
            room.lane.advance(Duration.ofMinutes(2));
            assertThat(room.control.allRest()).as("seed %d rests", seed).isTrue();
            assertThat(room.head.stands())
                    .as("seed %d: %s", seed, room.head.story)
                    .isTrue();
            moved += room.head.took(HeadCommand.Kind.CONTINUOUS) ? 1 : 0;
            focused += room.head.took(HeadCommand.Kind.FOCUS) ? 1 : 0;
        }
        assertThat(moved).as("sequences in which the head moved at all").isGreaterThan(SEQUENCES * 3 / 4);
        assertThat(focused).as("sequences in which the focus moved").isGreaterThan(SEQUENCES / 4);
    }
}
