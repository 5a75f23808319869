package vn.toancanh.server.audit;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.audit.Verdict.Fault;
import vn.toancanh.server.audit.Verdict.Kind;
import vn.toancanh.server.store.Sql;
import vn.toancanh.server.store.Vault;

/** Walks the whole chain, from the anchor to the head, in one state of the data. Belongs to the thread that runs it. */
final class ChainCheck {
    private static final int PORTION = 2_000;

    /** An entry's place and hash that were kept elsewhere. */
    record Kept(long seq, String hash) {}

    private final Sql sql;
    private final Vault vault;
    private final @Nullable Kept kept;
    private final Mark anchor;
    private final Mark head;
    private long place;
    private String hash;
    private @Nullable Instant began;

    ChainCheck(Sql sql, Vault vault, @Nullable Kept kept) throws SQLException {
        this.sql = sql;
        this.vault = vault;
        this.kept = kept;
        this.anchor = Mark.read(sql, Mark.ANCHOR);
        this.head = Mark.read(sql, Mark.HEAD);
        this.place = anchor.seq();
        this.hash = anchor.hash();
    }

    Verdict run() throws SQLException {
        @Nullable Fault fault = fault();
        return new Verdict(place - anchor.seq(), anchor.seq() + 1, head.seq(), head.hash(), began, fault);
    }

    private @Nullable Fault fault() throws SQLException {
        if (anchor.blank() && head.blank() && sql.number("SELECT count(*) FROM audit") == 0) {
            return null;
        }
        if (!anchor.genuine(vault)) {
            return new Fault(Kind.ANCHOR, anchor.seq() + 1, "");
        }
        Optional<Fault> before = sql.first(
                "SELECT seq, id FROM audit WHERE seq <= ? ORDER BY seq LIMIT 1",
                row -> new Fault(Kind.BEYOND, row.getLong(1), row.getString(2)),
                anchor.seq());
        if (before.isPresent()) {
            return before.get();
        }
        List<AuditEntry> portion;
        do {
            portion = sql.list(
                    "SELECT " + AuditEntry.COLUMNS + " FROM audit WHERE seq > ? ORDER BY seq LIMIT " + PORTION,
                    AuditEntry::of,
                    place);
            for (AuditEntry entry : portion) {
                @Nullable Fault fault = faultOf(entry);
                if (fault != null) {
                    return fault;
                }
            }
        } while (portion.size() == PORTION);
        return atTheEnd();
    }

    private @Nullable Fault faultOf(AuditEntry entry) {
        if (entry.seq() != place + 1) {
            return place < head.seq()
                    ? new Fault(Kind.MISSING, place + 1, "")
                    : new Fault(Kind.BEYOND, entry.seq(), entry.id());
        }
        if (entry.seq() > head.seq()) {
            return new Fault(Kind.BEYOND, entry.seq(), entry.id());
        }
        if (!Chain.hash(hash, entry).equals(entry.hash())) {
            return new Fault(Kind.ALTERED, entry.seq(), entry.id());
        }
        if (entry.action().equals(Trail.BROKEN) && entry.originalAt() == null) {
            return new Fault(Kind.BROKEN, entry.seq(), entry.id());
        }
        if (kept != null && kept.seq() == entry.seq() && !kept.hash().equals(entry.hash())) {
            return new Fault(Kind.KEPT, entry.seq(), entry.id());
        }
        if (began == null) {
            began = Instant.ofEpochMilli(entry.at());
        }
        place = entry.seq();
        hash = entry.hash();
        return null;
    }

    private @Nullable Fault atTheEnd() {
        if (place < head.seq()) {
            return new Fault(Kind.CUT_OFF, place + 1, "");
        }
        if (!head.genuine(vault) || !head.hash().equals(hash)) {
            return new Fault(Kind.HEAD, place, "");
        }
        if (kept != null && kept.seq() > place) {
            return new Fault(Kind.CUT_OFF, place + 1, "");
        }
        return null;
    }
}
