package vn.toancanh.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.alarms.Samples.alarm;
import static vn.toancanh.alarms.Samples.fresh;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vn.toancanh.alarms.AlarmTile.Phase;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.model.AlarmId;
import vn.toancanh.model.AlarmStep;
import vn.toancanh.model.CameraId;

class AlarmTileTest {
    private static final CameraId WATCHED = new CameraId("c-watched");

    private static final class FakeSpot implements AlarmTile.Spot {
        Optional<CameraId> there = Optional.of(WATCHED);
        int shows;

        @Override
        public Optional<CameraId> standing() {
            return there;
        }

        @Override
        public void show(Optional<CameraId> camera) {
            there = camera;
            shows++;
        }
    }

    private final ManualLane lane = new ManualLane(new ManualClock());
    private final FakeSpot spot = new FakeSpot();
    private final AlarmTile tile = new AlarmTile(spot, lane);

    private String shows() {
        return spot.there.map(CameraId::value).orElse("");
    }

    @Test
    void onlyAnAlarmAboveWhatIsWatchedTakesTheTile() {
        tile.watch(50);
        tile.offer(fresh("low", 50));
        assertThat(shows()).isEqualTo("c-watched");
        tile.offer(fresh("high", 51));
        assertThat(shows()).isEqualTo("c-high");
        assertThat(tile.phase()).isEqualTo(Phase.SHOWING);
    }

    @Test
    void itGoesBackSomeSecondsAfterItWasAccepted() {
        tile.offer(fresh("a", 10));
        lane.advance(AlarmTile.STAY.minusSeconds(1));
        tile.settled(new AlarmId("a"));
        lane.advance(AlarmTile.LINGER.minusMillis(1));
        assertThat(shows()).isEqualTo("c-a");
        lane.advance(AlarmTile.LINGER);
        assertThat(shows()).isEqualTo("c-watched");
        assertThat(tile.phase()).isEqualTo(Phase.WATCHING);
        assertThat(tile.shown()).isEmpty();
        assertThat(spot.shows).isEqualTo(2);
    }

    @Test
    void itGoesBackThoughNobodyAccepts() {
        tile.offer(fresh("a", 10));
        lane.advance(AlarmTile.STAY);
        assertThat(shows()).isEqualTo("c-watched");
    }

    @Test
    void aMoreUrgentOneComesFirstAndTheOtherAfterIt() {
        tile.offer(fresh("a", 10));
        tile.offer(fresh("b", 20));
        tile.offer(fresh("c", 15));
        assertThat(shows()).isEqualTo("c-b");
        tile.settled(new AlarmId("b"));
        lane.advance(AlarmTile.LINGER);
        assertThat(shows()).isEqualTo("c-c");
        lane.advance(AlarmTile.STAY);
        assertThat(shows()).isEqualTo("c-a");
        lane.advance(AlarmTile.STAY);
        assertThat(shows()).isEqualTo("c-watched");
    }

    @Test
    void whatWaitsAndIsAcceptedElsewhereNeverComes() {
        tile.offer(fresh("a", 20));
        tile.offer(fresh("b", 10));
        tile.settled(new AlarmId("b"));
        lane.advance(AlarmTile.STAY);
        assertThat(shows()).isEqualTo("c-watched");
    }

    @Test
    void whatAPersonHoldsStaysUntilHeLetsGo() {
        tile.offer(fresh("a", 10));
        tile.hold();
        tile.offer(fresh("b", 90));
        tile.settled(new AlarmId("a"));
        lane.advance(AlarmTile.STAY.multipliedBy(10));
        assertThat(shows()).isEqualTo("c-a");
        tile.release();
        assertThat(shows()).isEqualTo("c-b");
        lane.advance(AlarmTile.STAY);
        assertThat(shows()).isEqualTo("c-watched");
    }

    @Test
    void whatAPersonPutsThereIsNotTakenBack() {
        tile.offer(fresh("a", 10));
        spot.there = Optional.of(new CameraId("c-by-hand"));
        tile.replaced();
        lane.advance(AlarmTile.STAY.multipliedBy(10));
        assertThat(shows()).isEqualTo("c-by-hand");
        tile.offer(fresh("b", 10));
        lane.advance(AlarmTile.STAY);
        assertThat(shows()).isEqualTo("c-by-hand");
    }

    @Test
    void anEmptyTileIsEmptyAgain() {
        spot.there = Optional.empty();
        tile.offer(fresh("a", 10));
        lane.advance(AlarmTile.STAY);
        assertThat(spot.there).isEmpty();
    }

    @Test
    void oneAlarmIsOfferedOftenAndShownOnceAndTakenOnesAreNot() {
        tile.offer(fresh("a", 10));
        tile.offer(fresh("a", 10));
        tile.offer(alarm("b", 90, AlarmStep.ACKNOWLEDGED, 2));
        lane.advance(AlarmTile.STAY);
        assertThat(spot.shows).isEqualTo(2);
    }

    @Test
    void whateverHappensItComesBackToWhatWasWatched() {
        for (long seed = 1; seed <= 500; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            ManualLane own = new ManualLane(new ManualClock());
            FakeSpot place = new FakeSpot();
            AlarmTile one = new AlarmTile(place, own);
            for (int step = 0; step < 60; step++) {
                switch (random.nextInt(6)) {
                    case 0, 1 -> one.offer(fresh("" + random.nextInt(9), random.nextInt(1, 101)));
                    case 2 -> one.settled(new AlarmId("" + random.nextInt(9)));
                    case 3 -> one.hold();
                    case 4 -> one.release();
                    default -> own.advance(AlarmTile.LINGER);
                }
                assertThat(one.phase() == Phase.WATCHING)
                        .as("seed %d", seed)
                        .isEqualTo(place.there.equals(Optional.of(WATCHED)));
            }
            one.release();
            own.advance(AlarmTile.STAY.multipliedBy(20));
            assertThat(place.there).as("seed %d", seed).contains(WATCHED);
        }
    }
}
