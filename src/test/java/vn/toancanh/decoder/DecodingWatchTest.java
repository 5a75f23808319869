package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecodingWatchTest {
    private static final long HALF_SECOND = 500_000_000L;

    private final DecodingWatch watch = new DecodingWatch();
    private long now;

    private boolean next(long fed, long made) {
        now += HALF_SECOND;
        return watch.stopped(fed, made, now);
    }

    @Test
    void whatHasNotBegunHasNotStopped() {
        for (int i = 0; i < 100; i++) {
            assertThat(next(i * 8L, 0)).isFalse();
            assertThat(next(i * 8L, -1)).isFalse();
        }
    }

    @Test
    void aDecoderThatIsFedAndMakesNothingHasStoppedAfterTwoSeconds() {
        long fed = 0;
        for (int i = 0; i < 20; i++) {
            fed += 8;
            assertThat(next(fed, fed)).isFalse();
        }
        long made = fed;
        for (int i = 0; i < 3; i++) {
            fed += 8;
            assertThat(next(fed, made)).as("look %d", i).isFalse();
        }
        assertThat(next(fed + 8, made)).isTrue();
    }

    @Test
    void aCameraThatStoppedSendingIsNotTheDecodersFault() {
        next(100, 100);
        for (int i = 0; i < 100; i++) {
            assertThat(next(102, 100)).isFalse();
        }
    }

    @Test
    void oneOfFewPicturesASecondIsWaitedFor() {
        long count = 0;
        for (int i = 0; i < 40; i++) {
            count += i % 4 == 0 ? 1 : 0;
            assertThat(next(count, count)).isFalse();
        }
    }
}
