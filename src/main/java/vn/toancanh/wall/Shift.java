package vn.toancanh.wall;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.toancanh.model.LayoutId;

/**
 * A layout that a window's wall is to have at certain hours.
 *
 * @param days on which it begins
 * @param from inclusive
 * @param to exclusive; on the day after where it is not later than {@code from}
 * @param window by its number, from 1
 * @param name what the layout was called when it was chosen
 */
public record Shift(Set<DayOfWeek> days, LocalTime from, LocalTime to, int window, LayoutId layout, String name) {
    /** The last number that a window may have. */
    public static final int MOST_WINDOW = 99;

    private static final String BETWEEN = "\t";

    public Shift {
        days = Collections.unmodifiableSet(days.isEmpty() ? EnumSet.noneOf(DayOfWeek.class) : EnumSet.copyOf(days));
    }

    /** When the shift began that goes on at that time; empty where none does. Wall clocks of one place. */
    public Optional<LocalDateTime> begun(LocalDateTime now) {
        for (LocalDate day : List.of(now.toLocalDate(), now.toLocalDate().minusDays(1))) {
            LocalDateTime begin = day.atTime(from);
            LocalDateTime end = (to.isAfter(from) ? day : day.plusDays(1)).atTime(to);
            if (days.contains(day.getDayOfWeek()) && !now.isBefore(begin) && now.isBefore(end)) {
                return Optional.of(begin);
            }
        }
        return Optional.empty();
    }

    /** The same whatever the layout is called by now. */
    public Shift nameless() {
        return new Shift(days, from, to, window, layout, "");
    }

    /** True where that one is the same, whatever the layout is called by now. */
    public boolean isAt(Shift other) {
        return nameless().equals(other.nameless());
    }

    /** All of them as one text, a line each. */
    public static String write(List<Shift> shifts) {
        StringBuilder text = new StringBuilder();
        for (Shift shift : shifts) {
            StringBuilder on = new StringBuilder();
            shift.days.forEach(day -> on.append(day.getValue()));
            text.append(String.join(
                            BETWEEN,
                            on,
                            shift.from.toString(),
                            shift.to.toString(),
                            Integer.toString(shift.window),
                            shift.layout.value(),
                            shift.name.replaceAll("\\p{Cntrl}", " ")))
                    .append('\n');
        }
        return text.toString();
    }

    /** What was written; lines that are none are left out. */
    public static List<Shift> read(String text) {
        List<Shift> shifts = new ArrayList<>();
        text.lines().forEach(line -> line(line).ifPresent(shifts::add));
        return shifts;
    }

    private static Optional<Shift> line(String line) {
        String[] parts = line.split(BETWEEN, -1);
        if (parts.length != 6 || !parts[0].matches("[1-7]{0,7}") || !parts[3].matches("[1-9][0-9]?")) {
            return Optional.empty();
        }
        try {
            Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
            parts[0].chars().forEach(digit -> days.add(DayOfWeek.of(digit - '0')));
            return Optional.of(new Shift(
                    days,
                    LocalTime.parse(parts[1]),
                    LocalTime.parse(parts[2]),
                    Integer.parseInt(parts[3]),
                    new LayoutId(parts[4]),
                    parts[5]));
        } catch (DateTimeParseException | IllegalArgumentException strange) {
            return Optional.empty();
        } catch (DateTimeException strange) {
            return Optional.empty();
        }
    }
}
