package vn.toancanh.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StartLinesTest {
    private static final String MADE =
            "2026-11-26T12:00:00.000Z INFO  [FX] v.t.app.client.Milestones - start: made 900 ms after its process";
    private static final String LATER = MADE.replace("900", "1100");
    private static final String PLACED =
            "2026-11-26T12:00:01.000Z INFO  [FX] v.t.app.client.Milestones - start: CONTENTS after 250 ms";

    @Test
    void itIsCountedFromTheStartOfTheProcess() {
        assertThat(StartLines.placedMillis(List.of(MADE, "something else", PLACED)))
                .isEqualTo(1150);
    }

    @Test
    void theLastStartCounts() {
        assertThat(StartLines.placedMillis(List.of(MADE, PLACED, LATER, PLACED)))
                .isEqualTo(1350);
        assertThat(StartLines.placedMillis(List.of(MADE, PLACED, LATER))).isNegative();
    }

    @Test
    void aLogThatTellsNothingGivesNothing() {
        assertThat(StartLines.placedMillis(List.of())).isNegative();
        assertThat(StartLines.placedMillis(List.of(PLACED))).isNegative();
    }
}
