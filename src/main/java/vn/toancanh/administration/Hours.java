package vn.toancanh.administration;

import java.time.DayOfWeek;
import java.util.List;
import java.util.regex.Pattern;

/**
 * When the people of a role may sign in, by the server's clock.
 *
 * @param days on which it begins, Monday first
 * @param from {@code HH:MM}, included
 * @param to {@code HH:MM}, left out; on the day after where it is not later than {@code from}
 */
public record Hours(List<DayOfWeek> days, String from, String to) {
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

    public Hours {
        days = days.stream().distinct().sorted().toList();
    }

    /** True for a time of the day as the contract writes it. */
    public static boolean isTime(String text) {
        return TIME.matcher(text).matches();
    }
}
