package vn.toancanh.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessAgeTest {
    private static final String STAT =
            "17 (java) S 1 17 17 0 -1 4194304 100 0 3 0 20 5 0 0 20 0 30 0 2521939 123456 99 18446744073709551615";
    private static final String UPTIME = "25219.93 11708.37\n";

    @Test
    void itIsWhatTheMachineHasBeenUpSinceTheProcessBegan() {
        assertThat(ProcessAge.between(STAT, UPTIME)).contains(Duration.ofMillis(540));
    }

    @Test
    void aNameMayHoldAnything() {
        String odd = STAT.replace("(java)", "(a) S 1 2) R (b\n)");
        assertThat(ProcessAge.between(odd, UPTIME)).contains(Duration.ofMillis(540));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "17 (java) S 1 17", "17 java S", "17 (java) S 1 17 17 0 -1 1 1 1 1 1 1 1 1 1 1 1 1 x 2 3"})
    void whatReadsOtherwiseTellsNothing(String stat) {
        assertThat(ProcessAge.between(stat, UPTIME)).isEmpty();
        assertThat(ProcessAge.between(STAT, "up " + stat)).isEmpty();
    }

    @Test
    void aContainerWithAnUptimeOfItsOwnTellsNothing() {
        assertThat(ProcessAge.between(STAT, "60.00 90.00\n")).isEmpty();
    }

    /** The clock is a year off, as it may be before it is set: only where the start is told by the system's own count does that not matter. */
    @Test
    void itDoesNotGoByTheTimeOfDay() {
        ManualClock wrong = new ManualClock();
        wrong.set(Clock.SYSTEM.now().plus(Duration.ofDays(365)));
        Duration first = ProcessAge.now(Clock.SYSTEM).orElseThrow();
        Duration later = ProcessAge.now(wrong).orElseThrow();
        assertThat(later.minus(first)).isLessThan(Duration.ofMinutes(1));
    }
}
