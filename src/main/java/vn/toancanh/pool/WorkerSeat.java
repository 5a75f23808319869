package vn.toancanh.pool;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
final class WorkerSeat implements WorkerHost.Owner {
    /** What a seat tells the pool. */
    interface Owner {
        /** A word about one stream, or about all. */
        void heard(WorkerSeat seat, Word word);

        /**
         * It should be replaced in order; its streams play on meanwhile.
         *
         * @param pause not again before that
         */
        void worn(WorkerSeat seat, String why, Duration pause);

        /**
         * The same, since a call into libVLC does not come back.
         *
         * @param stream for which one; 0: not known
         */
        void stuck(WorkerSeat seat, int stream, String why);

        /**
         * All its streams are lost.
         *
         * @return true where they will be back in this seat
         */
        boolean lost(WorkerSeat seat, List<PooledStream> streams, WorkerHost.Fall fall);
    }

    private final int number;
    private final WorkerHosts hosts;
    private final PoolOptions options;
    private final Lane lane;
    private final Clock clock;
    private final Backoff backoff;
    private final Owner owner;
    private final Map<Integer, PooledStream> streams = new LinkedHashMap<>();

    private @Nullable WorkerHost host;
    private boolean waiting;
    private Handle wait = Handle.NONE;
    private @Nullable Failure obstacle;
    private long dueNanos;
    private int restarts;
    private boolean leaving;
    private boolean closed;

    WorkerSeat(
            int number,
            int restarts,
            WorkerHosts hosts,
            PoolOptions options,
            Lane lane,
            Clock clock,
            Backoff backoff,
            Owner owner) {
        this.number = number;
        this.restarts = restarts;
        this.hosts = hosts;
        this.options = options;
        this.lane = lane;
        this.clock = clock;
        this.backoff = backoff;
        this.owner = owner;
    }

    int number() {
        return number;
    }

    int restarts() {
        return restarts;
    }

    int load() {
        return streams.size();
    }

    List<PooledStream> streams() {
        return List.copyOf(streams.values());
    }

    @Nullable
    PooledStream stream(int id) {
        return streams.get(id);
    }

    /** How long until it could play; 0 where it can or can begin to. */
    long waitNanos() {
        return waiting ? Math.max(0, dueNanos - clock.nanos()) : 0;
    }

    /** Why it cannot play at all for now; null: it can. */
    @Nullable
    Failure obstacle() {
        return waiting ? obstacle : null;
    }

    boolean canPlay() {
        WorkerHost now = host;
        return now != null && now.isReady();
    }

    boolean isStarting() {
        return host != null && !canPlay();
    }

    private WorkerFacts.State state() {
        if (host == null) {
            return waiting ? WorkerFacts.State.WAITING : WorkerFacts.State.IDLE;
        }
        return canPlay() ? WorkerFacts.State.READY : WorkerFacts.State.STARTING;
    }

    WorkerFacts facts() {
        WorkerHost now = host;
        return now == null
                ? new WorkerFacts(number, state(), 0, streams.size(), 0, 0, restarts)
                : new WorkerFacts(
                        number, state(), now.pid(), streams.size(), now.cpuMillis(), now.memoryKb(), restarts);
    }

    /** Gets a process, where it has none and need not wait. */
    void start() {
        if (host != null || waiting || leaving || closed) {
            return;
        }
        try {
            host = hosts.take(this);
        } catch (IOException | RuntimeException bad) {
            String detail = "worker " + number + " cannot be started: " + bad;
            gone(new WorkerHost.Fall(Failure.of(Failure.Kind.RESOURCES, detail, bad), false));
            return;
        }
        if (canPlay()) {
            ready();
        }
    }

    @Override
    public void ready() {
        obstacle = null;
        streams().forEach(stream -> stream.orders().forEach(this::send));
    }

    @Override
    public void heard(Word word) {
        owner.heard(this, word);
        if (word instanceof Word.Failed failed) {
            streams.remove(failed.id());
        } else if (word instanceof Word.Statistics statistics) {
            grown(statistics.memoryKb(), options.memory().budgetKb(statistics));
        }
    }

    private void grown(long takesKb, long budgetKb) {
        if (takesKb <= budgetKb) {
            return;
        }
        String grown = takesKb / 1024 + " MiB, of which " + budgetKb / 1024 + " are granted";
        WorkerHost now = host;
        if (now != null && takesKb > PoolOptions.MemoryBudget.MOST_TIMES * budgetKb) {
            now.overgrown(grown);
        } else {
            owner.worn(this, grown, options.memory().pause());
        }
    }

    @Override
    public void stuck(long millis, int stream) {
        owner.stuck(this, stream, "libVLC has not answered for " + millis + " ms");
    }

    /** Gives it a stream, which opens now or as soon as the worker can. */
    void give(PooledStream stream) {
        streams.put(stream.id(), stream);
        if (canPlay()) {
            stream.orders().forEach(this::send);
        } else {
            start();
        }
    }

    void resized(PooledStream stream, String strip) {
        if (canPlay()) {
            send(new Order.Resize(stream.id(), strip));
        }
    }

    void eased(PooledStream stream) {
        if (canPlay()) {
            send(new Order.Ease(stream.id(), stream.effort()));
        }
    }

    void rests(PooledStream stream) {
        if (canPlay()) {
            send(new Order.Rest(stream.id()));
        }
    }

    void take(int id) {
        if (streams.remove(id) != null && canPlay()) {
            send(new Order.Close(id));
        }
    }

    /** Once every heartbeat. */
    void beat() {
        WorkerHost now = host;
        if (now != null) {
            if (now.isReady() && now.runningNanos() > options.steady().toNanos()) {
                backoff.reset();
            }
            now.beat();
        }
    }

    private void send(Order order) {
        WorkerHost now = host;
        if (now != null) {
            now.send(order);
        }
    }

    @Override
    public void gone(WorkerHost.Fall fall) {
        host = null;
        List<PooledStream> lost = streams();
        streams.clear();
        Failure failure = fall.failure();
        obstacle = failure.kind() == Failure.Kind.WORKER ? null : failure;
        restarts++;
        Duration pause = backoff.next();
        boolean back = owner.lost(this, lost, fall);
        // However often it has fallen: spare ones are made so slowly that they pace it well enough.
        if (back && obstacle == null && hosts.hasSpare()) {
            start();
            return;
        }
        // Those who have gone elsewhere need the spare workers and the processors more.
        pause = back ? pause : pause.plus(options.spareAfter());
        waiting = true;
        dueNanos = clock.nanos() + pause.toNanos();
        wait.close();
        wait = lane.after(pause, this::again);
    }

    private void again() {
        waiting = false;
        // Where nothing can play, nobody needs to know it again and again.
        if (obstacle == null || !streams.isEmpty()) {
            start();
        }
    }

    /** Another seat has its place: it plays on until its streams have moved, and gets no other process. */
    void leaves() {
        leaving = true;
    }

    /** Ends it for good. */
    void close() {
        closed = true;
        wait.close();
        waiting = false;
        streams.clear();
        WorkerHost old = host;
        host = null;
        if (old != null) {
            old.end();
        }
    }
}
