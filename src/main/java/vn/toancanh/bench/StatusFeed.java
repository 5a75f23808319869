package vn.toancanh.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Threads;

/** Asks the client what it shows, again and again, on a thread of its own, and hands on each answer. */
public final class StatusFeed implements AutoCloseable {
    static final Duration PERIOD = Duration.ofMillis(100);

    private final Path socket;
    private final Clock clock;
    private final Consumer<ClientStatus> taker;
    private final Thread thread;
    private volatile boolean closed;

    /** @param taker called on the feed's thread */
    public StatusFeed(Path socket, Clock clock, Consumer<ClientStatus> taker) {
        this.socket = socket;
        this.clock = clock;
        this.taker = taker;
        this.thread = Threads.daemon("status-feed", this::run);
        thread.start();
    }

    private void run() {
        long next = clock.nanos();
        while (!closed) {
            ClientStatus.ask(socket, clock).ifPresent(taker);
            next = Math.max(next + PERIOD.toNanos(), clock.nanos());
            LockSupport.parkNanos(next - clock.nanos());
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(5000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
