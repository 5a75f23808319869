package vn.toancanh.server.records;

import io.javalin.http.Context;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Query;

/** Moments that a request asks by. */
final class TimeQuery {
    private TimeQuery() {}

    /** Null where it is not asked by that. */
    static @Nullable Instant of(Context context, String name) {
        @Nullable String text = Query.text(context, name, 40);
        @Nullable Instant time = text == null ? null : BookmarkDraft.time(text);
        if (text != null && time == null) {
            throw ApiProblem.badField(name, "format", "a time of RFC 3339");
        }
        return time;
    }
}
