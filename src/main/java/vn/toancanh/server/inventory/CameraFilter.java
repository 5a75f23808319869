package vn.toancanh.server.inventory;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.accounts.CameraScope;

/** The WHERE clause of a query, with every value bound, never written into the text. */
final class CameraFilter {
    private static final String SITES_BELOW =
            "c.site_id IN (WITH RECURSIVE below (id) AS (SELECT ? UNION SELECT s.id FROM site s JOIN below b"
                    + " ON s.parent_id = b.id) SELECT id FROM below)";

    private final List<String> terms = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /**
     * @param since only what changed after that revision, and then also what is no longer there or no longer seen; null for
     *     all there is
     * @param scope what the caller may see
     */
    static CameraFilter of(CameraQuery query, @Nullable Long since, CameraScope scope) {
        CameraFilter filter = new CameraFilter();
        if (since == null) {
            filter.term("c.gone = 0");
            filter.term(scope.sql("c"), scope.values().toArray());
        } else {
            filter.term("c.revision > ?", since);
            filter.seenSince(since, scope);
        }
        if (query.published() && since == null) {
            filter.term("c.published = 1");
        }
        for (String word : query.words()) {
            filter.term(
                    "(instr(c.folded, ?) > 0 OR instr((SELECT folded FROM site WHERE id = c.site_id), ?) > 0)",
                    word,
                    word);
        }
        @Nullable String site = query.site();
        if (site != null) {
            filter.term(SITES_BELOW, site);
        }
        for (String tag : query.tags()) {
            filter.term("EXISTS (SELECT 1 FROM json_each(c.tags) WHERE value = ?)", tag);
        }
        @Nullable List<Double> box = query.bbox();
        if (box != null) {
            filter.term("c.lon BETWEEN ? AND ?", box.get(0), box.get(2));
            filter.term("c.lat BETWEEN ? AND ?", box.get(1), box.get(3));
        }
        return filter;
    }

    /** Seen now, or by what the camera was at some time after {@code since}. */
    private void seenSince(long since, CameraScope scope) {
        if (scope.everything()) {
            return;
        }
        List<Object> bound = new ArrayList<>(scope.values());
        bound.add(since);
        bound.addAll(scope.values());
        term(
                "(" + scope.sql("c") + " OR EXISTS (SELECT 1 FROM camera_before b WHERE b.camera_id = c.id"
                        + " AND b.until_revision > ? AND " + scope.sql("b") + "))",
                bound.toArray());
    }

    /** Nothing at all. */
    CameraFilter nothing() {
        term("0");
        return this;
    }

    CameraFilter after(@Nullable String id) {
        if (id != null) {
            term("c.id > ?", id);
        }
        return this;
    }

    private void term(String sql, Object... bound) {
        terms.add(sql);
        values.addAll(List.of(bound));
    }

    String sql() {
        return terms.isEmpty() ? "1" : String.join(" AND ", terms);
    }

    Object[] values(Object... more) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(List.of(more));
        return all.toArray();
    }
}
