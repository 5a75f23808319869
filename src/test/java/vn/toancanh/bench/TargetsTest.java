package vn.toancanh.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TargetsTest {
    private static final Map<String, Object> WELL =
            Map.of("relayCpuPercent", 6.0, "viewers", 64, "picturesPerSecond", 15.0, "lost", 0L, "ended", 0L);

    @Test
    void whatIsMissedFailsTheRun() {
        Targets targets = new Targets();
        targets.atMost("a", 5, 5);
        targets.atLeast("b", 1, 1);
        assertThat(targets.status()).isZero();
        targets.atMost("c", 6, 5);
        targets.atLeast("d", 0, 1);
        assertThat(targets.missed()).containsExactly("c", "d");
        assertThat(targets.status()).isEqualTo(1);
    }

    @Test
    void aRelayIsJudgedByWhatItTakesAndByWhatComes() {
        assertThat(RelayBenchmark.judge(WELL, 64).status()).isZero();
        for (Map.Entry<String, Object> wrong : Map.<String, Object>of(
                        "relayCpuPercent", 50.1, "viewers", 63, "picturesPerSecond", 0.0, "lost", 1L, "ended", 1L)
                .entrySet()) {
            Map<String, Object> figures = new HashMap<>(WELL);
            figures.put(wrong.getKey(), wrong.getValue());
            assertThat(RelayBenchmark.judge(figures, 64).missed()).isEqualTo(List.of(wrong.getKey()));
        }
        assertThat(RelayBenchmark.mostCpuPercent(65)).isEqualTo(100);
    }
}
