package vn.toancanh.server.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;

/**
 * Brings a database to the newest schema by numbered SQL scripts; {@code PRAGMA user_version} tells how many have run.
 * A database that is not new is copied before it is changed.
 */
final class Migrations {
    /**
     * In this order, for ever: a released script is never edited, and new ones are added at the end. A database knows how many
     * have run, so the place in this list counts; the number in a name only sorts the files. No script was ever called 009.
     */
    static final List<String> SCRIPTS = List.of(
            "001-accounts",
            "002-inventory",
            "003-layouts",
            "004-rights",
            "005-audit",
            "006-alarms",
            "007-walls",
            "008-records",
            "010-validity",
            "011-alarm-work",
            "012-desk-lock",
            "013-renewal",
            "014-bounds",
            "015-wall-site",
            "016-layout-lock",
            "017-acceptance",
            "018-tls-pins",
            "019-stream-transport",
            "020-head-address",
            "021-layout-shifts",
            "022-wall-layouts",
            "023-head-presets",
            "024-waiting-alarms");

    /** "TCCS": tells our files from other SQLite files. */
    private static final int APPLICATION_ID = 0x54434353;

    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Path file;
    private final Path backups;
    private final Clock clock;

    Migrations(Path file, Path backups, Clock clock) {
        this.file = file;
        this.backups = backups;
        this.clock = clock;
    }

    void bringUp(Connection writer) throws SQLException, IOException {
        bringUp(writer, SCRIPTS.size());
    }

    void bringUp(Connection writer, int target) throws SQLException, IOException {
        int version = number(writer, "PRAGMA user_version");
        requireKnown(file, version);
        check(writer, version);
        if (version == target) {
            return;
        }
        if (version > 0) {
            backUp(writer, version);
        }
        for (int next = version; next < target; next++) {
            run(writer, next);
        }
    }

    private static void requireKnown(Path file, int version) {
        if (version > SCRIPTS.size()) {
            throw new FailureException(
                    Failure.of(Failure.Kind.UNSUPPORTED, file + " has schema " + version + ", known: " + SCRIPTS.size())
                            .withText("server.newerDatabase", file.toString(), version, SCRIPTS.size()));
        }
    }

    /**
     * Refuses what is no database of a server, or of a newer one; for those who only read.
     *
     * @throws FailureException with a text for whoever runs the server
     */
    static void requireOurs(Path file, Connection reader) throws SQLException {
        int id = number(reader, "PRAGMA application_id");
        if (id != APPLICATION_ID) {
            throw StoreFailures.damaged(
                    file, "not a database of this server", new SQLException("application_id " + id));
        }
        requireKnown(file, number(reader, "PRAGMA user_version"));
    }

    private void check(Connection writer, int version) throws SQLException {
        int id = number(writer, "PRAGMA application_id");
        boolean empty = number(writer, "SELECT count(*) FROM sqlite_schema") == 0;
        if (version == 0 ? !empty : id != APPLICATION_ID) {
            throw StoreFailures.damaged(
                    file, "not a database of this server", new SQLException("application_id " + id));
        }
        try (Statement statement = writer.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA quick_check(1)")) {
            if (row.next() && !"ok".equals(row.getString(1))) {
                String found = String.valueOf(row.getString(1));
                throw StoreFailures.damaged(file, found, new SQLException(found));
            }
        }
    }

    private void backUp(Connection writer, int version) throws SQLException, IOException {
        Files.createDirectories(backups);
        DataFolder.restrict(backups, "rwx------");
        Path copy = backups.resolve("central-v" + version + "-" + STAMP.format(clock.now()) + ".db");
        Files.deleteIfExists(copy);
        try (PreparedStatement statement = writer.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, copy.toString());
            statement.executeUpdate();
        }
        DataFolder.restrict(copy, "rw-------");
        LOG.info("schema {} is brought to {}; the data before it are kept in {}", version, SCRIPTS.size(), copy);
    }

    private static void run(Connection writer, int index) throws SQLException, IOException {
        String script = read(SCRIPTS.get(index));
        Database.execute(writer, "BEGIN IMMEDIATE");
        try {
            Database.execute(writer, script);
            Database.pragma(writer, "application_id = " + APPLICATION_ID);
            Database.pragma(writer, "user_version = " + (index + 1));
            Database.execute(writer, "COMMIT");
        } catch (SQLException refused) {
            undo(writer, refused);
            throw refused;
        }
    }

    private static void undo(Connection writer, SQLException refused) {
        try {
            Database.execute(writer, "ROLLBACK");
        } catch (SQLException already) {
            // A full disk makes SQLite roll back by itself; why is what must be told.
            refused.addSuppressed(already);
        }
    }

    private static String read(String name) throws IOException {
        try (InputStream in = Migrations.class.getResourceAsStream("/vn/toancanh/server/migrations/" + name + ".sql")) {
            if (in == null) {
                throw new IllegalStateException("no migration " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}
