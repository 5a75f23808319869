package vn.toancanh.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlowTest {
    private static final long MILLI = 1_000_000L;

    private final Map<Integer, TileRecord> tiles =
            Map.of(1, new TileRecord(), 2, new TileRecord(), 3, new TileRecord());
    private long now = 1_000 * MILLI;

    private void say(Map<Integer, String> states, int millis) {
        for (int i = 0; i < millis; i += 100) {
            now += 100 * MILLI;
            tiles.forEach((camera, tile) -> {
                tile.moved(now, 0);
                tile.said(now, states.getOrDefault(camera, "LIVE"));
            });
        }
    }

    private Blow blow() {
        say(Map.of(), 1000);
        return new Blow(Blow.Signal.KILL, 99, now, Set.of(1, 2), tiles);
    }

    @Test
    void eachStruckTileIsTimedUntilItIsLiveAgain() {
        Blow blow = blow();
        say(Map.of(1, "RECONNECTING", 2, "RECONNECTING"), 1000);
        say(Map.of(2, "RECONNECTING"), 500);
        assertThat(blow.step(now)).isFalse();
        say(Map.of(), 1200);
        assertThat(blow.step(now)).isTrue();
        assertThat(blow.backMillis()).containsExactlyInAnyOrder(1100L, 1600L);
        assertThat(blow.notBack()).isZero();
    }

    @Test
    void aTileThatStaysAwayIsGivenUp() {
        Blow blow = blow();
        say(Map.of(1, "RECONNECTING", 2, "RECONNECTING"), 1000);
        say(Map.of(2, "RECONNECTING"), 28_000);
        assertThat(blow.step(now)).isFalse();
        say(Map.of(2, "RECONNECTING"), 2000);
        assertThat(blow.step(now)).isTrue();
        assertThat(blow.notBack()).isEqualTo(1);
        assertThat(blow.backMillis()).hasSize(1);
    }

    @Test
    void aTileThatPlaysInQuarantineIsBack() {
        Blow blow = blow();
        say(Map.of(1, "RECONNECTING", 2, "RECONNECTING"), 1000);
        assertThat(blow.step(now)).isFalse();
        say(Map.of(2, "QUARANTINED"), 2000);
        assertThat(blow.step(now)).isTrue();
        assertThat(blow.backMillis()).hasSize(2);
    }

    @Test
    void aTileThatSaysItPlaysInQuarantineAndStandsStillIsNotBack() {
        Blow blow = blow();
        say(Map.of(1, "RECONNECTING", 2, "RECONNECTING"), 1000);
        assertThat(blow.step(now)).isFalse();
        for (int i = 0; i < 320; i++) {
            now += 100 * MILLI;
            TileRecord still = java.util.Objects.requireNonNull(tiles.get(2));
            still.said(now, "QUARANTINED");
            blow.step(now);
        }
        assertThat(blow.backMillis()).isEmpty();
        assertThat(blow.notBack()).isEqualTo(2);
    }

    @Test
    void aTileThatIsKeptDarkForItsCrashesIsNotWaitedFor() {
        Blow blow = blow();
        say(Map.of(1, "RECONNECTING", 2, "RECONNECTING"), 1000);
        say(Map.of(2, "FAILED"), 2000);
        assertThat(blow.step(now)).isTrue();
        assertThat(blow.keptDark()).isEqualTo(1);
        assertThat(blow.notBack()).isZero();
        assertThat(blow.backMillis()).hasSize(1);
    }

    @Test
    void onlyTheTilesOfOtherWorkersGiveAlarms() {
        blow();
        say(Map.of(1, "RECONNECTING", 2, "RECONNECTING", 3, "LATE"), 1000);
        WallFigures seen = new WallFigures(tiles.values());
        assertThat(seen.alarmStates()).isEqualTo(Map.of("LATE", 1));
    }

    @Test
    void lostPicturesAreThoseOfTheWindowAndNotOfTheStruckTiles() {
        FrameLoss loss = new FrameLoss();
        loss.begin(Map.of(1, 10, 2, 20), 0);
        loss.end(Map.of(1, 50, 2, 23, 3, 100), 2_000_000_000L, Set.of(1));
        assertThat(loss.lost()).isEqualTo(3);
        assertThat(loss.tileSeconds()).isEqualTo(2.0);
    }

    @Test
    void aPortIsReadFromTheKernelsTable() {
        Map<Long, Integer> ports = new HashMap<>();
        WorkerSockets.note(
                "   1: 0100007F:8B4E 0100007F:1F90 01 00000000:00000000 00:00000000 00000000  1000        0 345678 1 0 20 4",
                ports);
        assertThat(ports).isEqualTo(Map.of(345678L, 0x8B4E));
    }
}
