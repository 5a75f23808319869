package vn.toancanh.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessStateTest {
    @ParameterizedTest
    @CsvSource({
        "17 (java) T 1 17 17 0 -1, STOPPED",
        "17 (java) t 1 17 17 0 -1, TRACED",
        "17 (a) T (b) S 1 17 17 0 -1, OTHER",
        "17 (a) S (b) T 1 17 17 0 -1, STOPPED",
        "17 (java), OTHER",
        "'', OTHER"
    })
    void itIsTheLetterAfterTheName(String line, ProcessState state) {
        assertThat(ProcessState.ofLine(line)).isEqualTo(state);
    }

    @Test
    void oneThatRunsOrIsGoneIsNotStopped() {
        assertThat(ProcessState.of(ProcessHandle.current().pid())).isEqualTo(ProcessState.OTHER);
        assertThat(ProcessState.of(Integer.MAX_VALUE)).isEqualTo(ProcessState.OTHER);
    }
}
