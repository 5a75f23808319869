package vn.toancanh.server.ptz;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a head is told.
 *
 * @param pan -1 to 1: a speed to the right where {@link Kind#CONTINUOUS}, a place of the picture from its left edge to its right where
 *     {@link Kind#LOOK}, else a place or a way in the head's own range
 * @param tilt -1 to 1, upwards
 * @param zoom -1 to 1, nearer
 * @param lens -1 to 1: a speed of the focus where {@link Kind#FOCUS}, above 0 farther; a step of the iris as a part of its range, above 0
 *     opens; 1 or 0, on or off, where something is automatic; not 0 at a stop: the focus stands too; how much of the picture
 *     is to fill it where {@link Kind#LOOK}, above 0 to 1
 * @param word a preset's id or an auxiliary's name; null elsewhere
 */
public record HeadCommand(
        Kind kind,
        double pan,
        double tilt,
        double zoom,
        double lens,
        @Nullable String word) {
    /** What there is to tell, with the contract's words. */
    public enum Kind {
        CONTINUOUS("continuous"),
        STOP("stop"),
        ABSOLUTE("absolute"),
        RELATIVE("relative"),
        GOTO_PRESET("gotoPreset"),
        LOOK("look"),
        HOME("home"),
        FOCUS("focus"),
        AUTO_FOCUS("autoFocus"),
        IRIS("iris"),
        AUTO_IRIS("autoIris"),
        AUX("aux");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** In the contract's words. */
        String word() {
            return word;
        }

        public static Optional<Kind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst();
        }

        /** True where the head goes on until it is told to stop. */
        public boolean goesOn() {
            return this == CONTINUOUS || this == FOCUS;
        }

        /** True where it has something be otherwise at once and nothing move: whatever moves goes on beside it. */
        public boolean isAside() {
            return this == AUTO_FOCUS || this == IRIS || this == AUTO_IRIS || this == AUX;
        }
    }

    /** Everything stands. */
    static final HeadCommand STOP = new HeadCommand(Kind.STOP, 0, 0, 0, 0, null);

    /** Everything stands, and the focus with it. */
    static final HeadCommand STOP_WITH_LENS = new HeadCommand(Kind.STOP, 0, 0, 0, 1, null);
}
