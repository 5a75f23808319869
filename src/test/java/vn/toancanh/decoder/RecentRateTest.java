package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RecentRateTest {
    private static final long SECOND = 1_000_000_000L;
    private static final double EXACT = 1e-6;

    private final RecentRate rate = new RecentRate();

    @Test
    void isNotKnownAtTheFirstLook() {
        assertThat(rate.look(500, 7 * SECOND)).isZero();
    }

    @Test
    void isTheGrowthASecondHoweverFarApartTheLooksAre() {
        rate.look(0, 0);
        assertThat(rate.look(30, 2 * SECOND)).isEqualTo(15, within(EXACT));
        assertThat(rate.look(45, 3 * SECOND)).isEqualTo(15, within(EXACT));
    }

    @Test
    void forgetsWhatWasLongAgo() {
        for (int i = 0; i <= 10; i++) {
            rate.look(25L * i, i * SECOND);
        }
        double last = 25;
        for (int i = 11; i <= 15; i++) {
            double now = rate.look(250, i * SECOND);
            assertThat(now).isLessThan(last);
            last = now;
        }
        assertThat(last).isZero();
    }

    @Test
    void aLookAtTheSameMomentDividesByNothing() {
        rate.look(1, SECOND);
        assertThat(rate.look(9, SECOND)).isZero();
    }
}
