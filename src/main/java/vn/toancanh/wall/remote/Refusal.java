package vn.toancanh.wall.remote;

import java.util.Optional;

/** Why a screen does not do what it is told, as it says itself or as the server knows before it asks. */
public enum Refusal {
    /** A later order took its place. */
    OVERTAKEN("overtaken", "walls.overtaken"),
    /** The control of the wall was ended while it waited. */
    TAKEN_BACK("takenBack", "walls.takenBack"),
    /** Its time was over when it was to be done. */
    TOO_OLD("tooOld", "walls.tooOld"),
    /** This version does not know how. */
    UNKNOWN_ORDER("unknownOrder", "walls.unknownOrder"),
    /** The wall took no change. */
    NOT_TAKEN("notTaken", "walls.notTaken"),
    /** What stands there has no such tile. */
    NO_TILE("noCell", "walls.noTile"),
    /** No cameras take turns in that tile. */
    NO_TURNS("noTurns", "walls.noTurns");

    private final String word;
    private final String textKey;

    Refusal(String word, String textKey) {
        this.word = word;
        this.textKey = textKey;
    }

    /** As it is said to the server. */
    public String word() {
        return word;
    }

    /** The text for people. */
    public String textKey() {
        return textKey;
    }

    /** By its word; empty where a newer display says another. */
    public static Optional<Refusal> of(String word) {
        for (Refusal each : values()) {
            if (each.word.equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
