package vn.toancanh.server.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;

class AllowanceTest {
    private final ManualClock clock = new ManualClock();
    private final Allowance allowance = new Allowance(clock);

    @Test
    void aMinutesWorthIsGivenAtOnceAndThenAsTimePasses() {
        for (int i = 0; i < 60; i++) {
            assertThat(allowance.take("a", 60)).isZero();
        }
        assertThat(allowance.take("a", 60)).isEqualTo(1);
        assertThat(allowance.take("b", 60)).isZero();
        clock.advance(Duration.ofSeconds(2));
        assertThat(allowance.take("a", 60)).isZero();
        assertThat(allowance.take("a", 60)).isZero();
        assertThat(allowance.take("a", 60)).isPositive();
        clock.advance(Duration.ofHours(9));
        int given = 0;
        while (allowance.take("a", 60) == 0) {
            given++;
        }
        assertThat(given).isEqualTo(60);
    }
}
