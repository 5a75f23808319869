package vn.toancanh.server.accounts;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * When a role's people may sign in, by the server's own clock and zone.
 *
 * @param days on which it begins; not empty
 * @param from included
 * @param to left out; on the day after where it is not later than {@code from}
 */
public record SignInHours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
    public SignInHours {
        days = Set.copyOf(EnumSet.copyOf(days));
    }

    boolean hold(LocalDateTime now) {
        LocalTime time = now.toLocalTime();
        boolean today = days.contains(now.getDayOfWeek());
        if (from.isBefore(to)) {
            return today && !time.isBefore(from) && time.isBefore(to);
        }
        boolean sinceYesterday = days.contains(now.getDayOfWeek().minus(1));
        return (today && !time.isBefore(from)) || (sinceYesterday && time.isBefore(to));
    }

    /** True within any of them, and where there are none. */
    public static boolean open(List<SignInHours> hours, LocalDateTime now) {
        return hours.isEmpty() || hours.stream().anyMatch(each -> each.hold(now));
    }
}
