package vn.toancanh.server.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
        put("g-" + number, "session " + number / 64, "c-" + number);
    }

    private OpenGrants.Open put(String grant, String session, String camera) {
        long end = time.nanos() + GOOD_FOR.toNanos();
        OpenGrants.Open one =
                new OpenGrants.Open(new Admission(grant, Secret.of("t"), session, camera, StreamRole.SUB), end, end);
        grants.put(one);
        return one;
    }

    private void giveBack(OpenGrants.Open one) {
        assertThat(grants.remove(one)).isTrue();
        grants.release(one.admission(), true);
    }

    @Test
    void aStreamIsHeldUntilTheLastGrantOfItIsGivenBack() {
        OpenGrants.Open first = put("g-1", "s", "c-1");
        OpenGrants.Open second = put("g-2", "s", "c-1");
        OpenGrants.Open another = put("g-3", "s", "c-2");
        OpenGrants.Open elsewhere = put("g-4", "t", "c-1");
        giveBack(first);
        assertThat(grants.holds(first.admission())).as("by the second").isTrue();
        time.advance(Duration.ofSeconds(1));
        OpenGrants.Open renewed = put("g-2", "s", "c-1");
        assertThat(grants.remove(second)).as("it was renewed").isFalse();
        giveBack(renewed);
        assertThat(grants.holds(first.admission())).isFalse();
        assertThat(grants.holds(another.admission())).isTrue();
        assertThat(grants.holds(elsewhere.admission()))
                .as("another session's is none of it")
                .isTrue();
        grants.removeSession("t");
        assertThat(grants.holds(elsewhere.admission())).isFalse();
        assertThat(grants.count()).isEqualTo(1);
    }

    @Test
    void aStreamThatIsTakenBackIsHeldByNoOtherGrant() {
        OpenGrants.Open first = put("g-1", "s", "c-1");
        put("g-2", "s", "c-1");
        grants.release(first.admission(), false);
        assertThat(grants.holds(first.admission())).isFalse();
    }

    /** With as many as a city has, walking all of them at each would take a minute. */
    @Test
    void givingBackCostsTheSameHoweverManyThereAre() {
        List<OpenGrants.Open> all = new ArrayList<>();
        for (int number = 0; number < 100_000; number++) {
            all.add(put("g-" + number, "session " + number / 64, "c-" + number));
        }
        assertTimeout(Duration.ofSeconds(10), () -> all.forEach(this::giveBack));
        assertThat(grants.count()).isZero();
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
