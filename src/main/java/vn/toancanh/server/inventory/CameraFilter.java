package vn.toancanh.server.inventory;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The WHERE clause of a query, with every value bound, never written into the text. */
final class CameraFilter {
    private static final String SITES_BELOW =
            "c.site_id IN (WITH RECURSIVE below (id) AS (SELECT ? UNION SELECT s.id FROM site s JOIN below b"
                    + " ON s.parent_id = b.id) SELECT id FROM below)";

    private final List<String> terms = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    static CameraFilter of(CameraQuery query) {
        CameraFilter filter = new CameraFilter();
        if (!query.changes()) {
            filter.term("c.gone = 0");
        }
        @Nullable Long revision = query.sinceRevision();
        if (revision != null) {
            filter.term("c.revision > ?", revision);
        }
        if (query.sinceTime() != null) {
            filter.term(
                    "c.revision > (SELECT coalesce(max(revision), 0) FROM revision WHERE made_at <= ?)",
                    query.sinceTime().toEpochMilli());
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
