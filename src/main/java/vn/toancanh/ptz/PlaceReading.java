package vn.toancanh.ptz;

import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;

/**
 * What this desk knows of the places of a head, at one moment.
 *
 * @param known the last that were told
 * @param cause why they are not known, or not as they are now; else null
 * @param changing a change is under way
 * @param refused why the last change was not made; null where it was, or none was asked for
 */
public record PlaceReading(
        Phase phase,
        HeadPlaces known,
        @Nullable Failure cause,
        boolean changing,
        @Nullable Failure refused) {
    /** Nothing was asked. */
    public static final PlaceReading NONE = new PlaceReading(Phase.NONE, HeadPlaces.NONE, null, false, null);

    /** How far it is known. */
    public enum Phase {
        /** No server keeps places, or no head is steered. */
        NONE,
        /** The head is asked, and has told nothing yet. */
        ASKING,
        /** The head has told them. */
        KNOWN,
        /** The head, or the server, did not tell. */
        FAILED
    }

    PlaceReading asked() {
        return phase == Phase.KNOWN ? this : new PlaceReading(Phase.ASKING, known, null, changing, refused);
    }

    PlaceReading told(HeadPlaces now) {
        return new PlaceReading(Phase.KNOWN, now, null, changing, refused);
    }

    PlaceReading untold(Failure why) {
        return new PlaceReading(Phase.FAILED, known, why, changing, refused);
    }

    PlaceReading changing(boolean now, @Nullable Failure why) {
        return new PlaceReading(phase, known, cause, now, why);
    }
}
