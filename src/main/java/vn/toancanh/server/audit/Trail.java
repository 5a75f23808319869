package vn.toancanh.server.audit;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;
import vn.toancanh.server.store.Vault;

/**
 * The trail in the server's database: entries in a hash chain whose end bears a MAC by the vault's key. Whatever it finds of
 * the chain's end that is not as it left it becomes an entry itself and stays one; it never mends it. Any thread; blocks.
 */
public final class Trail implements AuditTrail {
    /** The first entry of a chain. */
    static final String BEGAN = "audit.began";

    /** The chain's end was not as the server had left it. */
    static final String BROKEN = "audit.broken";

    private static final Logger LOG = LoggerFactory.getLogger(Trail.class);
    private static final String INSERT =
            "INSERT INTO audit (" + AuditEntry.COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Vault vault;
    private final Clock clock;

    public Trail(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /** Begins the chain of new data, and looks whether the end of an old one is as it was left. */
    public Trail begin(Database database) {
        database.write(sql -> {
            append(sql, List.of());
            return 0;
        });
        return this;
    }

    @Override
    public void note(Sql sql, Principal who, String action, String subject, Map<String, Object> facts)
            throws SQLException {
        note(sql, Caller.of(sql, who), Outcome.DONE, action, subject, facts);
    }

    @Override
    public void note(Sql sql, Caller who, Outcome outcome, String action, String subject, Map<String, Object> facts)
            throws SQLException {
        append(sql, List.of(draft(who, outcome, action, subject, facts)));
    }

    Draft draft(Caller who, Outcome outcome, String action, String subject, Map<String, Object> facts) {
        return Draft.of(clock.now().toEpochMilli(), who, outcome, action, subject, facts);
    }

    /** Adds entries at the end, within the caller's transaction. */
    void append(Sql sql, List<Draft> drafts) throws SQLException {
        Mark head = Mark.read(sql, Mark.HEAD);
        Mark anchor = Mark.read(sql, Mark.ANCHOR);
        long last = Math.max(anchor.seq(), sql.number("SELECT max(seq) FROM audit"));
        boolean first = head.blank() && anchor.blank() && last == 0;
        boolean whole = head.seq() == last && head.genuine(vault) && anchor.genuine(vault);
        if (whole && drafts.isEmpty()) {
            return;
        }
        Mark end = head;
        if (first) {
            Mark.made(vault, Mark.ANCHOR, 0, Chain.BEGINNING).store(sql);
            end = link(sql, end, List.of(draft(Caller.program("server"), Outcome.DONE, BEGAN, "audit", Map.of())));
        } else if (!whole) {
            end = broken(sql, head, last);
        }
        link(sql, end, drafts);
    }

    /** Goes on behind whatever there is; what was found stays for the check to name, and this entry tells when. */
    private Mark broken(Sql sql, Mark head, long last) throws SQLException {
        LOG.error(
                "the end of the audit chain is not as it was left: entry {} is said to be the last, {} is",
                head.seq(),
                last);
        long seq = Math.max(head.seq(), last);
        String hash = sql.first(
                        "SELECT hash FROM audit WHERE seq = ?",
                        row -> HexFormat.of().formatHex(row.getBytes(1)),
                        seq)
                .orElse(head.hash());
        Mark end = Mark.made(vault, Mark.HEAD, seq, hash);
        end.store(sql);
        Map<String, Object> facts = Map.of("headSaid", head.seq(), "lastFound", last, "genuine", head.genuine(vault));
        return link(sql, end, List.of(draft(Caller.program("server"), Outcome.FAILED, BROKEN, "audit", facts)));
    }

    private Mark link(Sql sql, Mark end, List<Draft> drafts) throws SQLException {
        long seq = end.seq();
        String hash = end.hash();
        try (PreparedStatement insert = sql.prepare(INSERT)) {
            for (Draft draft : drafts) {
                AuditEntry entry = draft.at(seq + 1, hash);
                insert(insert, entry);
                seq = entry.seq();
                hash = entry.hash();
            }
        }
        Mark head = Mark.made(vault, Mark.HEAD, seq, hash);
        if (!drafts.isEmpty()) {
            head.store(sql);
        }
        return head;
    }

    private static void insert(PreparedStatement insert, AuditEntry entry) throws SQLException {
        Caller who = entry.who();
        Sql.bind(
                insert,
                entry.seq(),
                entry.id(),
                entry.at(),
                entry.originalAt(),
                who.accountId(),
                who.username(),
                who.sessionId(),
                who.address(),
                who.client(),
                entry.action(),
                entry.subject(),
                entry.outcome(),
                entry.facts(),
                HexFormat.of().parseHex(entry.hash()));
        insert.executeUpdate();
    }

    /** Moves the anchor forward; only {@link AuditPurge} does. */
    void anchor(Sql sql, long seq, String hash) throws SQLException {
        Mark.made(vault, Mark.ANCHOR, seq, hash).store(sql);
    }
}
