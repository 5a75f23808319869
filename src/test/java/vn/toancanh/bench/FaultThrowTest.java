package vn.toancanh.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.toancanh.simulator.Fault;

class FaultThrowTest {
    private static final long MILLI = 1_000_000L;

    private final TileRecord tile = new TileRecord();
    private final List<Long> healed = new ArrayList<>();
    private long now = 1_000 * MILLI;
    private long ageMillis = 60;

    private FaultThrow thrown(Fault fault) {
        tile.said(now, "LIVE");
        return new FaultThrow(fault, 1201, tile, now, Duration.ofMillis(500), () -> healed.add(now / MILLI));
    }

    /** Says so for a time, a tenth of a second after the other; true once the throw is over. */
    private boolean says(FaultThrow each, String state, int millis) {
        for (int i = 0; i < millis; i += 100) {
            now += 100 * MILLI;
            tile.moved(now, ageMillis * MILLI);
            tile.said(now, state);
            if (each.step(now)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void measuresFromTheBeginningToLeavingAndFromHealingToBack() {
        FaultThrow silence = thrown(Fault.SILENCE);
        assertThat(says(silence, "LIVE", 1000)).isFalse();
        silence.begun(now);
        silence.begun(now + 99 * MILLI);
        says(silence, "LIVE", 1200);
        says(silence, "LATE", 1000);
        assertThat(healed).hasSize(1);
        says(silence, "RECONNECTING", 1000);
        long back = now / MILLI + 100;
        assertThat(says(silence, "LIVE", 3000)).isTrue();
        assertThat(silence.detectMillis()).hasValue(1300);
        assertThat(silence.recoverMillis()).hasValue(back - healed.getFirst());
        assertThat(silence.answer()).isEqualTo("LATE");
        assertThat(silence.undetected()).isFalse();
        assertThat(silence.unrecovered()).isFalse();
    }

    @Test
    void aFaultThatIsNotSeenIsKeptUpForItsTimeAndCountsWithIt() {
        FaultThrow black = thrown(Fault.BLACK);
        black.begun(now);
        assertThat(says(black, "LIVE", 30_000)).isTrue();
        assertThat(healed).hasSize(1);
        assertThat(black.undetected()).isTrue();
        assertThat(black.detectMillis()).isEmpty();
        FaultFigures figures = new FaultFigures(List.of(black));
        assertThat(figures.detectMsMax()).isEqualTo(8000);
        assertThat(figures.undetected()).isEqualTo(1);
        assertThat(figures.each().toString()).contains("answers={LIVE=1}");
    }

    @Test
    void aStreamThatGoesOnMayStayLive() {
        FaultThrow jump = thrown(Fault.TIME_JUMP);
        jump.begun(now);
        assertThat(says(jump, "LIVE", 30_000)).isTrue();
        assertThat(jump.undetected()).isFalse();
        assertThat(new FaultFigures(List.of(jump)).undetected()).isZero();
    }

    @Test
    void picturesThatGrowOldCountFromTheFirstThatIsTooOld() {
        FaultThrow thin = thrown(Fault.THIN);
        thin.begun(now);
        for (; ageMillis <= 1000; ageMillis += 30) {
            assertThat(says(thin, "LIVE", 100)).isFalse();
        }
        assertThat(thin.happened()).isFalse();
        says(thin, "LIVE", 700);
        assertThat(thin.happened()).isTrue();
        says(thin, "LATE", 1000);
        assertThat(healed).hasSize(1);
        ageMillis = 60;
        assertThat(says(thin, "LIVE", 3000)).isTrue();
        assertThat(thin.detectMillis()).hasValue(700);
        assertThat(thin.undetected()).isFalse();
        assertThat(tile.lies()).isZero();
    }

    @Test
    void aTileThatStaysLiveWhileTheyGrowOldIsAtFaultAndLies() {
        FaultThrow thin = thrown(Fault.THIN);
        boolean over = false;
        for (; !over; ageMillis += 30) {
            over = says(thin, "LIVE", 100);
        }
        assertThat(thin.undetected()).isTrue();
        assertThat(tile.lies()).isEqualTo(1);
        assertThat(new FaultFigures(List.of(thin)).detectMsMax()).isEqualTo(12_000);
    }

    @Test
    void aTileThatDoesNotComeBackIsGivenUp() {
        FaultThrow offline = thrown(Fault.OFFLINE);
        offline.begun(now);
        assertThat(says(offline, "RECONNECTING", 60_000)).isFalse();
        assertThat(says(offline, "RECONNECTING", 60_000)).isTrue();
        assertThat(offline.unrecovered()).isTrue();
        assertThat(offline.recoverMillis()).isEmpty();
    }

    @Test
    void aFaultThatNeverBeginsIsToldApart() {
        FaultThrow freeze = thrown(Fault.FREEZE);
        assertThat(says(freeze, "LIVE", 70_000)).isTrue();
        assertThat(healed).hasSize(1);
        assertThat(new FaultFigures(List.of(freeze)).all())
                .containsEntry("thrown", 0)
                .containsEntry("neverBegan", 1L);
    }

    @Test
    void picturesThatStandStillAreCountedApart() {
        FaultThrow freeze = thrown(Fault.FREEZE);
        freeze.begun(now);
        says(freeze, "LIVE", 9000);
        says(freeze, "UNCHANGED", 2000);
        says(freeze, "LIVE", 3000);
        FaultFigures figures = new FaultFigures(List.of(freeze));
        assertThat(figures.unchangedMsMax()).isEqualTo(9100);
        assertThat(figures.detectMsMax()).isZero();
    }

    @Test
    void everyKindIsThrownAsOftenAsEveryOtherAndTheSameSeedThrowsTheSame() {
        List<Fault> plan = List.copyOf(FaultDrill.plan(new Random(7), 27));
        assertThat(plan).hasSize(27).isEqualTo(List.copyOf(FaultDrill.plan(new Random(7), 27)));
        assertThat(plan).isNotEqualTo(List.copyOf(FaultDrill.plan(new Random(8), 27)));
        Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
        plan.forEach(fault -> counts.merge(fault, 1, Integer::sum));
        assertThat(counts.keySet()).containsExactlyInAnyOrderElementsOf(FaultTerms.THROWN);
        assertThat(counts.values()).allMatch(count -> count == 2 || count == 3);
    }
}
