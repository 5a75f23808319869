package vn.toancanh.server.alarms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.server.accounts.Level;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.audit.AuditTrail;
import vn.toancanh.server.http.ApiProblem;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Sql;

/**
 * What is to be done at alarms of a type, where their sender does not say. An alarm gets the text that stood when it came,
 * so that the record shows what whoever worked it off had before him. Any thread; blocks.
 */
final class Procedures {
    static final int MOST_TEXT = 4000;
    static final int MOST_TYPE = 64;

    /** More types than anybody keeps in order. */
    private static final int MOST = 1000;

    private static final String SELECT = "SELECT type, text, changed_at, changed_by FROM alarm_procedure ";

    record Procedure(String type, String text, Instant changedAt, String changedBy) {}

    record All(List<Procedure> items) {}

    /** As it is sent. */
    record Draft(@Nullable String text) {}

    private final Database database;
    private final AuditTrail audit;
    private final Clock clock;

    Procedures(Database database, AuditTrail audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    List<Procedure> list() {
        return database.read(sql -> sql.list(SELECT + "ORDER BY type", Procedures::row));
    }

    /** The text for a type. */
    static Optional<String> find(Sql sql, String type) throws SQLException {
        return sql.first("SELECT text FROM alarm_procedure WHERE type = ?", row -> row.getString(1), type);
    }

    /**
     * Sets the text of a type, in place of the one before.
     *
     * @throws ApiProblem 403 where they may not configure the whole city; 400; 409 where there are too many
     */
    Procedure put(Principal who, String type, Draft draft) {
        requireWhole(who);
        @Nullable String text = draft.text();
        if (text == null || text.isBlank() || text.length() > MOST_TEXT) {
            throw ApiProblem.badField("/text", "length", "1 to " + MOST_TEXT + " characters");
        }
        if (type.isBlank() || type.length() > MOST_TYPE) {
            throw ApiProblem.badField("type", "length", "1 to " + MOST_TYPE + " characters");
        }
        Instant now = clock.now().truncatedTo(ChronoUnit.MILLIS);
        return database.write(sql -> {
            if (sql.number("SELECT count(*) FROM alarm_procedure WHERE type <> ?", type) >= MOST) {
                throw ApiProblem.of(409, "tooManyProcedures", "There are too many procedures");
            }
            sql.change(
                    "INSERT INTO alarm_procedure (type, text, changed_at, changed_by) VALUES (?1, ?2, ?3, ?4)"
                            + " ON CONFLICT (type) DO UPDATE SET text = ?2, changed_at = ?3, changed_by = ?4",
                    type,
                    text,
                    now.toEpochMilli(),
                    who.displayName());
            audit.note(sql, who, "procedure.set", "procedure/" + type, Map.of("characters", text.length()));
            return new Procedure(type, text, now, who.displayName());
        });
    }

    /** @throws ApiProblem 403; 404 where there is none */
    void remove(Principal who, String type) {
        requireWhole(who);
        database.write(sql -> {
            if (sql.change("DELETE FROM alarm_procedure WHERE type = ?", type) == 0) {
                throw ApiProblem.notFound();
            }
            audit.note(sql, who, "procedure.removed", "procedure/" + type, Map.of());
            return 0;
        });
    }

    private static void requireWhole(Principal who) {
        if (!who.reach().whole(Level.CONFIGURE, null)) {
            throw ApiProblem.forbidden();
        }
    }

    private static Procedure row(ResultSet row) throws SQLException {
        return new Procedure(
                row.getString(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3)), row.getString(4));
    }
}
