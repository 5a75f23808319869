package vn.toancanh.ui.administration;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import org.jspecify.annotations.Nullable;

/** Days as they are typed: day, month, year, with slashes. */
final class Days {
    private static final DateTimeFormatter READ =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private Days() {}

    static String written(@Nullable LocalDate day) {
        return day == null ? "" : WRITTEN.format(day);
    }

    /** True for a day, and for nothing at all. */
    static boolean readable(String typed) {
        return typed.isBlank() || read(typed) != null;
    }

    static @Nullable LocalDate read(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip(), READ);
        } catch (DateTimeException other) {
            return null;
        }
    }
}
