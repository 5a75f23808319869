package vn.toancanh.server.alarms;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Query;

/**
 * Which alarms are asked for.
 *
 * @param states any of these; all where empty
 * @param site that site and below
 * @param since only those changed at or after that time
 * @param before only those that came in before this one's place
 */
record AlarmQuery(
        List<AlarmState> states,
        @Nullable String site,
        @Nullable Instant since,
        @Nullable Long before,
        int limit) {
    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    static AlarmQuery of(Context context) {
        List<String> words = context.queryParams("state");
        if (words.size() > AlarmState.values().length) {
            throw ApiProblem.badField("state", "length", "each state once");
        }
        return new AlarmQuery(
                words.stream()
                        .map(word -> AlarmState.of(word)
                                .orElseThrow(() -> ApiProblem.badField(
                                        "state", "format", "new, acknowledged, inProgress or closed")))
                        .toList(),
                Query.text(context, "site", 64),
                time(Query.text(context, "since", 40)),
                before(Query.cursor(context)),
                Query.limit(context, 100, 500));
    }

    /** The same without a site. */
    AlarmQuery anywhere() {
        return new AlarmQuery(states, null, since, before, limit);
    }

    private static @Nullable Long before(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        if (!cursor.matches("\\d{1,18}")) {
            throw ApiProblem.badField("cursor", "format", "not a cursor of this server");
        }
        return Long.valueOf(cursor);
    }

    private static @Nullable Instant time(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            // A plus sign left unescaped in an address arrives as a blank.
            Instant time = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            if (!time.isBefore(EARLIEST) && !time.isAfter(LATEST)) {
                return time;
            }
        } catch (DateTimeException wrong) {
            // said below, as a time out of range is
        }
        throw ApiProblem.badField("since", "format", "a time of RFC 3339");
    }
}
