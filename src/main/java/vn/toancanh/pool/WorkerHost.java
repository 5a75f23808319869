package vn.toancanh.pool;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Lane;
import vn.toancanh.control.Order;
import vn.toancanh.control.Word;

/**
 * One worker process from its launch to its end: hears it, asks it whether it is alive, and ends it where it is not. It may
 * change its owner, as a spare one does that gets a seat. Lane: POOL.
 */
final class WorkerHost {
    /** Who uses it. */
    interface Owner {
        /** It can play. */
        void ready();

        void heard(Word word);

        /**
         * A call into libVLC has been under way for longer than the pool's patience; what else it plays goes on.
         *
         * @param stream for which one
         */
        void stuck(long millis, int stream);

        /** The last call: it is gone, and its process with it. */
        void gone(Fall fall);
    }

    /**
     * How it ended.
     *
     * @param crash true where what it decoded may be to blame: it ended by itself while it could play, or had to be ended
     *     for what it had grown to. False for one that was killed from outside, never came up, or did not answer (no single
     *     stream holds up the answers)
     */
    record Fall(Failure failure, boolean crash) {}

    private static final Logger LOG = LoggerFactory.getLogger(WorkerHost.class);

    /** So many unanswered beats are worth a line in the log, to see how near a false alarm is. */
    private static final int NEARLY = 3;

    private final int number;
    private final PoolOptions options;
    private final Lane lane;
    private final Clock clock;
    private Owner owner;
    private WorkerLauncher.@Nullable Link link;
    private boolean ready;
    private boolean gone;
    private long sinceNanos;
    private long beatenAt;
    private int unanswered;
    private int asleep;
    private long pings;
    private long cpuMillis;
    private long memoryKb;

    WorkerHost(int number, PoolOptions options, Lane lane, Clock clock, Owner owner) {
        this.number = number;
        this.options = options;
        this.lane = lane;
        this.clock = clock;
        this.owner = owner;
        this.sinceNanos = clock.nanos();
        this.beatenAt = sinceNanos;
    }

    /**
     * Begins the process.
     *
     * @throws IOException if none can be made
     */
    void launch(WorkerLauncher launcher) throws IOException {
        link = launcher.launch(number, new WorkerLauncher.Ears() {
            @Override
            public void heard(Word word) {
                lane.execute(() -> {
                    if (!gone) {
                        hear(word);
                    }
                });
            }

            @Override
            public void gone(int exit, String why) {
                lane.execute(() -> {
                    Failure failure = Failure.of(Failure.Kind.WORKER, "worker " + number + ": " + why);
                    fall(new Fall(failure, ready && !WorkerLauncher.killedFromOutside(exit)));
                });
            }
        });
    }

    int number() {
        return number;
    }

    boolean isReady() {
        return ready && !gone;
    }

    long pid() {
        WorkerLauncher.Link now = link;
        return now == null || gone ? 0 : now.pid();
    }

    /** Processor time of the process so far. */
    long cpuMillis() {
        return cpuMillis;
    }

    /** Proportional share of memory, KiB; 0 where not known. */
    long memoryKb() {
        return memoryKb;
    }

    /** As one without a seat. */
    WorkerFacts facts() {
        WorkerFacts.State state = isReady() ? WorkerFacts.State.READY : WorkerFacts.State.STARTING;
        return new WorkerFacts(number, state, pid(), 0, cpuMillis, memoryKb, 0);
    }

    /** How long it has been in its present state. */
    long runningNanos() {
        return clock.nanos() - sinceNanos;
    }

    /** Hands it over. */
    void ownedBy(Owner next) {
        owner = next;
    }

    private void hear(Word word) {
        // Whatever it says, it is alive.
        if (unanswered >= NEARLY) {
            LOG.info("worker {} answers again after {} beats", number, unanswered);
        }
        unanswered = 0;
        asleep = 0;
        switch (word) {
            case Word.Hello hello -> welcome(hello);
            case Word.Pong pong -> {
                if (pong.stuckMillis() > options.stuckPatience().toMillis()) {
                    owner.stuck(pong.stuckMillis(), pong.stuckStream());
                }
            }
            case Word.Statistics statistics -> {
                cpuMillis = statistics.cpuMillis();
                memoryKb = statistics.memoryKb();
                owner.heard(word);
            }
            case Word.Failed _, Word.Mapped _, Word.Playing _, Word.Shown _, Word.Anew _ -> owner.heard(word);
        }
    }

    private void welcome(Word.Hello hello) {
        if (hello.libVlc() == null || !hello.missing().isEmpty()) {
            String detail = "libVLC cannot play here; missing: " + hello.missing();
            boolean full = hello.missing().contains(Word.Hello.ROOM);
            Failure.Kind kind = full ? Failure.Kind.RESOURCES : Failure.Kind.MISSING;
            fall(new Fall(Failure.of(kind, detail), false));
            return;
        }
        LOG.info("worker {} (pid {}) has libVLC {}", number, hello.pid(), hello.libVlc());
        ready = true;
        sinceNanos = clock.nanos();
        owner.ready();
    }

    /** Once every heartbeat: asks whether it is alive and ends it where it does not answer. */
    void beat() {
        long now = clock.nanos();
        long since = now - beatenAt;
        long period = options.heartbeat().toNanos();
        if (since < period / 2) {
            // This machine was held up and the beats come in one burst; nobody could have answered between them.
            return;
        }
        beatenAt = now;
        if (!ready) {
            if (runningNanos() > options.startPatience().toNanos()) {
                silent("did not say hello");
            }
            return;
        }
        // What held this beat up may have held the answer up.
        boolean late = since > 2 * period;
        unanswered += late ? 0 : 1;
        WorkerLauncher.Doing doing = unanswered > options.stoppedBeats() ? doing() : WorkerLauncher.Doing.WORKS;
        asleep = late || doing != WorkerLauncher.Doing.SLEEPS ? 0 : asleep + 1;
        if (doing == WorkerLauncher.Doing.STOPPED) {
            silent("is stopped");
        } else if (asleep > options.asleepBeats()) {
            silent("sleeps and does not answer");
        } else if (unanswered > patience()) {
            silent("does not answer");
        } else {
            send(new Order.Ping(++pings));
        }
    }

    private WorkerLauncher.Doing doing() {
        WorkerLauncher.Link now = link;
        return now == null ? WorkerLauncher.Doing.WORKS : now.doing();
    }

    /** A young worker loads its classes while it opens its first streams, on a machine where all others do so too. */
    private int patience() {
        boolean young = runningNanos() < options.youth().toNanos();
        return young ? 2 * options.silentBeats() : options.silentBeats();
    }

    private void silent(String how) {
        fall(new Fall(Failure.of(Failure.Kind.WORKER, "worker " + number + " " + how), false));
    }

    /** Ends it at once: it has grown so far beyond its budget that the machine is in danger. */
    void overgrown(String how) {
        fall(new Fall(Failure.of(Failure.Kind.WORKER, "worker " + number + " has grown to " + how), true));
    }

    void send(Order order) {
        WorkerLauncher.Link now = link;
        if (now == null || gone) {
            return;
        }
        try {
            now.send(order);
        } catch (IOException broken) {
            LOG.debug("worker {}: {}", number, broken.toString());
            now.kill();
        }
    }

    private void fall(Fall fall) {
        if (gone) {
            return;
        }
        LOG.warn("{}", fall.failure().detail());
        gone = true;
        WorkerLauncher.Link old = link;
        if (old != null) {
            old.kill();
        }
        owner.gone(fall);
    }

    /** Ends it in order; nothing is told afterwards. */
    void end() {
        WorkerLauncher.Link old = link;
        if (old != null && !gone) {
            old.end();
        }
        gone = true;
    }
}
