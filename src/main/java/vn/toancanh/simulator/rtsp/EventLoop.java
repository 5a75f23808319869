package vn.toancanh.simulator.rtsp;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Threads;

/** The server's one thread: sockets that are ready, tasks from other threads, and what is due at its time. */
final class EventLoop implements Handle {
    private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);
    private static final long LONGEST_NANOS = 5_000_000_000L;

    /** Something to be done at a time. */
    private record Timer(long due, Runnable work) {}

    private final Clock clock;
    private final Selector selector;
    private final Thread thread;
    private final Consumer<SelectionKey> ready;
    private final Runnable turned;
    private final Runnable ended;
    private final PriorityQueue<Timer> timers = new PriorityQueue<>(Comparator.comparingLong(Timer::due));
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    /**
     * A loop that is not yet running.
     *
     * @param ready takes sockets that are ready
     * @param turned called after due work was done
     * @param ended the last call
     */
    EventLoop(Clock clock, Consumer<SelectionKey> ready, Runnable turned, Runnable ended) throws IOException {
        this.clock = clock;
        this.ready = ready;
        this.turned = turned;
        this.ended = ended;
        this.selector = Selector.open();
        this.thread = Threads.daemon("simulator-rtsp", this::run);
    }

    Selector selector() {
        return selector;
    }

    void start() {
        thread.start();
    }

    /** Does something at a time of the clock; on the loop's thread, or before it started. */
    void at(long due, Runnable work) {
        timers.add(new Timer(due, work));
    }

    /** Does something on the loop's thread. Any thread. */
    void execute(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    private void run() {
        try {
            while (!closed) {
                runDue();
                Timer next = timers.peek();
                long wait = next == null ? LONGEST_NANOS : next.due() - clock.nanos();
                if (wait <= 0) {
                    selector.selectNow(ready);
                } else {
                    selector.select(ready, Math.max(1, (wait + 999_999) / 1_000_000));
                }
            }
        } catch (IOException | RuntimeException | Error fault) {
            LOG.error("the simulated cameras' server ends", fault);
        } finally {
            ended.run();
            release();
        }
    }

    private void runDue() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
        Timer timer = timers.peek();
        while (timer != null && timer.due() <= clock.nanos()) {
            timers.remove();
            timer.work().run();
            timer = timers.peek();
        }
        turned.run();
    }

    private void release() {
        try {
            selector.close();
        } catch (IOException kept) {
            LOG.debug("closing: {}", kept.toString());
        }
    }

    @Override
    public void close() {
        closed = true;
        selector.wakeup();
        try {
            thread.join(2000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
