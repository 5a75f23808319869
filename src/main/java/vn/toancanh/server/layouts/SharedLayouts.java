package vn.toancanh.server.layouts;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.accounts.Right;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.events.EventRing;
import vn.toancanh.server.http.Json;
import vn.toancanh.server.inventory.Inventory;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;

/**
 * Puts layouts from files on the server without a request: whoever runs the server gives everybody something to begin
 * with. Any thread; blocks.
 */
public final class SharedLayouts {
    /** Stands as the name of whoever made the last version; every change by a person writes another there. */
    private static final String MAKER = "Toàn Cảnh (layouts/)";

    /**
     * What became of the files.
     *
     * @param added not there before
     * @param renewed there from an earlier start, touched by nobody, and another in the file now
     * @param kept there already, or changed, locked or deleted by a person, or of a name that is taken
     */
    public record Published(int added, int renewed, int kept, List<LayoutFault> faults) {
        public Published {
            faults = List.copyOf(faults);
        }
    }

    private enum Done {
        ADDED,
        RENEWED,
        KEPT
    }

    /** @param held gone, or locked by somebody */
    private record Head(long version, boolean held, String by, LayoutDraft.Checked draft) {}

    private final Database database;
    private final LayoutStore layouts;
    private final Inventory inventory;
    private final Json json;

    public SharedLayouts(
            Database database, EventRing events, Json json, Clock clock, Inventory inventory, AuditTrail audit) {
        this.database = database;
        this.layouts = new LayoutStore(database, events, json.mapper(), clock, audit);
        this.inventory = inventory;
        this.json = json;
    }

    /**
     * Puts every layout of a folder on the server that is not there yet. What a person changed or deleted stays as it is.
     *
     * @param owner name of the account they are to belong to
     * @throws FailureException NOT_FOUND where there is no such account
     */
    public Published publish(Path folder, String owner) {
        Principal principal = principal(owner);
        LayoutFolder files = new LayoutFolder(json.mapper(), new CameraNames(inventory.keys())).read(folder);
        Map<Done, Integer> counts = new EnumMap<>(Done.class);
        for (LayoutFile file : files.layouts()) {
            counts.merge(database.write(sql -> publish(sql, principal, file)), 1, Integer::sum);
        }
        return new Published(
                counts.getOrDefault(Done.ADDED, 0),
                counts.getOrDefault(Done.RENEWED, 0),
                counts.getOrDefault(Done.KEPT, 0),
                files.faults());
    }

    private Done publish(Sql sql, Principal principal, LayoutFile file) throws SQLException {
        String id = file.id();
        LayoutDraft.Checked draft = file.layout();
        Optional<Head> there = head(sql, id);
        if (there.isEmpty()) {
            if (taken(sql, draft.name())) {
                return Done.KEPT;
            }
            layouts.insert(sql, principal, id, draft);
            return Done.ADDED;
        }
        Head head = there.get();
        if (head.held() || !head.by().equals(MAKER) || head.draft().equals(draft)) {
            return Done.KEPT;
        }
        layouts.advance(sql, principal, id, head.version() + 1, draft);
        return Done.RENEWED;
    }

    private Optional<Head> head(Sql sql, String id) throws SQLException {
        return sql.first(
                "SELECT l.version, l.gone = 1 OR l.locked_by IS NOT NULL, v.modified_by, v.name, v.scope, v.columns, v.rows, v.cells FROM layout l"
                        + " JOIN layout_version v ON v.layout_id = l.id AND v.version = l.version WHERE l.id = ?",
                row -> new Head(
                        row.getLong(1),
                        row.getInt(2) == 1,
                        row.getString(3),
                        new LayoutDraft.Checked(
                                row.getString(4),
                                row.getString(5),
                                row.getInt(6),
                                row.getInt(7),
                                List.of(json.mapper().readValue(row.getString(8), LayoutBody.Cell[].class)))),
                id);
    }

    /** Layouts are asked for by name, without case; two of one name would hide each other. */
    private static boolean taken(Sql sql, String name) throws SQLException {
        return sql
                .list(
                        "SELECT v.name FROM layout l JOIN layout_version v ON v.layout_id = l.id"
                                + " AND v.version = l.version WHERE l.gone = 0 AND l.scope <> 'private'",
                        row -> row.getString(1))
                .stream()
                .anyMatch(name::equalsIgnoreCase);
    }

    private Principal principal(String owner) {
        return database.read(sql -> sql.first(
                        "SELECT id, username, role_id FROM account WHERE username = ?",
                        row -> new Principal(
                                "",
                                row.getString(1),
                                row.getString(2),
                                MAKER,
                                row.getString(3),
                                List.of(new Right(Level.OPERATE, null)),
                                Instant.MAX,
                                Instant.MAX),
                        owner))
                .orElseThrow(
                        () -> new FailureException(Failure.of(Failure.Kind.NOT_FOUND, "no account to own layouts")));
    }
}
