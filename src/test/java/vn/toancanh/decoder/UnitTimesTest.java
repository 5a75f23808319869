package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UnitTimesTest {
    private static final long START = 1_000_000_000L;
    private static final long FRAME = 66_667;

    @Test
    void theFirstUnitIsDatedBackSoThatLibVlcStartsAtTheSecond() {
        UnitTimes times = new UnitTimes(false, 1);
        times.stamp(START, START);
        assertThat(times.decoding()).isEqualTo(START - UnitTimes.VLC_DELAY);
        assertThat(times.presentation()).isEqualTo(times.decoding());
        times.stamp(START, START + 5);
        assertThat(times.decoding()).isEqualTo(START + 5);
    }

    @Test
    void whatLibVlcTookToStartIsTakenOffFromTheThirdUnitOn() {
        UnitTimes times = new UnitTimes(false, 1);
        times.stamp(START, START);
        times.stamp(START, START);
        times.handedOver(START + 10);
        times.asked(START + 20_010);
        times.stamp(START + FRAME, START + 20_010);
        assertThat(times.startUpMicros()).isEqualTo(20_000);
        assertThat(times.presentation()).isEqualTo(START + FRAME - UnitTimes.VLC_DELAY - 20_000);
        times.stamp(START + 2 * FRAME, START + FRAME);
        assertThat(times.presentation()).isEqualTo(START + 2 * FRAME - UnitTimes.VLC_DELAY - 20_000);
    }

    @Test
    void waitingForTheThirdUnitIsNoPartOfThat() {
        UnitTimes times = new UnitTimes(false, 1);
        times.stamp(START, START);
        times.stamp(START, START);
        times.handedOver(START + 10);
        times.asked(START + 20_010);
        times.asked(START + 120_010);
        times.stamp(START + 3 * FRAME, START + 3 * FRAME);
        assertThat(times.startUpMicros()).isEqualTo(20_000);
    }

    @Test
    void decodingTimesFollowTheClockAndBothKindsRiseStrictlyWhateverComes() {
        for (long seed = 1; seed <= 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            UnitTimes times = new UnitTimes(false, 10);
            long now = START;
            long due = START;
            long lastDecoding = 0;
            long lastPresentation = Long.MIN_VALUE;
            for (int i = 0; i < 500; i++) {
                now += random.nextInt(20) == 0 ? random.nextLong(3_000_000) : random.nextLong(2 * FRAME);
                due += random.nextInt(30) == 0 ? random.nextLong(-2_000_000, 2_000_000) : FRAME;
                times.asked(now);
                times.stamp(due, now);
                times.handedOver(now);
                assertThat(times.decoding()).as("seed %d unit %d", seed, i).isGreaterThan(lastDecoding);
                if (i > 0) {
                    assertThat(times.presentation())
                            .as("seed %d unit %d", seed, i)
                            .isGreaterThan(lastPresentation);
                }
                if (i > 2) {
                    assertThat(times.decoding()).isLessThanOrEqualTo(now);
                    assertThat(times.decoding()).isGreaterThanOrEqualTo(now - UnitTimes.BEHIND);
                }
                lastDecoding = times.decoding();
                lastPresentation = times.presentation();
            }
            assertThat(times.cures()).as("seed %d", seed).isZero();
        }
    }

    @Test
    void picturesOutOfOrderKeepTheirTimesAndInsureThemselvesInTheBurst() {
        UnitTimes times = new UnitTimes(true, 4);
        times.stamp(START, START);
        times.stamp(START, START);
        times.handedOver(START);
        long second = times.decoding();
        times.stamp(START + 3 * FRAME, START);
        long presented = times.presentation();
        assertThat(times.decoding()).isEqualTo(second);
        times.stamp(START + FRAME, START);
        assertThat(times.presentation()).isEqualTo(presented - 2 * FRAME);
        times.stamp(START + 2 * FRAME, START);
        assertThat(times.decoding()).isEqualTo(second);
        times.stamp(START + 4 * FRAME, START + 200_000);
        assertThat(times.decoding()).isGreaterThan(second);
    }

    @Test
    void anAnswerWithoutAUnitNeverFallsBehindTheLastDecodingTime() {
        UnitTimes times = new UnitTimes(false, 1);
        times.stamp(START, START);
        times.stamp(START, START);
        assertThat(times.idle(START + 50_000)).isEqualTo(START);
        assertThat(times.idle(START + 500_000)).isEqualTo(START + 400_000);
    }
}
