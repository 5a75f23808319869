package vn.toancanh.server.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Until when a desk may go on by what it was told last, while it cannot ask this server. Never less than the token it holds
 * is good for, so that a server that is started anew darkens no wall; else no longer than the role's hours and the account's
 * days last, and no longer than the token where a second person had to sign in too: at a desk that cannot ask, nobody vouches. Any thread.
 */
public final class OfflineTerms {
    /** What holds where nothing was said. */
    public static final Duration USUAL = Duration.ofHours(12);

    /** A week: whoever is away for longer signs in again. */
    public static final Duration LONGEST = Duration.ofDays(7);

    private static final Duration STEP = Duration.ofMinutes(1);

    private final Duration longest;
    private final ZoneId zone;

    /**
     * @param longest zero or more; counted from the last answer that told who somebody is
     * @param zone in which sign-in hours and days are meant
     */
    public OfflineTerms(Duration longest, ZoneId zone) {
        this.longest = longest;
        this.zone = zone;
    }

    /** Until when somebody's desk may go on that heard of this server now. */
    public Instant until(Principal principal, Instant now) {
        Instant least = principal.accessExpiresAt();
        Role role = principal.role();
        if (role.secondPerson()) {
            return least;
        }
        Instant end = now.plus(longest).truncatedTo(ChronoUnit.SECONDS);
        if (!role.hours().isEmpty()) {
            end = endOfHours(role, now, end);
        }
        end = endOfDays(principal.validity(), end);
        return end.isBefore(least) ? least : end;
    }

    /** The end of the last day, or {@code end} where that comes before. */
    private Instant endOfDays(Validity validity, Instant end) {
        @Nullable LocalDate last = validity.until();
        if (last == null) {
            return end;
        }
        Instant over = last.plusDays(1).atStartOfDay(zone).toInstant();
        return over.isBefore(end) ? over : end;
    }

    /** The first minute at which the role may not sign in, or {@code end} where none comes before. */
    private Instant endOfHours(Role role, Instant now, Instant end) {
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        while (minute.isBefore(end) && SignInHours.open(role.hours(), LocalDateTime.ofInstant(minute, zone))) {
            minute = minute.plus(STEP);
        }
        return minute.isBefore(end) ? minute : end;
    }
}
