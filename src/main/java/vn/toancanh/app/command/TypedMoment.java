package vn.toancanh.app.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** A moment as somebody types it at a shell. */
final class TypedMoment {
    private TypedMoment() {}

    /**
     * Reads a day ({@code 2026-11-21}), a day with a time ({@code 2026-11-21T06:00}), or a moment with its offset
     * ({@code 2026-11-21T06:00:00Z}); empty where it is none of these.
     *
     * @param zone of days and times without an offset
     * @param whole true: a day counts to its end, which is the beginning of the next
     */
    static Optional<Instant> read(String typed, ZoneId zone, boolean whole) {
        try {
            if (typed.length() <= "2026-11-21".length()) {
                LocalDate day = LocalDate.parse(typed);
                return Optional.of(
                        (whole ? day.plusDays(1) : day).atStartOfDay(zone).toInstant());
            }
            boolean offset = typed.endsWith("Z") || typed.matches(".*[+-]\\d{2}:\\d{2}$");
            return Optional.of(
                    offset
                            ? OffsetDateTime.parse(typed).toInstant()
                            : LocalDateTime.parse(typed).atZone(zone).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
