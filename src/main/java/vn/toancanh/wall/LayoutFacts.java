package vn.toancanh.wall;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a layout at the server beside what it shows.
 *
 * @param savedBy who saved the newest version, as shown; empty where that is not known
 * @param savedAt by the server's clock; null where that is not known
 * @param own made by whoever is signed in
 * @param changeable whoever is signed in may save a new version now; true where the server does not say
 * @param lock who keeps others from changing it; null: nobody
 */
public record LayoutFacts(
        String savedBy,
        @Nullable Instant savedAt,
        boolean own,
        boolean changeable,
        @Nullable Lock lock) {
    /** Of one that only this machine tells of. */
    public static final LayoutFacts UNKNOWN = new LayoutFacts("", null, false, true, null);

    /**
     * Somebody keeps others from changing it.
     *
     * @param by who, as shown
     * @param own held by whoever is signed in
     */
    public record Lock(String by, @Nullable Instant since, boolean own) {}
}
