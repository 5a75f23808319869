package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who is stopped, and who only seems to be. */
class StoppedLooksTest {
    private static final Duration SAME = Duration.ofSeconds(40);

    private final StoppedLooks looks = new StoppedLooks();
    private long now = 5_000_000_000L;

    private boolean look(boolean stopped, Duration worked, long afterMillis) {
        now += afterMillis * 1_000_000;
        return looks.take(stopped, worked, now);
    }

    @Test
    void threeLooksInARowAreEnough() {
        assertThat(look(true, SAME, 1000)).isFalse();
        assertThat(look(true, SAME, 1000)).isFalse();
        assertThat(look(true, SAME, 1000)).isTrue();
    }

    @Test
    void whatGoesOnInBetweenBeginsAnew() {
        look(true, SAME, 1000);
        look(true, SAME, 1000);
        look(false, SAME, 1000);
        look(true, SAME, 1000);
        assertThat(look(true, SAME, 1000)).isFalse();
        assertThat(look(true, SAME, 1000)).isTrue();
    }

    @Test
    void looksThatWereHeldUpAreOne() {
        look(true, SAME, 1000);
        assertThat(look(true, SAME, 3)).isFalse();
        assertThat(look(true, SAME, 3)).isFalse();
        assertThat(look(true, SAME, 3)).isFalse();
        assertThat(look(true, SAME, 1000)).isFalse();
        assertThat(look(true, SAME, 1000)).isTrue();
    }

    @Test
    void oneThatIsStoppedAndLetGoOnInTurnGoesOn() {
        for (int i = 0; i < 100; i++) {
            assertThat(look(true, SAME.plusMillis(20L * i), 1000)).isFalse();
        }
    }

    @Test
    void whereNothingIsKnownOfItsWorkTheLooksCount() {
        looks.take(true, null, 1_000_000_000L);
        looks.take(true, null, 2_000_000_000L);
        assertThat(looks.take(true, null, 3_000_000_000L)).isTrue();
    }
}
