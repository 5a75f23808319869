package vn.toancanh.server.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AlarmStateTest {
    @Test
    void everyStateIsReachedAndNoneIsReachedAgain() {
        Set<AlarmState> reached = EnumSet.of(AlarmState.NEW);
        for (AlarmState state : AlarmState.values()) {
            assertThat(state.successors()).allMatch(next -> next.compareTo(state) > 0);
            if (reached.contains(state)) {
                reached.addAll(state.successors());
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(AlarmState.values());
        assertThat(AlarmState.CLOSED.successors()).isEmpty();
        assertThat(AlarmState.NEW.successors()).containsExactly(AlarmState.ACKNOWLEDGED);
    }

    @Test
    void wordsLeadBack() {
        for (AlarmState state : AlarmState.values()) {
            assertThat(AlarmState.of(state.word())).contains(state);
        }
        assertThat(AlarmState.of("NEW")).isEmpty();
    }
}
