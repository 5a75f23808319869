package vn.toancanh.server.ptz;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a head is told.
 *
 * @param pan -1 to 1: a speed to the right where {@link Kind#CONTINUOUS}, else a place or a way in the head's own range
 * @param tilt -1 to 1, upwards
 * @param zoom -1 to 1, nearer
 * @param word a preset's id or an auxiliary's name; null elsewhere
 */
public record HeadCommand(
        Kind kind,
        double pan,
        double tilt,
        double zoom,
        @Nullable String word) {
    /** What there is to tell, with the contract's words. */
    public enum Kind {
        CONTINUOUS("continuous"),
        STOP("stop"),
        ABSOLUTE("absolute"),
        RELATIVE("relative"),
        GOTO_PRESET("gotoPreset"),
        HOME("home"),
        FOCUS("focus"),
        IRIS("iris"),
        AUX("aux");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst();
        }

        /** True where the head goes on until it is told to stop. */
        public boolean goesOn() {
            return this == CONTINUOUS || this == FOCUS || this == IRIS;
        }
    }

    /** Everything stands. */
    static final HeadCommand STOP = new HeadCommand(Kind.STOP, 0, 0, 0, null);
}
