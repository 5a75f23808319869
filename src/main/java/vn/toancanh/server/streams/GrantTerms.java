package vn.toancanh.server.streams;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import vn.toancanh.server.accounts.OfflineTerms;
import vn.toancanh.server.accounts.Principal;

/**
 * How long grants are good.
 *
 * @param offline until when a holder's desk may go on without the server
 * @param grace how long a grant may be used then at most
 */
public record GrantTerms(OfflineTerms offline, Duration grace) {
    static final Duration GOOD_FOR = Duration.ofMinutes(5);

    /** Those of grants that somebody is given at one moment. */
    record Times(Instant end, Instant renewAfter, Instant offlineUntil) {}

    /** As they are for whoever is given grants now. */
    Times times(Instant moment, Principal principal) {
        Instant now = moment.truncatedTo(ChronoUnit.MILLIS);
        Instant end = now.plus(GOOD_FOR);
        return new Times(end, now.plus(GOOD_FOR.multipliedBy(3).dividedBy(4)), offlineUntil(now, end, principal));
    }

    /**
     * Not beyond the end of the session, nor beyond what its holder's desk may do without the server: his hours, his account's
     * days. Never before the grant's own end.
     */
    Instant offlineUntil(Instant now, Instant end, Principal principal) {
        Instant last =
                Collections.min(List.of(now.plus(grace), principal.refreshExpiresAt(), offline.until(principal, now)));
        return last.isAfter(end) ? last.truncatedTo(ChronoUnit.MILLIS) : end;
    }
}
