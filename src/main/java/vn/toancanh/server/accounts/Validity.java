package vn.toancanh.server.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.http.ApiProblem;

/**
 * On which days an account may sign in, by the server's own calendar and zone.
 *
 * @param from the first; null: from the beginning
 * @param until the last; null: without an end
 */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate until) {
    /** Without a limit. */
    public static final Validity ALWAYS = new Validity(null, null);

    /** @throws ApiProblem 400 where it would end before it begins */
    public Validity {
        if (from != null && until != null && until.isBefore(from)) {
            throw ApiProblem.badField("/validUntil", "order", "not before validFrom");
        }
    }

    /** Of two columns as they are stored, {@code YYYY-MM-DD} or null. */
    public static Validity read(ResultSet row, int first) throws SQLException {
        return new Validity(day(row.getString(first)), day(row.getString(first + 1)));
    }

    private static @Nullable LocalDate day(@Nullable String stored) {
        return stored == null ? null : LocalDate.parse(stored);
    }

    /** A day as it is stored and sent. */
    public static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    /** True on that day. */
    public boolean holds(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
    }
}
