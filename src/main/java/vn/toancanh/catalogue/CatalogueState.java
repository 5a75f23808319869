package vn.toancanh.catalogue;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;

/**
 * How fresh the catalogue is.
 *
 * @param fetching true while the server is being asked
 * @param fromCache true while what is shown was read from this machine and not yet confirmed by the server
 * @param asOf when the server last said that this is how things are, by its clock; null while nothing is known
 * @param failure why the last asking failed; null where it did not
 */
public record CatalogueState(
        boolean fetching,
        boolean fromCache,
        @Nullable Instant asOf,
        @Nullable Failure failure) {
    static final CatalogueState CLOSED = new CatalogueState(false, false, null, null);
}
