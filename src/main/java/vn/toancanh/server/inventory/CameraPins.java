package vn.toancanh.server.inventory;

import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.http.FieldError;
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

    private final Database database;
    private final AuditTrail audit;

    public CameraPins(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /**
     * What is accepted now, stream by stream.
     *
     * @throws ApiProblem 404 where he does not see the camera, 403 where he may not configure it
     */
    public List<Accepted> of(Principal who, String cameraId) {
        return database.read(sql -> {
            Inventory.requireConfigured(sql, who, cameraId);
            return sql.list(
                    "SELECT role, uri, tls_pins FROM stream WHERE camera_id = ? AND uri IS NOT NULL ORDER BY ordinal",
                    row -> new Accepted(row.getString(1), URI.create(row.getString(2)), Pins.read(row.getString(3))),
                    cameraId);
        });
    }

    /**
     * Accepts these of all its streams and no others, from the next connection on.
     *
     * @param sent empty: those that the system trusts
     * @throws ApiProblem 400 where one is none; 404 and 403 as above
     */
    public void accept(Principal who, String cameraId, @Nullable List<@Nullable String> sent) {
        if (sent == null) {
            throw ApiProblem.badField("/tlsPins", "required", "a list is needed");
        }
        List<String> pins = Pins.checked(sent, (code, detail) -> {
            throw ApiProblem.badFields(List.of(FieldError.of("/tlsPins", code, detail)));
        });
        database.write(sql -> {
            Inventory.requireConfigured(sql, who, cameraId);
            String stored = Pins.stored(pins);
            int changed = sql.change(
                    "UPDATE stream SET tls_pins = ? WHERE camera_id = ? AND coalesce(tls_pins, '[]') <> ?",
                    stored,
                    cameraId,
                    stored);
            if (changed > 0) {
                note(sql, who, cameraId, pins);
            }
            return changed;
        });
    }

    private void note(Sql sql, Principal who, String cameraId, List<String> pins) throws SQLException {
        audit.note(sql, who, "camera.certificates", "camera/" + cameraId, Map.of("accepted", pins));
    }
}
