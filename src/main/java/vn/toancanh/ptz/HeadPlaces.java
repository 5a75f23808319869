package vn.toancanh.ptz;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The places that a head knows, and what it can keep.
 *
 * @param all in the head's own order
 * @param most how many it has room for; null where it does not say
 * @param home it has a home to go to, as far as it says
 * @param homeFixed its home cannot be set
 */
public record HeadPlaces(List<HeadPlace> all, @Nullable Integer most, boolean home, boolean homeFixed) {
    /** Nothing is known of it. */
    public static final HeadPlaces NONE = new HeadPlaces(List.of(), null, true, false);

    public HeadPlaces {
        all = List.copyOf(all);
    }

    /** The place of that number. */
    public Optional<HeadPlace> numbered(int number) {
        return all.stream()
                .filter(place -> place.number() != null && place.number() == number)
                .findFirst();
    }

    /** True where it has no room for another place. */
    public boolean full() {
        return most != null && all.size() >= most;
    }
}
