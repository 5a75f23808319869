package vn.toancanh.server.accounts;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sign-in hours as the contract sends them and as they are stored: days by three letters, times as {@code HH:MM}. */
public record HoursBody(
        @Nullable List<@Nullable String> days,
        @Nullable String from,
        @Nullable String to) {
    private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

    public static HoursBody of(SignInHours hours) {
        return new HoursBody(
                Arrays.stream(DayOfWeek.values())
                        .filter(hours.days()::contains)
                        .map(HoursBody::word)
                        .toList(),
                hours.from().toString(),
                hours.to().toString());
    }

    /** Empty where anything is not as the contract says. */
    public Optional<SignInHours> read() {
        if (days == null || days.isEmpty() || from == null || to == null || !from.matches(TIME) || !to.matches(TIME)) {
            return Optional.empty();
        }
        Set<DayOfWeek> read = EnumSet.noneOf(DayOfWeek.class);
        for (@Nullable String word : days) {
            Optional<DayOfWeek> day = Arrays.stream(DayOfWeek.values())
                    .filter(each -> word(each).equals(word))
                    .findFirst();
            if (day.isEmpty()) {
                return Optional.empty();
            }
            read.add(day.get());
        }
        return Optional.of(new SignInHours(read, LocalTime.parse(from), LocalTime.parse(to)));
    }

    /** The three letters of a day. */
    public static String word(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
    }
}
