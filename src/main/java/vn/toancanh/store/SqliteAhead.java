package vn.toancanh.store;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteJDBCLoader;

/** SQLite's library, loaded before anybody opens a database. Any thread; blocks. */
final class SqliteAhead {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteAhead.class);

    private SqliteAhead() {}

    /**
     * Loads it by the loader alone. A driver that was refused once says another time only that there is no library, not why; the loader
     * tries, and says why, each time.
     *
     * @return false where it cannot be loaded now
     */
    static boolean load() {
        try {
            // The settings of a connection bring classes for dates along, which take as long again.
            new SQLiteConfig();
            return SQLiteJDBCLoader.initialize();
        } catch (Exception | LinkageError refused) {
            LOG.debug("SQLite was not loaded ahead", refused);
            return false;
        }
    }
}
