package vn.toancanh.server.relay.beside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;

class PulseTest {
    private final ManualClock clock = new ManualClock();
    private final Pulse pulse = new Pulse(clock);

    private Pulse.Next later() {
        clock.advance(Pulse.EVERY);
        return pulse.next();
    }

    @Test
    void afterFiveQuestionsWithoutAnAnswerItIsLostAndTheCountBeginsAnew() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 5; i++) {
                assertThat(later()).as("question %d", i).isEqualTo(Pulse.Next.ASK);
            }
            assertThat(later()).isEqualTo(Pulse.Next.LOST);
        }
    }

    @Test
    void oneAnswerIsEnough() {
        for (int i = 0; i < 5; i++) {
            later();
        }
        pulse.heard();
        for (int i = 0; i < 5; i++) {
            assertThat(later()).isEqualTo(Pulse.Next.ASK);
        }
    }

    @Test
    void aServerThatWasPausedAsksOnceAndBlamesNobody() {
        later();
        pulse.heard();
        clock.advance(Duration.ofHours(1));
        assertThat(pulse.next()).isEqualTo(Pulse.Next.ASK);
        for (int i = 0; i < 1200; i++) {
            assertThat(pulse.next())
                    .as("what was to be looked at during the pause")
                    .isEqualTo(Pulse.Next.WAIT);
        }
        assertThat(later()).isEqualTo(Pulse.Next.ASK);
    }
}
