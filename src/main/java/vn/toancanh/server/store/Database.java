package vn.toancanh.server.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;

/**
 * The server's SQLite database: write-ahead log, one writer at a time, a few readers beside it that never wait for the
 * writer. Any thread; work given in blocks until it is done.
 */
public final class Database implements Reading, Handle {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int READERS = 4;
    private static final int WAIT_S = 10;

    /** Work in one transaction. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T with(Sql sql) throws SQLException;
    }

    private final Path file;
    private final Statements writer;
    private final ReentrantLock writing = new ReentrantLock(true);
    private final ArrayBlockingQueue<Statements> readers = new ArrayBlockingQueue<>(READERS);
    private volatile boolean closed;

    private Database(Path file, Statements writer) {
        this.file = file;
        this.writer = writer;
    }

    /**
     * Opens the database, brings it to the newest schema (with a copy of it kept before) and checks it.
     *
     * @throws vn.toancanh.base.FailureException where it is damaged, newer than this program, or cannot be written
     */
    public static Database open(Path file, Path backups, Clock clock) {
        String url = "jdbc:sqlite:" + file;
        try {
            Connection writer = connect(url);
            try {
                new Migrations(file, backups, clock).bringUp(writer);
                pragma(writer, "foreign_keys = ON");
                DataFolder.restrict(file, "rw-------");
                Database database = new Database(file, new Statements(writer));
                for (int i = 0; i < READERS; i++) {
                    database.readers.add(new Statements(reader(url)));
                }
                return database;
            } catch (SQLException | IOException | RuntimeException refused) {
                closeQuietly(writer);
                throw refused;
            }
        } catch (SQLException refused) {
            throw StoreFailures.atOpening(file, refused);
        } catch (IOException refused) {
            throw StoreFailures.notWritable(file, refused);
        }
    }

    private static Connection connect(String url) throws SQLException {
        Connection connection = plain(url);
        try {
            pragma(connection, "busy_timeout = 5000");
            pragma(connection, "journal_mode = WAL");
            // FULL: what was acknowledged survives a power cut, not only a killed process.
            pragma(connection, "synchronous = FULL");
            pragma(connection, "trusted_schema = OFF");
            return connection;
        } catch (SQLException refused) {
            closeQuietly(connection);
            throw refused;
        }
    }

    private static Connection plain(String url) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        // Nobody asks for generated keys; the driver would look whether there is one after every statement.
        config.setGetGeneratedKeys(false);
        return config.createConnection(url);
    }

    private static Connection reader(String url) throws SQLException {
        Connection connection = plain(url);
        try {
            pragma(connection, "busy_timeout = 5000");
            pragma(connection, "query_only = ON");
            pragma(connection, "cache_size = -16000");
            return connection;
        } catch (SQLException refused) {
            closeQuietly(connection);
            throw refused;
        }
    }

    static void pragma(Connection connection, String text) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA " + text);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
        Statements reader = takeReader();
        try {
            reader.execute("BEGIN");
            try {
                return work.with(new Sql(reader));
            } finally {
                reader.execute("ROLLBACK");
            }
        } catch (SQLException refused) {
            throw StoreFailures.atWork(file, refused);
        } finally {
            if (closed || !readers.offer(reader)) {
                closeQuietly(reader.connection());
            }
        }
    }

    private Statements takeReader() {
        try {
            @Nullable Statements reader = closed ? null : readers.poll(WAIT_S, TimeUnit.SECONDS);
            if (reader == null) {
                throw new StoreException(
                        StoreException.Kind.BUSY, file, "no reader free within " + WAIT_S + " s", null);
            }
            return reader;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoreException(StoreException.Kind.BUSY, file, "interrupted", stopped);
        }
    }

    /**
     * Writes in one transaction; whatever the work throws undoes all of it.
     *
     * @throws StoreException where the database refuses
     */
    public <T extends @Nullable Object> T write(Work<T> work) {
        acquireWriter();
        Sql sql = new Sql(writer);
        T result;
        try {
            writer.execute("BEGIN IMMEDIATE");
            boolean done = false;
            try {
                result = work.with(sql);
                writer.execute("COMMIT");
                done = true;
            } finally {
                if (!done) {
                    rollBack();
                }
            }
            sql.committed().forEach(Runnable::run);
        } catch (SQLException refused) {
            throw StoreFailures.atWork(file, refused);
        } finally {
            writing.unlock();
        }
        sql.released().forEach(Runnable::run);
        return result;
    }

    /**
     * Writes a little, as a sign-in would, to learn whether anything can be kept. Waits like any other write.
     *
     * @return why it is refused; empty where it was written
     */
    public Optional<StoreException.Kind> tryWriting() {
        try {
            write(sql -> sql.change("INSERT INTO setting (name, value) VALUES ('writable', hex(randomblob(64)))"
                    + " ON CONFLICT (name) DO UPDATE SET value = excluded.value"));
            return Optional.empty();
        } catch (StoreException refused) {
            LOG.warn("nothing can be written to {}: {}", file, refused.getMessage());
            return Optional.of(refused.kind());
        }
    }

    private void acquireWriter() {
        try {
            if (closed || !writing.tryLock(WAIT_S, TimeUnit.SECONDS)) {
                throw new StoreException(StoreException.Kind.BUSY, file, "the writer is busy or closed", null);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoreException(StoreException.Kind.BUSY, file, "interrupted", stopped);
        }
    }

    private void rollBack() {
        try {
            writer.execute("ROLLBACK");
        } catch (SQLException alreadyUndone) {
            // A full disk or a failed commit rolls back by itself.
            LOG.debug("nothing to roll back", alreadyUndone);
        }
    }

    /** Waits for what is being written, folds the log into the file and closes. */
    @Override
    public void close() {
        writing.lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            @Nullable Statements reader;
            while ((reader = readers.poll()) != null) {
                closeQuietly(reader.connection());
            }
            try {
                pragma(writer.connection(), "optimize");
                pragma(writer.connection(), "wal_checkpoint(TRUNCATE)");
            } catch (SQLException notNow) {
                LOG.warn("the log of {} was not folded in: {}", file, notNow.getMessage());
            }
            closeQuietly(writer.connection());
        } finally {
            writing.unlock();
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException ignored) {
            LOG.debug("closing a connection", ignored);
        }
    }
}
