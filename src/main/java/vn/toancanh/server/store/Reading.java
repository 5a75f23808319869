package vn.toancanh.server.store;

import org.jspecify.annotations.Nullable;

/** Whatever can be read from: the server's own database, or one that was opened for reading alone. */
public interface Reading {
    /**
     * Reads from one unchanging state of the data.
     *
     * @throws StoreException where the database refuses
     */
    <T extends @Nullable Object> T read(Database.Work<T> work);
}
