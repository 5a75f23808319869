package vn.toancanh.server.inventory;

import io.javalin.http.Context;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Folding;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Query;
import vn.toancanh.server.store.Sql;

/**
 * What of the catalogue is asked for.
 *
 * @param after the id before the page, null at the first
 * @param words folded words that must all occur
 * @param bbox minLon, minLat, maxLon, maxLat in degrees
 * @param published only those that visitors see; of no account where changes are asked for
 * @param sinceRevision only what changed after it
 * @param sinceTime only what changed after it; stands beside {@code sinceRevision} never
 */
record CameraQuery(
        @Nullable String after,
        int limit,
        List<String> words,
        @Nullable String site,
        List<String> tags,
        @Nullable List<Double> bbox,
        boolean published,
        @Nullable Long sinceRevision,
        @Nullable Instant sinceTime) {
    static final int USUAL_LIMIT = 200;
    static final int MOST = 2000;

    private static final int MOST_WORDS = 16;

    /** The years of RFC 3339, which fit milliseconds too. */
    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    static CameraQuery of(Context context) {
        @Nullable String since = Query.text(context, "changedSince", 40);
        boolean revision = since != null && since.matches("\\d{1,18}");
        return new CameraQuery(
                Query.cursor(context),
                Query.limit(context, USUAL_LIMIT, MOST),
                words(Query.text(context, "q", 200)),
                Query.text(context, "site", 64),
                tags(context),
                bbox(Query.text(context, "bbox", 200)),
                Query.flag(context, "published"),
                since != null && revision ? Long.valueOf(since) : null,
                since == null || revision ? null : time(since));
    }

    /** The revision after which changes are asked for, and so removed cameras too; null where all is asked for. */
    @Nullable
    Long since(Sql sql) throws SQLException {
        return sinceTime == null
                ? sinceRevision
                : Long.valueOf(sql.number(
                        "SELECT coalesce(max(revision), 0) FROM revision WHERE made_at <= ?",
                        sinceTime.toEpochMilli()));
    }

    private static List<String> words(@Nullable String q) {
        if (q == null) {
            return List.of();
        }
        String folded = Folding.fold(q);
        return folded.isEmpty()
                ? List.of()
                : List.of(folded.split(" ", -1)).stream().limit(MOST_WORDS).toList();
    }

    private static List<String> tags(Context context) {
        List<String> tags = context.queryParams("tag");
        if (tags.size() > 16 || tags.stream().anyMatch(tag -> tag.length() > 64)) {
            throw ApiProblem.badField("tag", "length", "at most 16 tags of 64 characters");
        }
        return List.copyOf(tags);
    }

    private static @Nullable List<Double> bbox(@Nullable String text) {
        if (text == null) {
            return null;
        }
        List<Double> sides = new ArrayList<>();
        try {
            for (String one : text.split(",", 5)) {
                sides.add(Double.valueOf(one.strip()));
            }
        } catch (NumberFormatException wrong) {
            throw ApiProblem.badField("bbox", "format", "minLon,minLat,maxLon,maxLat");
        }
        if (sides.size() != 4 || !sides.stream().allMatch(Double::isFinite)) {
            throw ApiProblem.badField("bbox", "format", "minLon,minLat,maxLon,maxLat");
        }
        if (sides.get(0) > sides.get(2) || sides.get(1) > sides.get(3)) {
            throw ApiProblem.badField("bbox", "range", "the smaller corner comes first");
        }
        return sides;
    }

    private static Instant time(String text) {
        try {
            // A plus sign left unescaped in an address arrives as a blank.
            Instant time = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
                throw ApiProblem.badField("changedSince", "range", EARLIEST + " to " + LATEST);
            }
            return time;
        } catch (DateTimeException wrong) {
            throw ApiProblem.badField("changedSince", "format", "a revision or a time");
        }
    }
}
