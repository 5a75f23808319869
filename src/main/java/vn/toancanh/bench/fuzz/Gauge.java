package vn.toancanh.bench.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.rtsp.Rehearsal;

/**
 * Measures each step that a subject takes: its time, the memory that it uses and what is held behind it. Time counts as the
 * processor's only, so that a busy machine is no fault of the subject's. The thread it was made on.
 */
final class Gauge {
    /** The most that one step may use, bytes: a largest picture twice over, as a buffer grows and as it is handed on. */
    static final long STEP_BYTES = 3 * Rehearsal.MOST_HELD;

    /** Processor time of one step. */
    static final long STEP_NANOS = 250_000_000L;

    private final Clock clock;
    private final ThreadMXBean threads;
    private long cpuBefore;
    private long mostBytes;

    Gauge(Clock clock) {
        this.clock = clock;
        this.threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    }

    /** A case begins. */
    void begin() {
        cpuBefore = threads.getCurrentThreadCpuTime();
    }

    void step(Subject subject, StrictSink sink, Runnable step) {
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long time = clock.nanos();
        step.run();
        long took = clock.nanos() - time;
        long used = threads.getCurrentThreadAllocatedBytes() - bytes;
        mostBytes = Math.max(mostBytes, used);
        if (used > STEP_BYTES) {
            throw new Breach(Fall.Kind.ALLOCATED, used + " bytes used in one step");
        }
        if (subject.held() > Rehearsal.MOST_HELD) {
            throw new Breach(Fall.Kind.HELD, subject.held() + " bytes held");
        }
        if (sink.tooLarge()) {
            throw new Breach(Fall.Kind.HELD, "a unit larger than any may be");
        }
        if (took > STEP_NANOS && threads.getCurrentThreadCpuTime() - cpuBefore > STEP_NANOS) {
            throw new Breach(Fall.Kind.OVERLONG, "a step of " + took / 1_000_000 + " ms");
        }
    }

    /** The most that any step used so far, bytes. */
    long mostBytes() {
        return mostBytes;
    }
}
