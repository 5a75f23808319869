package vn.toancanh.server.relay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final long MILLI = 1_000_000;

    private final Arrivals arrivals = new Arrivals();

    @Test
    void tellToAQuarterOfASecondWhatCameBefore() {
        assertThat(arrivals.before(Long.MAX_VALUE)).isZero();
        for (int i = 1; i <= 100; i++) {
            arrivals.came(i * 1000L, i * 50L * MILLI);
        }
        for (int at = 0; at <= 5000; at += 10) {
            long came = at / 50 * 1000L;
            assertThat(arrivals.before(at * MILLI)).as("at %d ms", at).isBetween(came - 5000, came);
        }
        assertThat(arrivals.before(5000 * MILLI)).isEqualTo(100_000);
    }

    @Test
    void whatCameJustBeforeAPauseIsOldAfterIt() {
        arrivals.came(400, MILLI);
        arrivals.came(500, 2 * MILLI);
        arrivals.came(900, 5000 * MILLI);
        assertThat(arrivals.before(3000 * MILLI)).isEqualTo(500);
    }
}
