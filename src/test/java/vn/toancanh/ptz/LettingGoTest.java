package vn.toancanh.ptz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.model.CameraId;

/** A thousand ways in which everything goes wrong between a hand and the server, after each of which the head stands. */
class LettingGoTest {
    private static final int SEQUENCES = 1000;
    private static final CameraId CAMERA = new CameraId("c-1");

    private static final class Room {
        final SplittableRandom random;
        final ManualClock clock = new ManualClock();
        final ManualLane lane = new ManualLane(clock);
        final FakeHeads server = new FakeHeads(lane, clock);
        final Steering steering = new Steering(server, lane, lane, clock);
        boolean painting = true;
        Grip grip;

        Room(long seed) {
            random = new SplittableRandom(seed);
            server.random = random;
            server.trouble = random.nextInt(40);
            grip = steering.grip(CAMERA);
            lane.every(Steering.BEAT, () -> {
                if (painting) {
                    steering.beat();
                }
            });
            steering.watch(CAMERA);
        }

        void step() {
            switch (random.nextInt(24)) {
                case 0 -> grip.release();
                case 1 -> steering.letGo();
                case 2 -> steering.stop(CAMERA);
                case 3 -> steering.go(CAMERA, new HeadOrder.Home());
                case 4 -> server.takenBy("Chỉ huy");
                case 5, 6, 7 -> steering.takeOver(CAMERA, "");
                case 8 -> grip.move(HeadSpeed.ZERO);
                default -> {
                    if (grip.isLoose()) {
                        grip = steering.grip(CAMERA);
                    }
                    grip.move(new HeadSpeed(random.nextDouble(-1, 1), 0, random.nextDouble(-1, 1)));
                }
            }
            lane.advance(Duration.ofMillis(random.nextInt(random.nextInt(6) == 0 ? 1500 : 120)));
        }
    }

    private static final List<Consumer<Room>> LETTING_GO = List.of(
            room -> room.grip.release(),
            room -> room.steering.letGo(),
            room -> room.grip.move(HeadSpeed.ZERO),
            room -> room.steering.stop(CAMERA),
            room -> room.painting = false,
            room -> room.steering.release(CAMERA),
            room -> room.steering.forget(),
            room -> room.steering.close(),
            room -> {
                // What this desk asked for before has come.
                room.server.trouble = 0;
                room.lane.advance(Duration.ofSeconds(4));
                room.server.takenBy("Chỉ huy");
            },
            room -> {
                room.server.lose("the session has ended");
                room.server.sessionOver = true;
            });

    @Test
    void whateverGoesWrongTheLastThingAHeadHearsAfterReleaseIsAStop() {
        int moved = 0;
        for (long seed = 1; seed <= SEQUENCES; seed++) {
            Room room = new Room(seed);
            int steps = 10 + room.random.nextInt(40);
            for (int i = 0; i < steps; i++) {
                room.step();
            }
            LETTING_GO.get((int) (seed % LETTING_GO.size())).accept(room);
            room.lane.advance(Duration.ofSeconds(60));
            boolean[] rests = {false};
            room.steering.rests(now -> rests[0] = now);
            room.lane.runReady();
            assertThat(rests[0])
                    .as("seed %d rests: %s", seed, room.server.story)
                    .isTrue();
            assertThat(room.server.moving)
                    .as("seed %d: %s", seed, room.server.story)
                    .isFalse();
            moved += room.server.story.stream().anyMatch(word -> word.startsWith("move")) ? 1 : 0;
        }
        assertThat(moved).as("sequences in which the head moved at all").isGreaterThan(SEQUENCES / 2);
    }
}
