package vn.toancanh.ui.kit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import vn.toancanh.base.Language;

/** Points in time as people of a language read them, in the machine's time zone. */
public final class Moments {
    private final DateTimeFormatter clock;
    private final DateTimeFormatter time;
    private final DateTimeFormatter day;
    private final ZoneId zone;

    public Moments(Language language, ZoneId zone) {
        this.zone = zone;
        this.clock = DateTimeFormatter.ofPattern("EEEE dd/MM/yyyy HH:mm:ss", language.locale())
                .withZone(zone);
        this.time = DateTimeFormatter.ofPattern("HH:mm:ss", language.locale()).withZone(zone);
        this.day = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", language.locale())
                .withZone(zone);
    }

    /** Weekday, date and time to the second. */
    public String clock(Instant at) {
        return clock.format(at);
    }

    /** The time; with the date where {@code at} was not on the day of {@code now}. */
    public String since(Instant at, Instant now) {
        boolean today = at.atZone(zone).toLocalDate().equals(now.atZone(zone).toLocalDate());
        return today ? time.format(at) : day.format(at);
    }
}
