package vn.toancanh.ptz.stick;

import java.util.Arrays;
import java.util.Locale;

/**
 * What a button does when it is pressed or let go.
 *
 * @param number of the preset, 1 to 255; 0 for whatever has no number
 */
public record StickDeed(Kind kind, int number) {
    /** What there is to be done. */
    public enum Kind {
        /** The head goes to a preset. */
        PRESET,
        /** The head goes home. */
        HOME,
        /** The head stands, whatever it does. */
        STOP,
        /** The selected tile's head is steered, or no more. */
        STEER,
        /** The selected tile fills the window, or goes back. */
        ENLARGE,
        /** The tile before is selected. */
        PREVIOUS,
        /** The next tile is selected. */
        NEXT,
        /** While it is held the stick moves the selection from tile to tile, and no head. */
        MODIFIER,
        /** Zooms in while it is held. */
        NEARER,
        /** Zooms out while it is held. */
        FARTHER;

        /** True for what lasts as long as the button is down; it can only be what pressing does. */
        public boolean isHeld() {
            return this == MODIFIER || this == NEARER || this == FARTHER;
        }
    }

    /** The highest number of a preset. */
    public static final int MOST_PRESETS = 255;

    /** @throws IllegalArgumentException where it has a number and should have none, or the other way round */
    public StickDeed {
        boolean numbered = number >= 1 && number <= MOST_PRESETS;
        if (kind == Kind.PRESET ? !numbered : number != 0) {
            throw new IllegalArgumentException("no number of a preset: " + kind + " " + number);
        }
    }

    /** What needs no number. */
    public static StickDeed of(Kind kind) {
        return new StickDeed(kind, 0);
    }

    /** Goes to a preset. */
    public static StickDeed preset(int number) {
        return new StickDeed(Kind.PRESET, number);
    }

    /** As {@link #read} has it: {@code home}, {@code preset:3}. */
    String write() {
        return kind.name().toLowerCase(Locale.ROOT) + (number == 0 ? "" : ":" + number);
    }

    /** @throws IllegalArgumentException where it is not written so */
    static StickDeed read(String text) {
        String[] parts = text.split(":", 2);
        Kind kind = Arrays.stream(Kind.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(parts[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing a button does: " + text));
        return new StickDeed(kind, parts.length == 1 ? 0 : Integer.parseInt(parts[1]));
    }
}
