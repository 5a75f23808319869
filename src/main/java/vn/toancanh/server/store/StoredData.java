package vn.toancanh.server.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Handle;

/**
 * The data of a server, opened for reading beside the server that may be at work on them, or without any. Nothing is made,
 * brought to another schema or written. Any thread, one at a time.
 */
public final class StoredData implements Reading, Handle {
    /** What the server's folder is for, so that its files have one name. */
    private static final String DATABASE = "central.db";

    private static final String KEY = "secrets.key";

    private final Path file;
    private final Vault vault;
    private final Connection connection;
    private final Statements statements;

    private StoredData(Path file, Vault vault, Connection connection) {
        this.file = file;
        this.vault = vault;
        this.connection = connection;
        this.statements = new Statements(connection);
    }

    /**
     * Opens the data in a server's folder.
     *
     * @throws FailureException where there are none, or they are damaged, newer than this program, or the key is another's
     */
    public static StoredData open(Path folder) {
        return open(folder.resolve(DATABASE), folder.resolve(KEY));
    }

    /** Opens a database and its key, wherever they lie; see {@link #open(Path)}. */
    public static StoredData open(Path file, Path key) {
        if (!Files.isRegularFile(file)) {
            throw noData(file);
        }
        if (!Files.isRegularFile(key)) {
            throw Vault.unreadable(key, new IOException("no such file"));
        }
        Vault vault = Vault.open(key);
        try {
            Connection connection = connect(file);
            StoredData data = new StoredData(file, vault, connection);
            try {
                data.check(key);
                return data;
            } catch (SQLException | RuntimeException refused) {
                data.close();
                throw refused;
            }
        } catch (SQLException refused) {
            throw StoreFailures.atOpening(file, refused);
        } catch (StoreException refused) {
            throw refused.asFailure();
        }
    }

    /** The failure of a folder without a server's data. */
    public static FailureException noData(Path file) {
        return new FailureException(
                Failure.of(Failure.Kind.NOT_FOUND, "no " + file).withText("server.noData", file.toString()));
    }

    private static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        // On a medium that cannot be written not even the index of the log can be made; nobody else writes there
        // either.
        @Nullable Path folder = file.toAbsolutePath().getParent();
        boolean still = folder != null && !Files.isWritable(folder) && !leftOver(file);
        String url = "jdbc:sqlite:" + (still ? file.toUri() + "?immutable=1" : file.toString());
        Connection connection = config.createConnection(url);
        try {
            Database.pragma(connection, "busy_timeout = 5000");
            Database.pragma(connection, "trusted_schema = OFF");
            return connection;
        } catch (SQLException refused) {
            connection.close();
            throw refused;
        }
    }

    /** True where a server that fell has left changes in the log, which must be read too. */
    private static boolean leftOver(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal").toFile().length() > 0;
    }

    private void check(Path key) throws SQLException {
        Migrations.requireOurs(file, connection);
        String id = setting("instanceId");
        if (!vault.mark("instance " + id).equals(setting("keyMark"))) {
            throw Vault.wrongKey(key);
        }
    }

    private String setting(String name) {
        return read(sql -> sql.first("SELECT value FROM setting WHERE name = ?", row -> row.getString(1), name)
                .orElse(""));
    }

    /** Tells these data from others. */
    public String instanceId() {
        return setting("instanceId");
    }

    /** How many migrations have run. */
    public int schema() {
        return read(sql -> (int) sql.number("PRAGMA user_version"));
    }

    public Vault vault() {
        return vault;
    }

    @Override
    public <T extends @Nullable Object> T read(Database.Work<T> work) {
        try {
            Database.execute(connection, "BEGIN");
            try {
                return work.with(new Sql(statements));
            } finally {
                Database.execute(connection, "ROLLBACK");
            }
        } catch (SQLException refused) {
            throw StoreFailures.atWork(file, refused);
        }
    }

    /**
     * Looks at every page and every index.
     *
     * @throws FailureException where something is damaged
     */
    public void checkPages() {
        String found = read(sql ->
                sql.first("PRAGMA integrity_check(1)", row -> row.getString(1)).orElse(""));
        if (!found.equals("ok")) {
            throw StoreFailures.damaged(file, found, new SQLException(found));
        }
    }

    /**
     * Copies the database as it stands at one moment into a new file, readable by its owner only, while others go on writing.
     *
     * @throws FailureException where the copy cannot be written
     */
    public void copyTo(Path copy) {
        try {
            // An empty file is written into as it is: nobody else may read it at any moment.
            Files.createFile(copy);
            DataFolder.restrict(copy, "rw-------");
            try (PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
                statement.setString(1, copy.toString());
                statement.executeUpdate();
            }
            try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        } catch (SQLException refused) {
            throw StoreFailures.failure(copy, StoreFailures.atWork(copy, refused));
        } catch (IOException refused) {
            throw StoreFailures.notWritable(copy, refused);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException ignored) {
            // Nothing was to be kept.
        }
    }
}
