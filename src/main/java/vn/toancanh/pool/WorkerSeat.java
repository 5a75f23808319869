package vn.toancanh.pool;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Backoff;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.control.Order;
import vn.toancanh.control.Word;

/**
 * One worker's place in the pool: the process that sits there, the streams it was given, and the wait after a fall. Lane:
 * POOL.
 */
final class WorkerSeat {
    /** What a seat tells the pool. */
    interface Owner {
        /** A word about one stream, or about all. */
        void heard(WorkerSeat seat, Word word);

        /** All its streams are lost. */
        void lost(WorkerSeat seat, List<PooledStream> streams, Failure failure);
    }

    private static final Logger LOG = LoggerFactory.getLogger(WorkerSeat.class);

    private final int number;
    private final WorkerLauncher launcher;
    private final PoolOptions options;
    private final Lane lane;
    private final Clock clock;
    private final Backoff backoff;
    private final Owner owner;
    private final Map<Integer, PooledStream> streams = new LinkedHashMap<>();

    private WorkerFacts.State state = WorkerFacts.State.IDLE;
    private WorkerLauncher.@Nullable Link link;
    private Handle wait = Handle.NONE;
    private @Nullable Failure obstacle;
    private long generation;
    private long sinceNanos;
    private long dueNanos;
    private int unanswered;
    private long pings;
    private int restarts;
    private long cpuMillis;
    private long memoryKb;

    WorkerSeat(
            int number,
            WorkerLauncher launcher,
            PoolOptions options,
            Lane lane,
            Clock clock,
            Backoff backoff,
            Owner owner) {
        this.number = number;
        this.launcher = launcher;
        this.options = options;
        this.lane = lane;
        this.clock = clock;
        this.backoff = backoff;
        this.owner = owner;
    }

    int load() {
        return streams.size();
    }

    @Nullable
    PooledStream stream(int id) {
        return streams.get(id);
    }

    /** How long until it could play; 0 where it can or can begin to. */
    long waitNanos() {
        return state == WorkerFacts.State.WAITING ? Math.max(0, dueNanos - clock.nanos()) : 0;
    }

    /** Why it cannot play at all for now; null: it can. */
    @Nullable
    Failure obstacle() {
        return state == WorkerFacts.State.WAITING ? obstacle : null;
    }

    WorkerFacts facts() {
        WorkerLauncher.Link now = link;
        return new WorkerFacts(
                number, state, now == null ? 0 : now.pid(), streams.size(), cpuMillis, memoryKb, restarts);
    }

    /** Begins the process, where none has begun. */
    void start() {
        if (state != WorkerFacts.State.IDLE) {
            return;
        }
        long mine = ++generation;
        state = WorkerFacts.State.STARTING;
        sinceNanos = clock.nanos();
        unanswered = 0;
        cpuMillis = 0;
        try {
            link = launcher.launch(number, new WorkerLauncher.Ears() {
                @Override
                public void heard(Word word) {
                    lane.execute(() -> {
                        if (mine == generation) {
                            hear(word);
                        }
                    });
                }

                @Override
                public void gone(String why) {
                    lane.execute(() -> {
                        if (mine == generation) {
                            fall(Failure.of(Failure.Kind.WORKER, "worker " + number + ": " + why));
                        }
                    });
                }
            });
        } catch (IOException | RuntimeException bad) {
            fall(Failure.of(Failure.Kind.RESOURCES, "worker " + number + " cannot be started: " + bad, bad));
        }
    }

    private void hear(Word word) {
        unanswered = 0;
        switch (word) {
            case Word.Hello hello -> welcome(hello);
            case Word.Pong pong -> checkStuck(pong.stuckMillis());
            case Word.Statistics statistics -> {
                cpuMillis = statistics.cpuMillis();
                memoryKb = statistics.memoryKb();
                owner.heard(this, word);
            }
            case Word.Failed failed -> {
                owner.heard(this, word);
                streams.remove(failed.id());
            }
            case Word.Mapped ignored -> owner.heard(this, word);
            case Word.Playing ignored -> owner.heard(this, word);
            case Word.Shown ignored -> owner.heard(this, word);
        }
    }

    private void welcome(Word.Hello hello) {
        if (hello.libVlc() == null || !hello.missing().isEmpty()) {
            fall(Failure.of(Failure.Kind.MISSING, "libVLC cannot play here; missing: " + hello.missing()));
            return;
        }
        LOG.info("worker {} (pid {}) has libVLC {}", number, hello.pid(), hello.libVlc());
        state = WorkerFacts.State.READY;
        obstacle = null;
        sinceNanos = clock.nanos();
        List.copyOf(streams.values()).forEach(stream -> send(stream.order()));
    }

    private void checkStuck(long millis) {
        if (millis > options.stuckPatience().toMillis()) {
            fall(Failure.of(
                    Failure.Kind.WORKER, "worker " + number + ": libVLC has not answered for " + millis + " ms"));
        }
    }

    /** Gives it a stream, which opens now or as soon as the worker can. */
    void give(PooledStream stream) {
        streams.put(stream.id(), stream);
        if (state == WorkerFacts.State.READY) {
            send(stream.order());
        } else {
            start();
        }
    }

    void resized(PooledStream stream, String strip) {
        if (state == WorkerFacts.State.READY) {
            send(new Order.Resize(stream.id(), strip));
        }
    }

    void take(int id) {
        if (streams.remove(id) != null && state == WorkerFacts.State.READY) {
            send(new Order.Close(id));
        }
    }

    /** Once every heartbeat: asks whether it is alive and replaces it if it does not answer. */
    void beat() {
        long running = clock.nanos() - sinceNanos;
        switch (state) {
            case IDLE, WAITING -> {}
            case STARTING -> {
                if (running > options.startPatience().toNanos()) {
                    fall(Failure.of(Failure.Kind.WORKER, "worker " + number + " did not say hello"));
                }
            }
            case READY -> {
                if (running > options.steady().toNanos()) {
                    backoff.reset();
                }
                if (++unanswered > options.silentBeats()) {
                    fall(Failure.of(Failure.Kind.WORKER, "worker " + number + " does not answer"));
                } else {
                    send(new Order.Ping(++pings));
                }
            }
        }
    }

    private void send(Order order) {
        WorkerLauncher.Link now = link;
        if (now == null) {
            return;
        }
        try {
            now.send(order);
        } catch (IOException broken) {
            LOG.debug("worker {}: {}", number, broken.toString());
            now.kill();
        }
    }

    private void fall(Failure failure) {
        LOG.warn("{}", failure.detail());
        generation++;
        WorkerLauncher.Link old = link;
        link = null;
        if (old != null) {
            old.kill();
        }
        List<PooledStream> lost = List.copyOf(streams.values());
        streams.clear();
        state = WorkerFacts.State.WAITING;
        obstacle = failure.kind() == Failure.Kind.WORKER ? null : failure;
        restarts++;
        var pause = backoff.next();
        dueNanos = clock.nanos() + pause.toNanos();
        wait.close();
        wait = lane.after(pause, this::again);
        owner.lost(this, lost, failure);
    }

    private void again() {
        if (state == WorkerFacts.State.WAITING) {
            state = WorkerFacts.State.IDLE;
            if (!streams.isEmpty()) {
                start();
            }
        }
    }

    /** Ends it for good. */
    void close() {
        generation++;
        wait.close();
        state = WorkerFacts.State.IDLE;
        WorkerLauncher.Link old = link;
        link = null;
        streams.clear();
        if (old != null) {
            old.end();
        }
    }
}
