package vn.toancanh.bench.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerFiguresTest {
    private static final Map<String, Object> WELL = Map.of(
            "syncMs", 1.0,
            "deltaMs", 1.0,
            "unchangedMsP99", 1.0,
            "grantMsP99", 1.0,
            "eventMsP99", 1.0,
            "steadyCpuPercent", 1.0,
            "relayCpuPercent", 50.0,
            "pictures", 19_000L,
            "viewersCut", 0);

    @Test
    void theRelaysProcessorTimeIsJudgedToo() {
        assertThat(ServerFigures.judge(WELL, 64).missed()).isEmpty();
        for (Map.Entry<String, Object> wrong : Map.<String, Object>of(
                        "relayCpuPercent", 50.1, "pictures", 0L, "viewersCut", 1)
                .entrySet()) {
            Map<String, Object> figures = new HashMap<>(WELL);
            figures.put(wrong.getKey(), wrong.getValue());
            assertThat(ServerFigures.judge(figures, 64).missed()).containsExactly(wrong.getKey());
        }
    }
}
