package vn.toancanh.ui.administration;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** Times as they are typed: day, month, year, with slashes, and behind it hour and minute or nothing. */
final class TypedTimes {
    private static final DateTimeFormatter READ =
            DateTimeFormatter.ofPattern("d/M/uuuu H:mm").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss");

    private TypedTimes() {}

    /** With its seconds, as people read it there. */
    static String written(Instant at, ZoneId zone) {
        return WRITTEN.format(at.atZone(zone));
    }

    /**
     * Reads one; empty where it is none.
     *
     * @param whole true: a day without a time counts to its end, a minute to its last second
     */
    static Optional<Instant> read(String typed, ZoneId zone, boolean whole) {
        String text = typed.strip();
        LocalDate day = Days.read(text);
        if (day != null) {
            return Optional.of(
                    (whole ? day.plusDays(1) : day).atStartOfDay(zone).toInstant());
        }
        try {
            LocalDateTime minute = LocalDateTime.parse(text.replaceAll("\\s+", " "), READ);
            return Optional.of(
                    (whole ? minute.plusMinutes(1) : minute).atZone(zone).toInstant());
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }
}
