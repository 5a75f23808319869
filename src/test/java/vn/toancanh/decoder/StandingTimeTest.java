package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StandingTimeTest {
    private static final long MILLI = 1_000_000;

    private final StandingTime time = new StandingTime();

    @Test
    void timeThatGoesOnDoesNotStand() {
        for (int i = 0; i < 300; i++) {
            time.unit(6000L * i, 66L * i * MILLI);
            assertThat(time.stands()).isFalse();
        }
    }

    @Test
    void timeStandsOnceAllUnitsOfThreeSecondsWereOfOneTime() {
        time.unit(90_000, 1000 * MILLI);
        time.unit(90_000, 3999 * MILLI);
        assertThat(time.stands()).isFalse();
        time.unit(90_000, 4000 * MILLI);
        assertThat(time.stands()).isTrue();
        time.unit(90_001, 4066 * MILLI);
        assertThat(time.stands()).isFalse();
    }

    @Test
    void timeThatLeapsBackAndForthDoesNotStand() {
        for (int i = 0; i < 100; i++) {
            time.unit(i % 2 == 0 ? 0 : 90_000, 66L * i * MILLI);
        }
        assertThat(time.stands()).isFalse();
    }

    @Test
    void aStreamThatPausesDoesNotStand() {
        time.unit(0, 0);
        time.unit(6000, 60_000 * MILLI);
        assertThat(time.stands()).isFalse();
    }

    @Test
    void beforeTheFirstUnitNothingStands() {
        assertThat(time.stands()).isFalse();
    }
}
