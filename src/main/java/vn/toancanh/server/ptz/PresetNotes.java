package vn.toancanh.server.ptz;

import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;

/**
 * What this server keeps of the places that heads know, beside what the heads themselves keep: names as they were given, which not
 * every head takes, and what is locked. Any thread; blocks.
 */
final class PresetNotes {
    /**
     * What is kept of one place.
     *
     * @param name as it was given here; null where none was
     * @param told what the head called it then: where it says otherwise now, somebody has named it anew at the head
     */
    record Note(@Nullable String name, @Nullable String told, boolean locked) {
        static final Note NONE = new Note(null, null, false);
    }

    /**
     * A change as it stands in the record.
     *
     * @param action in the contract's words
     */
    record Deed(Principal who, String cameraId, String action, Map<String, Object> facts) {}

    private final Database database;
    private final AuditTrail audit;

    PresetNotes(Database database, AuditTrail audit) {
        this.database = database;
        this.audit = audit;
    }

    /** Of a camera's places, by their ids; those of which nothing is kept are missing. */
    Map<String, Note> of(String cameraId) {
        return database
                .read(sql -> sql.list(
                        "SELECT preset_id, name, told, locked FROM head_preset WHERE camera_id = ?",
                        row -> Map.entry(
                                row.getString(1), new Note(row.getString(2), row.getString(3), row.getInt(4) == 1)),
                        cameraId))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Keeps that of a place, and notes who had it so. */
    void keep(Deed deed, String presetId, Note note) {
        database.write(sql -> {
            note(sql, deed);
            return sql.change(
                    "INSERT INTO head_preset (camera_id, preset_id, name, told, locked) VALUES (?, ?, ?, ?, ?)"
                            + " ON CONFLICT (camera_id, preset_id) DO UPDATE SET name = excluded.name,"
                            + " told = excluded.told, locked = excluded.locked",
                    deed.cameraId(),
                    presetId,
                    note.name(),
                    note.told(),
                    note.locked() ? 1 : 0);
        });
    }

    /** Keeps nothing of a place any more, and notes who removed it. */
    void forget(Deed deed, String presetId) {
        database.write(sql -> {
            note(sql, deed);
            return sql.change(
                    "DELETE FROM head_preset WHERE camera_id = ? AND preset_id = ?", deed.cameraId(), presetId);
        });
    }

    /** Notes what changes nothing that is kept here. */
    void note(Deed deed) {
        database.write(sql -> {
            note(sql, deed);
            return 0;
        });
    }

    private void note(Sql sql, Deed deed) throws SQLException {
        audit.note(sql, deed.who(), deed.action(), "camera/" + deed.cameraId(), deed.facts());
    }
}
