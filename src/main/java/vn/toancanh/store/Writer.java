package vn.toancanh.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.ThreadLane;

/**
 * The one who touches the database, on lane STORE. What is to be kept waits under a key, of which the latest counts, until it
 * is written: while the disk is full it goes on waiting and is tried again, so that nothing is lost as long as the program
 * runs. An entry that fails for a reason of its own is set aside and told, and holds nothing else back. Where it begins in memory, what is kept there is also remembered and written to the disk as soon as that can be opened.
 */
final class Writer implements Handle {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final Duration RETRY = Duration.ofSeconds(10);

    /** Something done with the database. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private final ThreadLane lane = new ThreadLane("STORE");
    private final Lane desk;
    private final Consumer<Failure> troubles;
    private final Waiting waiting = new Waiting();
    private final Map<String, Transaction.Work> inMemoryOnly = new LinkedHashMap<>();
    private final boolean waited;
    private Place place;
    private volatile @Nullable Supplier<Place> disk;
    private volatile @Nullable Failure trouble;
    private volatile @Nullable Failure asideTrouble;
    private boolean retrying;
    private boolean closed;

    /** @param troubles told on DESK when writing begins to fail, once until it works again */
    Writer(Place place, Lane desk, Consumer<Failure> troubles) {
        this(place, desk, troubles, null);
    }

    /** @param disk opens what is to replace {@code place}; tried on STORE until it does not throw a failure */
    Writer(Place place, Lane desk, Consumer<Failure> troubles, @Nullable Supplier<Place> disk) {
        this.place = place;
        this.desk = desk;
        this.troubles = troubles;
        this.disk = disk;
        this.waited = disk != null;
        lookAgainLater();
    }

    /** True while all is kept in memory only, until the disk can be opened. Any thread. */
    boolean waitsForDisk() {
        return disk != null;
    }

    /** True where it began in memory. Any thread. */
    boolean waited() {
        return waited;
    }

    /** Tries to open the disk while the caller waits. Not on DESK. */
    void lookNow() {
        CompletableFuture<Boolean> looked = new CompletableFuture<>();
        lane.execute(() -> {
            moveToDisk();
            looked.complete(true);
        });
        looked.join();
    }

    /** For tests: gives those set aside another turn while the caller waits, instead of in a few seconds. */
    void tryAgainNow() {
        CompletableFuture<Boolean> tried = new CompletableFuture<>();
        lane.execute(() -> {
            retry();
            tried.complete(true);
        });
        tried.join();
    }

    private void lookAgainLater() {
        if (disk != null) {
            lane.after(RETRY, () -> {
                moveToDisk();
                lookAgainLater();
            });
        }
    }

    private void moveToDisk() {
        Supplier<Place> opener = disk;
        if (opener == null || closed) {
            return;
        }
        Place found;
        try {
            found = opener.get();
        } catch (FailureException still) {
            LOG.debug("still nothing can be kept: {}", still.failure().detail());
            return;
        }
        try {
            for (Map.Entry<String, Transaction.Work> entry : inMemoryOnly.entrySet()) {
                write(found.connection(), Map.Entry.copyOf(entry));
            }
        } catch (SQLException | RuntimeException still) {
            LOG.debug("there is not yet room for what is to be kept", still);
            found.close();
            return;
        }
        LOG.info("what is to be kept on this machine is kept from now on");
        Failure notice = found.notice();
        if (notice != null) {
            desk.execute(() -> troubles.accept(notice));
        }
        place.close();
        place = found;
        inMemoryOnly.clear();
        disk = null;
    }

    /** Why what is to be kept waits; empty while all is written. Any thread. */
    Optional<Failure> trouble() {
        return Optional.ofNullable(trouble).or(() -> Optional.ofNullable(asideTrouble));
    }

    /** Writes it as soon as may be, instead of what waits under the same key. Any thread. */
    void keep(String key, Transaction.Work work) {
        waiting.put(key, work);
        lane.execute(this::flush);
    }

    /** Reads on STORE and answers on DESK; empty where it cannot be read. Any thread. */
    <T> void read(String what, Work<Optional<T>> work, Consumer<Optional<T>> answer) {
        lane.execute(() -> {
            Optional<T> found = attempt(what, work);
            desk.execute(() -> answer.accept(found));
        });
    }

    /** Reads on STORE while the caller waits; empty where it cannot be read. Not on DESK. */
    <T> Optional<T> readNow(String what, Work<Optional<T>> work) {
        CompletableFuture<Optional<T>> answer = new CompletableFuture<>();
        lane.execute(() -> answer.complete(attempt(what, work)));
        return answer.join();
    }

    private <T> Optional<T> attempt(String what, Work<Optional<T>> work) {
        try {
            return work.with(place.connection());
        } catch (SQLException fault) {
            LOG.warn("cannot read {}", what, fault);
            return Optional.empty();
        } catch (RuntimeException damaged) {
            LOG.warn("what is kept of {} cannot be understood", what, damaged);
            return Optional.empty();
        }
    }

    private void flush() {
        if (closed) {
            return;
        }
        for (Map.Entry<String, Transaction.Work> next = waiting.first(); next != null; next = waiting.first()) {
            try {
                boolean written = write(place.connection(), next);
                if (written && disk != null) {
                    inMemoryOnly.remove(next.getKey());
                    inMemoryOnly.put(next.getKey(), next.getValue());
                }
                trouble = null;
            } catch (SQLException fault) {
                trouble(next.getKey(), fault);
                return;
            }
        }
        if (waiting.noneAside()) {
            asideTrouble = null;
        }
    }

    /**
     * Writes one; sets it aside, or drops it, where the reason is its own.
     *
     * @return true where it is written
     * @throws SQLException where the reason concerns everything
     */
    private boolean write(Connection connection, Map.Entry<String, Transaction.Work> entry) throws SQLException {
        try {
            Transaction.run(connection, entry.getValue());
            waiting.written(entry);
            return true;
        } catch (SQLException fault) {
            if (!SqlFailures.isOfOneStatement(fault)) {
                throw fault;
            }
            setAside(entry, fault);
        } catch (RuntimeException fault) {
            LOG.error("cannot keep {}", entry.getKey(), fault);
            waiting.written(entry);
        }
        return false;
    }

    private void setAside(Map.Entry<String, Transaction.Work> entry, SQLException fault) {
        if (waiting.setAside(entry)) {
            LOG.error("cannot keep {}; it is set aside and tried again", entry.getKey(), fault);
        }
        if (asideTrouble == null) {
            Failure failure = SqlFailures.of(fault, entry.getKey());
            asideTrouble = failure;
            desk.execute(() -> troubles.accept(failure));
        }
        retryLater();
    }

    private void trouble(String what, SQLException fault) {
        Failure failure = SqlFailures.of(fault, what);
        boolean first = trouble == null;
        trouble = failure;
        if (first) {
            LOG.warn("cannot keep {}; it waits and is tried again", what, fault);
            desk.execute(() -> troubles.accept(failure));
        }
        retryLater();
    }

    private void retryLater() {
        if (!retrying) {
            retrying = true;
            lane.after(RETRY, this::retry);
        }
    }

    private void retry() {
        retrying = false;
        waiting.takeBack();
        flush();
    }

    /** Writes what still waits and lets go of the database. */
    @Override
    public void close() {
        lane.execute(() -> {
            waiting.takeBack();
            flush();
            moveToDisk();
            closed = true;
            place.close();
        });
        lane.close();
    }
}
