package vn.toancanh.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Handle;

/**
 * An open database, and the folder it lies in where it is one that lasts.
 *
 * @param folder held while the database is open
 * @param notice that a damaged database was set aside, or that a key is lost; null where all was well
 */
record Place(Connection connection, Handle folder, @Nullable Failure notice) implements Handle {
    private static final Logger LOG = LoggerFactory.getLogger(Place.class);

    /**
     * The database of that folder, made or upgraded as needed; a damaged one is set aside. Blocks on the disk.
     *
     * @param seal takes the folder's key, or gives it its own
     * @throws FailureException {@code CONFLICT} where another client has it, {@code UNSUPPORTED} where a newer program wrote
     *     it, {@code RESOURCES} where it cannot be read or written
     */
    static Place onDisk(Path folder, Clock clock, Migrations migrations, Seal seal) {
        StoreFiles files = StoreFiles.take(folder);
        try {
            Place place = open(files, clock, migrations);
            // Not before: what is kept in memory until the database opens is sealed with another key.
            return settled(place, files, seal);
        } catch (SQLException fault) {
            files.close();
            throw new FailureException(SqlFailures.of(fault, "open " + files.database()));
        } catch (RuntimeException fault) {
            files.close();
            throw fault;
        }
    }

    private static Place settled(Place place, StoreFiles files, Seal seal) throws SQLException {
        boolean keyLost;
        try {
            keyLost = seal.settle(files.key());
        } catch (RuntimeException fault) {
            place.connection().close();
            throw fault;
        }
        Failure lost = Failure.of(Kind.BAD_INPUT, files.key() + " held no key").withText("store.sealedLost");
        return keyLost && place.notice() == null ? new Place(place.connection(), files, lost) : place;
    }

    /** One that is forgotten when it is closed. */
    static Place inMemory() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        try {
            Migrations.standard().run(connection, version -> Path.of(""));
            return new Place(connection, Handle.NONE, null);
        } catch (SQLException | RuntimeException fault) {
            connection.close();
            throw fault;
        }
    }

    private static Place open(StoreFiles files, Clock clock, Migrations migrations) throws SQLException {
        try {
            return new Place(connect(files, migrations), files, null);
        } catch (SQLException fault) {
            if (!SqlFailures.isDamage(fault)) {
                throw fault;
            }
            Path aside = files.setAside(clock.now());
            LOG.warn("the database is damaged and was set aside as {}", aside, fault);
            Failure notice = Failure.of(Kind.BAD_INPUT, "damaged database set aside as " + aside, fault)
                    .withText("store.damaged", aside);
            return new Place(connect(files, migrations), files, notice);
        }
    }

    private static Connection connect(StoreFiles files, Migrations migrations) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + files.database());
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = NORMAL");
            statement.execute("PRAGMA foreign_keys = ON");
            statement.execute("PRAGMA busy_timeout = 2000");
            try (ResultSet check = statement.executeQuery("PRAGMA quick_check(1)")) {
                String answer = check.getString(1);
                if (!"ok".equals(answer)) {
                    throw new SQLException("quick_check: " + answer, null, SqlFailures.CORRUPT);
                }
            }
            migrations.run(connection, files::backup);
            return connection;
        } catch (SQLException | RuntimeException fault) {
            connection.close();
            throw fault;
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException gone) {
            LOG.warn("the database did not close cleanly", gone);
        }
        folder.close();
    }
}
