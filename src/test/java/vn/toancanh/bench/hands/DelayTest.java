package vn.toancanh.bench.hands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DelayTest {
    private static final long SECOND = 1_000_000_000L;

    private final Delay atOnce = new Delay(10 * SECOND, Duration.ofSeconds(4), Duration.ZERO);
    private final Delay growing = new Delay(10 * SECOND, Duration.ofSeconds(4), Duration.ofSeconds(8));

    private static long late(Delay delay, long cameSeconds) {
        return delay.dueNanos(cameSeconds * SECOND) / SECOND - cameSeconds;
    }

    @Test
    void whatCameBeforeItIsHeldUpByNothing() {
        assertThat(late(atOnce, 9)).isZero();
        assertThat(late(growing, 9)).isZero();
        assertThat(late(Delay.NONE, 9)).isZero();
    }

    @Test
    void itIsThereAtOnceOrGrowsEvenly() {
        assertThat(late(atOnce, 10)).isEqualTo(4);
        assertThat(late(growing, 10)).isZero();
        assertThat(late(growing, 14)).isEqualTo(2);
        assertThat(late(growing, 18)).isEqualTo(4);
        assertThat(late(growing, 60)).isEqualTo(4);
    }

    @Test
    void nothingOvertakesWhatCameBeforeIt() {
        for (Delay delay : new Delay[] {atOnce, growing}) {
            long before = 0;
            for (long came = 9 * SECOND; came < 20 * SECOND; came += SECOND / 50) {
                assertThat(delay.dueNanos(came)).isGreaterThanOrEqualTo(before);
                before = delay.dueNanos(came);
            }
        }
    }
}
