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
 * runs. Where it begins in memory, what is kept there is also remembered and written to the disk as soon as that can be opened.
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
    private final Map<String, Transaction.Work> waiting = new LinkedHashMap<>();
    private final Map<String, Transaction.Work> inMemoryOnly = new LinkedHashMap<>();
    private final boolean waited;
    private Place place;
    private volatile @Nullable Supplier<Place> disk;
    private volatile @Nullable Failure trouble;
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
            for (Transaction.Work work : inMemoryOnly.values()) {
                Transaction.run(found.connection(), work);
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
        return Optional.ofNullable(trouble);
    }

    /** Writes it as soon as may be, instead of what waits under the same key. Any thread. */
    void keep(String key, Transaction.Work work) {
        synchronized (waiting) {
            waiting.remove(key);
            waiting.put(key, work);
        }
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
        for (Map.Entry<String, Transaction.Work> next = first(); next != null; next = first()) {
            try {
                Transaction.run(place.connection(), next.getValue());
                if (disk != null) {
                    inMemoryOnly.remove(next.getKey());
                    inMemoryOnly.put(next.getKey(), next.getValue());
                }
                remove(next);
                trouble = null;
            } catch (SQLException fault) {
                trouble(next.getKey(), fault);
                return;
            } catch (RuntimeException fault) {
                LOG.error("cannot keep {}", next.getKey(), fault);
                remove(next);
            }
        }
    }

    private Map.@Nullable Entry<String, Transaction.Work> first() {
        synchronized (waiting) {
            var entries = waiting.entrySet().iterator();
            return entries.hasNext() ? Map.Entry.copyOf(entries.next()) : null;
        }
    }

    private void remove(Map.Entry<String, Transaction.Work> written) {
        synchronized (waiting) {
            waiting.remove(written.getKey(), written.getValue());
        }
    }

    private void trouble(String what, SQLException fault) {
        Failure failure = SqlFailures.of(fault, what);
        boolean first = trouble == null;
        trouble = failure;
        if (first) {
            LOG.warn("cannot keep {}; it waits and is tried again", what, fault);
            desk.execute(() -> troubles.accept(failure));
        }
        if (!retrying) {
            retrying = true;
            lane.after(RETRY, () -> {
                retrying = false;
                flush();
            });
        }
    }

    /** Writes what still waits and lets go of the database. */
    @Override
    public void close() {
        lane.execute(() -> {
            flush();
            moveToDisk();
            closed = true;
            place.close();
        });
        lane.close();
    }
}
