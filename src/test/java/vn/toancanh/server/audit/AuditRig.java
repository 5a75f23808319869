package vn.toancanh.server.audit;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import vn.toancanh.base.ManualClock;
import vn.toancanh.server.accounts.Principal;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.Vault;

/** A trail in a database of its own, and somebody who gets at the file behind its back. */
final class AuditRig implements AutoCloseable {
    static final Principal WHO =
            new Principal("s-1", "u-1", "truc.ban", "Trực ban", "operator", List.of(), Instant.MAX, Instant.MAX);

    final ManualClock clock = new ManualClock();
    final Path file;
    final Database database;
    final Vault vault;
    final Trail trail;

    AuditRig(Path folder) {
        this.file = folder.resolve("a.db");
        this.database = Database.open(file, folder.resolve("backups"), clock);
        this.vault = Vault.open(folder.resolve("k"));
        this.trail = new Trail(vault, clock).begin(database);
    }

    /** Notes so many deeds, each in a transaction of its own. */
    AuditRig deeds(int count) {
        for (int i = 0; i < count; i++) {
            String subject = "camera/c-" + i;
            database.write(sql -> {
                trail.note(sql, WHO, "stream.granted", subject, Map.of("role", "sub"));
                return 0;
            });
        }
        return this;
    }

    Verdict check() {
        return database.read(sql -> new ChainCheck(sql, vault, null).run());
    }

    List<String> actions() {
        return database.read(sql -> sql.list("SELECT action FROM audit ORDER BY seq", row -> row.getString(1)));
    }

    /** Changes the file from outside, with the triggers out of the way. */
    void tamper(String... statements) throws SQLException {
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            for (String trigger : List.of(
                    "audit_is_not_changed",
                    "audit_is_not_deleted",
                    "audit_is_in_order",
                    "audit_mark_stays",
                    "audit_mark_goes_on")) {
                statement.executeUpdate("DROP TRIGGER IF EXISTS " + trigger);
            }
            for (String one : statements) {
                statement.executeUpdate(one);
            }
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
