package vn.toancanh.server.alarms;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** How far an alarm has come. It only goes forward: what was closed by mistake is raised anew, so that the record stands. */
enum AlarmState {
    NEW("new"),
    ACKNOWLEDGED("acknowledged"),
    IN_PROGRESS("inProgress"),
    CLOSED("closed");

    private final String word;

    AlarmState(String word) {
        this.word = word;
    }

    /** The contract's word. */
    String word() {
        return word;
    }

    static Optional<AlarmState> of(String word) {
        return Arrays.stream(values()).filter(state -> state.word.equals(word)).findFirst();
    }

    /** What may come next. A false alarm is acknowledged and closed without work in between. */
    Set<AlarmState> successors() {
        return switch (this) {
            case NEW -> Set.of(ACKNOWLEDGED);
            case ACKNOWLEDGED -> Set.of(IN_PROGRESS, CLOSED);
            case IN_PROGRESS -> Set.of(CLOSED);
            case CLOSED -> Set.of();
        };
    }
}
