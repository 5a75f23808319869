package vn.toancanh.server.streams;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import vn.toancanh.base.Clock;
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

    private static final Duration RENEW_AFTER = GOOD_FOR.multipliedBy(3).dividedBy(4);

    /**
     * The ends of one grant, told to a desk by the clock, and judged here by the machine's counter, which goes on as it did where
     * somebody sets that clock.
     *
     * @param told the texts of it, written once for all grants of a request
     */
    record Ends(Told told, long nanos, long offlineNanos) {}

    /** Times as RFC 3339 writes them. */
    record Told(String expiresAt, String renewAfter, String offlineUntil) {}

    /** Of a grant that is good for so long from now on. */
    Ends ends(Clock clock, Duration goodFor, Principal principal) {
        long nanos = clock.nanos() + goodFor.toNanos();
        Instant now = clock.now().truncatedTo(ChronoUnit.MILLIS);
        Instant end = now.plus(goodFor).truncatedTo(ChronoUnit.MILLIS);
        Instant offline = offlineUntil(now, end, principal);
        Told told = new Told(end.toString(), now.plus(RENEW_AFTER).toString(), offline.toString());
        return new Ends(told, nanos, nanos + Duration.between(end, offline).toNanos());
    }

    /**
     * Not beyond the end of the session, nor beyond what its holder's desk may do without the server: his hours, his account's
     * days. Never before the grant's own end.
     */
    private Instant offlineUntil(Instant now, Instant end, Principal principal) {
        Instant last =
                Collections.min(List.of(now.plus(grace), principal.refreshExpiresAt(), offline.until(principal, now)));
        return last.isAfter(end) ? last.truncatedTo(ChronoUnit.MILLIS) : end;
    }
}
