package vn.toancanh.server.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.accounts.Spot;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.Conditional;
import vn.toancanh.server.http.FieldError;
import vn.toancanh.server.http.IdempotencyKey;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;

/** Which certificates are accepted of a camera, for those who may configure it. Any thread; blocks. */
public final class CameraPins {
    /**
     * A stream, and what is accepted of its server.
     *
     * @param role as the contract says it
     */
    public record Accepted(String role, URI uri, List<String> pins) {}

    /**
     * A camera of which a certificate of its own is accepted, as it is sent.
     *
     * @param accepted of all its streams, each once
     * @param since when somebody last accepted just these; null where an import did, or where the note of it is purged
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Pinned(
            String cameraId,
            @Nullable Integer number,
            String name,
            String siteId,
            List<String> accepted,
            @Nullable Instant since) {}

    /**
     * Some of them.
     *
     * @param next the last of this page, where there are others after it; null where there are none
     */
    public record Page(List<Pinned> cameras, @Nullable String next) {}

    private record Row(String cameraId, Spot spot) {}

    /** Rows that are read in one go; others wait for the database meanwhile. */
    private static final int PORTION = 1_000;

    private static final String ACCEPTED = "camera.certificates";

    private static final String PINNED = """
            SELECT c.id, c.site_id, c.tags, c.published FROM camera c WHERE c.gone = 0 AND c.id > ? AND EXISTS
                (SELECT 1 FROM stream s WHERE s.camera_id = c.id AND s.uri IS NOT NULL AND coalesce(s.tls_pins, '[]') <> '[]')
            ORDER BY c.id LIMIT ?""";

    private static final String TOLD = """
            SELECT c.id, c.number, c.name, c.site_id,
                (SELECT json_group_array(DISTINCT p.value) FROM stream s, json_each(s.tls_pins) p WHERE s.camera_id = c.id
                    AND s.uri IS NOT NULL)
            FROM camera c WHERE c.gone = 0 AND c.id = ?""";

    private final Database database;
    private final Inventory inventory;
    private final AuditTrail audit;

    /** @param inventory whose revision tells desks that a camera is to be tried again */
    public CameraPins(Database database, Inventory inventory, AuditTrail audit) {
        this.database = database;
        this.inventory = inventory;
        this.audit = audit;
    }

    /**
     * Those of which one is accepted, as far as he may configure them, by their ids. Reads on until the page is full: one that ended before
     * would tell by its next one, and by how many of them are empty, what there is elsewhere.
     *
     * @param after the last one of the page before; empty: from the first
     */
    public Page pinned(Principal who, String after, int limit) {
        List<String> his = new ArrayList<>();
        String place = after;
        List<Row> rows;
        do {
            String from = place;
            rows = database.read(sql -> sql.list(PINNED, CameraPins::row, from, PORTION));
            for (Row row : rows) {
                if (his.size() <= limit && who.reach().may(Level.CONFIGURE, row.spot())) {
                    his.add(row.cameraId());
                }
                place = row.cameraId();
            }
        } while (his.size() <= limit && rows.size() == PORTION);
        List<String> page = his.subList(0, Math.min(limit, his.size()));
        List<Pinned> cameras = database.read(sql -> {
            List<Pinned> told = new ArrayList<>();
            for (String id : page) {
                Optional<Pinned> camera = sql.first(TOLD, CameraPins::pinned, id);
                if (camera.isPresent()) {
                    told.add(sinceWhen(sql, camera.get()));
                }
            }
            return told;
        });
        return new Page(cameras, his.size() > limit ? page.getLast() : null);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getString(1), Spot.of(row.getString(2), row.getString(3), row.getInt(4) == 1));
    }

    private static Pinned pinned(ResultSet row) throws SQLException {
        int number = row.getInt(2);
        boolean numbered = !row.wasNull();
        return new Pinned(
                row.getString(1),
                numbered ? number : null,
                row.getString(3),
                row.getString(4),
                Pins.read(row.getString(5)),
                null);
    }

    /** By the last note of it, where that is of just these; by the index of what it was done to, which the plus sees to. */
    private static Pinned sinceWhen(Sql sql, Pinned camera) throws SQLException {
        record Note(long at, String facts) {}
        Optional<Note> last = sql.first(
                "SELECT at, facts FROM audit WHERE subject = ? AND +action = '" + ACCEPTED
                        + "' ORDER BY at DESC LIMIT 1",
                row -> new Note(row.getLong(1), row.getString(2)),
                "camera/" + camera.cameraId());
        return last.filter(note -> noted(note.facts()).equals(Set.copyOf(camera.accepted())))
                .map(note -> new Pinned(
                        camera.cameraId(),
                        camera.number(),
                        camera.name(),
                        camera.siteId(),
                        camera.accepted(),
                        Instant.ofEpochMilli(note.at())))
                .orElse(camera);
    }

    private static Set<String> noted(String facts) {
        return Set.copyOf(JsonMapper.shared()
                .readTree(facts)
                .path("accepted")
                .valueStream()
                .map(JsonNode::asString)
                .toList());
    }

    /**
     * What is accepted now, stream by stream.
     *
     * @throws ApiProblem 404 where he does not see the camera, 403 where he may not configure it
     */
    public List<Accepted> of(Principal who, String cameraId) {
        return database.read(sql -> {
            Inventory.requireConfigured(sql, who, cameraId);
            return accepted(sql, cameraId);
        });
    }

    private static List<Accepted> accepted(Sql sql, String cameraId) throws SQLException {
        return sql.list(
                "SELECT role, uri, tls_pins FROM stream WHERE camera_id = ? AND uri IS NOT NULL ORDER BY ordinal",
                row -> new Accepted(row.getString(1), URI.create(row.getString(2)), Pins.read(row.getString(3))),
                cameraId);
    }

    /** The tag of what is accepted, by which whoever changes it says what he saw. */
    public static String tag(List<Accepted> streams) {
        String all = streams.stream()
                .map(stream -> stream.role() + ' ' + stream.pins())
                .collect(Collectors.joining("\n"));
        return '"' + IdempotencyKey.digest(all).substring(0, 16) + '"';
    }

    /**
     * Accepts these of all its streams and no others, from the next connection on. Where they are others than before the camera takes the
     * next revision, which says nothing else of it: whoever waits for it tries it then.
     *
     * @param sent empty: those that the system trusts
     * @param seen the {@link #tag} that whoever changes it saw last; null: whatever there is
     * @return the tag of what is accepted then
     * @throws ApiProblem 400 where one is none; 404 and 403 as above; 412 where something else is accepted by now
     */
    public String accept(Principal who, String cameraId, @Nullable List<@Nullable String> sent, @Nullable String seen) {
        if (sent == null) {
            throw ApiProblem.badField("/tlsPins", "required", "a list is needed");
        }
        List<String> pins = Pins.checked(sent, (code, detail) -> {
            throw ApiProblem.badFields(List.of(FieldError.of("/tlsPins", code, detail)));
        });
        return database.write(sql -> {
            Inventory.requireConfigured(sql, who, cameraId);
            if (seen != null && !seen.equals(tag(accepted(sql, cameraId)))) {
                throw Conditional.stale();
            }
            String stored = Pins.stored(pins);
            int changed = sql.change(
                    "UPDATE stream SET tls_pins = ? WHERE camera_id = ? AND coalesce(tls_pins, '[]') <> ?",
                    stored,
                    cameraId,
                    stored);
            if (changed > 0) {
                long next = Inventory.storedRevision(sql) + 1;
                sql.change("UPDATE camera SET revision = ? WHERE id = ?", next, cameraId);
                inventory.advance(sql, next, Audience.ofCameras(sql, next));
                note(sql, who, cameraId, pins);
            }
            return tag(accepted(sql, cameraId));
        });
    }

    private void note(Sql sql, Principal who, String cameraId, List<String> pins) throws SQLException {
        audit.note(sql, who, ACCEPTED, "camera/" + cameraId, Map.of("accepted", pins));
    }
}
