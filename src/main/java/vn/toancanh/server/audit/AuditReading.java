package vn.toancanh.server.audit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.store.Sql;

/** A search of the trail, page by page, as somebody may read it. Belongs to whoever runs the transaction. */
record AuditReading(AuditQuery query, AuditSight sight) {
    private static final int PORTION = 500;

    /** So that nobody keeps the database busy with what he may not read: then a page is short, or empty, and there is a next one. */
    private static final int MOST_PORTIONS = 20;

    /** @param next where the next page begins; null where there is none */
    record Page(List<AuditEntry> entries, AuditQuery.@Nullable Place next) {}

    /** Entries before a place, the newest first. */
    Page newest(Sql sql, AuditQuery.Place before, int limit) throws SQLException {
        if (!sight.mayBeAsked(sql, query)) {
            return new Page(List.of(), null);
        }
        int size = sight.isWhole() ? limit + 1 : PORTION;
        List<AuditEntry> page = new ArrayList<>();
        AuditQuery.Place place = before;
        for (int i = 0; i < MOST_PORTIONS; i++) {
            List<AuditEntry> portion = query.newest(sql, place, size);
            for (AuditEntry entry : sight.of(sql, portion)) {
                if (page.size() == limit) {
                    return new Page(page, AuditQuery.Place.of(page.getLast()));
                }
                page.add(entry);
            }
            if (portion.size() < size) {
                return new Page(page, null);
            }
            place = AuditQuery.Place.of(portion.getLast());
        }
        return new Page(page, place);
    }
}
