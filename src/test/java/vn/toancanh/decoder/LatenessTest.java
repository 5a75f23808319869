package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenessTest {
    private static final long FRAME = 66_667;
    private static final long WAIT = 1_000;

    private final Lateness lateness = new Lateness();

    /** Ten seconds of units that are shown {@code spare} after sending; how many were dated behind their pull. */
    private int late(long spare) {
        long lastPunctual = 0;
        int late = 0;
        for (int i = 0; i < 150; i++) {
            long sent = 1_000_000 + i * FRAME;
            long pulled = sent + 3_000;
            if (lateness.due(sent + spare, sent, pulled - WAIT, pulled) >= pulled + 40_000) {
                lastPunctual = pulled;
            } else {
                late++;
            }
            assertThat(pulled - lastPunctual)
                    .as("libVLC drops after five seconds")
                    .isLessThan(2_500_000);
        }
        return late;
    }

    @Test
    void picturesAreShownAtOnceExceptOneEveryTwoSeconds() {
        assertThat(late(0)).isGreaterThanOrEqualTo(144);
    }

    @Test
    void picturesHeldBackTooShortlyAreHelpedInTheSameWay() {
        assertThat(late(30_000)).isBetween(140, 149);
    }

    @Test
    void picturesHeldBackForLongAreLeftAsTheyAre() {
        assertThat(late(200_000)).isZero();
        assertThat(lateness.due(90_000_000, 89_000_000, 89_001_000, 89_002_000)).isEqualTo(90_000_000);
    }

    @Test
    void onABusyMachineAPunctualPictureIsDatedFurtherAheadButNeverMoreThanASecond() {
        assertThat(lateness.due(5_000_000, 5_000_000, 5_003_000, 5_103_000)).isEqualTo(5_103_000 + 40_000 + 300_000);
        assertThat(new Lateness().due(5_000_000, 5_000_000, 5_000_000, 9_000_000))
                .isEqualTo(10_000_000);
    }

    @Test
    void libVlcSpoilsWhatComesAfterAPauseOfSecondsUnlessItsLastPictureWasPunctual() {
        late(0);
        long last = 1_000_000 + 149 * FRAME + 3_000;
        assertThat(lateness.spoilt(last + FRAME)).isFalse();
        assertThat(lateness.spoilt(last + 2_000_000)).as("a short pause").isFalse();
        assertThat(lateness.spoilt(last + 5_000_000)).isTrue();
        long next = last + 6_000_000;
        lateness.due(next, next, next, next);
        assertThat(lateness.spoilt(next + 10_000_000))
                .as("that one is punctual")
                .isFalse();
    }

    @Test
    void whoSendsAPictureEveryFewSecondsIsNotSpoiltByThat() {
        for (int i = 1; i < 20; i++) {
            long sent = i * 4_000_000L;
            assertThat(lateness.spoilt(sent)).isFalse();
            lateness.due(sent, sent, sent, sent);
        }
    }
}
