package vn.toancanh.server.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Clock;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.Secret;
import vn.toancanh.model.StreamRole;
import vn.toancanh.server.relay.Admission;

/** Grants of a whole city's desks cost each no more than those of one. */
class OpenGrantsTest {
    private static final int MANY = 8 * OpenGrants.FEW;
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private final ManualClock time = new ManualClock();
    private final AtomicLong asked = new AtomicLong();
    private final OpenGrants grants = new OpenGrants(new Clock() {
        @Override
        public Instant now() {
            return time.now();
        }

        @Override
        public long nanos() {
            asked.incrementAndGet();
            return time.nanos();
        }
    });

    private void put(int number) {
        long end = time.nanos() + GOOD_FOR.toNanos();
        Admission admission =
                new Admission("g-" + number, Secret.of("t"), "session " + number / 64, "c-" + number, StreamRole.SUB);
        grants.put(new OpenGrants.Open(admission, end, end));
    }

    @Test
    void thoseThatStandAreNotLookedThroughAtEveryNewOne() {
        for (int number = 0; number < MANY; number++) {
            put(number);
        }
        // The clock is asked once for each grant that is looked at.
        assertThat(asked.get()).isLessThan(3L * MANY);
        assertThat(grants.count()).isEqualTo(MANY);
        assertThat(grants.held("session 3", 1)).isEqualTo(64);
    }

    @Test
    void thoseThatAreOverDoNotGather() {
        for (int number = 0; number < MANY; number++) {
            put(number);
            if (number % 1000 == 0) {
                time.advance(Duration.ofMinutes(1));
            }
        }
        assertThat(grants.all()).hasSizeLessThan(4 * OpenGrants.FEW);
        time.advance(GOOD_FOR);
        assertThat(grants.count()).isZero();
        assertThat(grants.held("session 3", 1)).isZero();
    }
}
