package vn.toancanh.rtsp.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Threads;

/**
 * One thread and one selector, for clients and servers alike: sockets that are ready (each key's attachment is a
 * {@link Selectable}), tasks from other threads, and what is due at its time. A fault costs whom it befell and not the loop.
 */
public final class EventLoop implements Handle {
    private static final System.Logger LOG = System.getLogger(EventLoop.class.getName());
    private static final long LONGEST_NANOS = 5_000_000_000L;
    private static final long LAST_WORK_MILLIS = 2000;

    /** Something to be done at a time. */
    private record Timer(long due, Runnable work) {}

    private final Clock clock;
    private final Selector selector;
    private final ByteBuffer buffer;
    private final Thread thread;
    private final Runnable turned;
    private final Runnable ended;
    private final PriorityQueue<Timer> timers = new PriorityQueue<>(Comparator.comparingLong(Timer::due));
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    /**
     * A loop that does not run yet.
     *
     * @param name of its thread
     * @param bufferBytes of the buffer that is lent to whoever is ready
     * @param turned called after due work was done
     * @param ended the last call
     */
    public EventLoop(String name, Clock clock, int bufferBytes, Runnable turned, Runnable ended) throws IOException {
        this.clock = clock;
        this.turned = turned;
        this.ended = ended;
        this.buffer = ByteBuffer.allocateDirect(bufferBytes);
        this.selector = Selector.open();
        this.thread = Threads.daemon(name, this::run);
    }

    public Selector selector() {
        return selector;
    }

    /** Free for use during one task, timer or {@link Selectable#ready}. On the loop's thread. */
    public ByteBuffer buffer() {
        return buffer;
    }

    public void start() {
        thread.start();
    }

    /** Does something at a time of the clock; on the loop's thread, or before it started. */
    public void at(long due, Runnable work) {
        timers.add(new Timer(due, work));
    }

    /** Does something on the loop's thread, soon: after what is ready now, where that thread asks. Any thread. */
    public void execute(Runnable task) {
        tasks.add(task);
        if (!Thread.currentThread().equals(thread)) {
            selector.wakeup();
        }
    }

    private void run() {
        try {
            while (!closed) {
                runDue();
                Timer next = timers.peek();
                long wait = next == null ? LONGEST_NANOS : next.due() - clock.nanos();
                if (wait <= 0 || !tasks.isEmpty()) {
                    selector.selectNow(this::ready);
                } else {
                    selector.select(
                            this::ready, Math.clamp((wait + 999_999) / 1_000_000, 1, LONGEST_NANOS / 1_000_000));
                }
            }
        } catch (IOException | ClosedSelectorException gone) {
            LOG.log(System.Logger.Level.ERROR, "a loop has no selector any more", gone);
        } finally {
            runTasks();
            guarded(ended);
            runTasks();
            release();
        }
    }

    private void ready(SelectionKey key) {
        try {
            if (key.isValid() && key.attachment() instanceof Selectable ready) {
                ready.ready(key, buffer);
            }
        } catch (RuntimeException fault) {
            // Whatever it is, it must not end the thread that all others are on.
            key.cancel();
            LOG.log(System.Logger.Level.ERROR, "fault at a socket", fault);
        }
    }

    private void runDue() {
        runTasks();
        Timer timer = timers.peek();
        while (timer != null && timer.due() - clock.nanos() <= 0) {
            timers.remove();
            guarded(timer.work());
            timer = timers.peek();
        }
        guarded(turned);
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            guarded(task);
        }
    }

    /** False once its thread has ended, by {@link #close()} or because it fell. Any thread. */
    public boolean runs() {
        return thread.isAlive();
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.ERROR, "fault in the work of a loop", fault);
        }
    }

    private void release() {
        try {
            selector.close();
        } catch (IOException kept) {
            LOG.log(System.Logger.Level.DEBUG, "selector could not be closed", kept);
        }
    }

    /** Ends the loop after the tasks handed over, and waits two seconds at most for its thread. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        selector.wakeup();
        if (thread.getState() == Thread.State.NEW) {
            release();
            return;
        }
        if (Thread.currentThread().equals(thread)) {
            return;
        }
        try {
            thread.join(LAST_WORK_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
