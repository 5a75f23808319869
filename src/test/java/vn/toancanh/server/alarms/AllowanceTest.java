package vn.toancanh.server.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;

class AllowanceTest {
    private final ManualClock clock = new ManualClock();
    private final Allowance allowance = new Allowance(Duration.ofMinutes(1), clock);

    @Test
    void aMinutesWorthIsGivenAtOnceAndThenAsTimePasses() {
        for (int i = 0; i < 60; i++) {
            assertThat(allowance.take("a", 1, 60)).isZero();
        }
        assertThat(allowance.take("a", 1, 60)).isEqualTo(1);
        assertThat(allowance.take("b", 1, 60)).isZero();
        clock.advance(Duration.ofSeconds(2));
        assertThat(allowance.take("a", 1, 60)).isZero();
        assertThat(allowance.take("a", 1, 60)).isZero();
        assertThat(allowance.take("a", 1, 60)).isPositive();
        clock.advance(Duration.ofHours(9));
        int given = 0;
        while (allowance.take("a", 1, 60) == 0) {
            given++;
        }
        assertThat(given).isEqualTo(60);
    }

    @Test
    void muchAtOnceIsGivenWholeOrNotAtAll() {
        Allowance ofADay = new Allowance(Duration.ofDays(1), clock);
        long most = 1L << 30;
        assertThat(ofADay.take("a", most - 10, most)).isZero();
        assertThat(ofADay.take("a", 2 << 20, most)).as("a day's five hundredth").isBetween(160, 180);
        assertThat(ofADay.take("a", 10, most)).isZero();
        clock.advance(Duration.ofHours(12));
        assertThat(ofADay.take("a", most / 2, most)).isZero();
    }
}
