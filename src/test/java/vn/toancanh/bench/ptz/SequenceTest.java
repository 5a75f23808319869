package vn.toancanh.bench.ptz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.toancanh.simulator.head.HeadFault;

class SequenceTest {
    @Test
    void theSameNumberGivesTheSameSequenceAndAnotherSeedAnother() {
        Sequence one = Sequence.of(7, 12, null);
        assertThat(Sequence.of(7, 12, null)).isEqualTo(one);
        assertThat(Sequence.of(8, 12, null)).isNotEqualTo(one);
        assertThat(Sequence.of(7, 13, null)).isNotEqualTo(one);
    }

    @Test
    void everyFaultAndEveryWayOfOneHeadIsDrawnOftenAndNoSpeedIsZero() {
        Map<HeadFault, Integer> faults = new EnumMap<>(HeadFault.class);
        Map<LettingGo, Integer> ways = new EnumMap<>(LettingGo.class);
        int flaps = 0;
        int cannotBeEnded = 0;
        for (int number = 0; number < 1000; number++) {
            Sequence each = Sequence.of(1, number, null);
            each.faults().forEach(fault -> faults.merge(fault, 1, Integer::sum));
            ways.merge(each.lettingGo(), 1, Integer::sum);
            flaps += each.steps().stream().anyMatch(step -> step.flaps() > 0) ? 1 : 0;
            cannotBeEnded += each.cannotBeEnded() ? 1 : 0;
            assertThat(each.steps()).isNotEmpty().noneMatch(step -> step.speed().isZero());
        }
        assertThat(faults.keySet())
                .isEqualTo(EnumSet.of(
                        HeadFault.RUNAWAY,
                        HeadFault.NO_STOP,
                        HeadFault.SLOW,
                        HeadFault.MUTE,
                        HeadFault.BARE_STOP,
                        HeadFault.STATUS_UNKNOWN));
        assertThat(faults.values()).allMatch(count -> count > 60);
        assertThat(ways.keySet()).isEqualTo(EnumSet.of(LettingGo.RELEASED, LettingGo.HEAD_CABLE, LettingGo.DEAF));
        assertThat(flaps).isGreaterThan(100);
        assertThat(cannotBeEnded).isGreaterThan(50);
    }

    @Test
    void allOfAClientsHeadsAreLetGoOfTogetherAndASlowOneIsNeverCutOff() {
        for (int number = 0; number < 500; number++) {
            assertThat(Sequence.of(1, number, LettingGo.KILLED).lettingGo()).isEqualTo(LettingGo.KILLED);
            Sequence own = Sequence.of(1, number, null);
            assertThat(own.lettingGo().cutsHeadOff() && own.faults().contains(HeadFault.SLOW))
                    .isFalse();
        }
    }
}
