package vn.toancanh.base;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A lane with a thread of its own. A task that throws is logged and the lane goes on. */
public final class ThreadLane implements Lane, Handle {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadLane.class);

    private final String name;
    private final ScheduledThreadPoolExecutor executor;
    private volatile @Nullable Thread thread;

    public ThreadLane(String name) {
        this.name = name;
        this.executor = new ScheduledThreadPoolExecutor(1, work -> {
            Thread made = Threads.daemon(name, work);
            thread = made;
            return made;
        });
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isHere() {
        return Thread.currentThread().equals(thread);
    }

    /** Work handed over after {@link #close()} is dropped: whoever closes the lane has already let go of its state. */
    @Override
    public void execute(Runnable work) {
        try {
            executor.execute(guarded(work));
        } catch (RejectedExecutionException closed) {
            LOG.debug("lane {} is closed; work dropped", name);
        }
    }

    @Override
    public Handle after(Duration delay, Runnable work) {
        try {
            var future = executor.schedule(guarded(work), delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> future.cancel(false);
        } catch (RejectedExecutionException closed) {
            return Handle.NONE;
        }
    }

    @Override
    public Handle every(Duration period, Runnable work) {
        try {
            var future = executor.scheduleAtFixedRate(
                    guarded(work), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
            return () -> future.cancel(false);
        } catch (RejectedExecutionException closed) {
            return Handle.NONE;
        }
    }

    /** Ends the lane after the work already handed over, waiting two seconds at most. */
    @Override
    public void close() {
        executor.shutdown();
        if (isHere()) {
            return;
        }
        try {
            if (!executor.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.warn("lane {} did not end within 2 s", name);
                executor.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            executor.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException | Error fault) {
                LOG.error("fault on lane {}", name, fault);
            }
        };
    }
}
