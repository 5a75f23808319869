package vn.toancanh.onvif;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;

/** Durations of XML Schema, as far as heads use them: days and less. */
final class XmlTime {
    private static final Duration LONGEST = Duration.ofDays(1);

    private XmlTime() {}

    /** Empty where it is none; never more than a day. */
    static Optional<Duration> duration(String text) {
        try {
            Duration read = Duration.parse(text.strip());
            return read.isNegative() ? Optional.empty() : Optional.of(read.compareTo(LONGEST) > 0 ? LONGEST : read);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** In whole seconds, which every device understands: several take {@code PT0.5S} for none. */
    static String wholeSeconds(Duration time) {
        return "PT" + Math.max(1, time.plusMillis(999).toSeconds()) + "S";
    }
}
