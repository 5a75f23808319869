package vn.toancanh.app.client;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Threads;

/**
 * Ends the client when DESK hangs. That thread paints and says what is not live: while it hangs, the last pictures stand on the
 * screen and say LIVE. A dark monitor does not lie, and a unit of the system's starts the client again. Beats on DESK and looks from a lane
 * of its own; what holds that lane up too (a machine that sleeps, a process that is stopped, a debugger) is not DESK's fault and counts for nothing.
 */
final class DeskWatch implements Handle {
    /**
     * How long it waits.
     *
     * @param period between two looks; DESK beats as often
     * @param told so many looks in a row without a beat are worth a line with what DESK does
     * @param patience after so many the client is ended
     * @param youth so many looks after the beginning DESK may have much to do that it does once
     * @param youngPatience the patience meanwhile
     */
    record Terms(Duration period, int told, int patience, int youth, int youngPatience) {
        /**
         * While decoders fell blow upon blow on two busy processors, the longest stall was 74 ms (docs/measurements.md); more than a
         * hundred times that is no load any more.
         */
        static final Terms USUAL = new Terms(Duration.ofSeconds(1), 3, 10, 60, 60);
    }

    private static final Logger LOG = LoggerFactory.getLogger(DeskWatch.class);

    /** Disks and terminals may hang as well: nobody waits for longer until it is told. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    /** Of locks that wait for locks. */
    private static final int OWNERS = 4;

    private final Terms terms;
    private final Clock clock;
    private final Runnable lastWords;
    private final Runnable end;
    private final Handle beating;
    private final Handle looking;
    private volatile long beatAt;
    private volatile @Nullable Thread desk;
    private long seenBeat;
    private long lookedAt;
    private int looks;
    private int silent;

    /**
     * @param watch a lane that nothing else uses
     * @param lastWords told before the end, on a thread of its own
     * @param end ends the process at once
     */
    DeskWatch(Lane desk, Lane watch, Clock clock, Terms terms, Runnable lastWords, Runnable end) {
        this.terms = terms;
        this.clock = clock;
        this.lastWords = lastWords;
        this.end = end;
        this.lookedAt = clock.nanos();
        this.beatAt = lookedAt;
        this.seenBeat = lookedAt;
        desk.execute(this::beat);
        this.beating = desk.every(terms.period(), this::beat);
        this.looking = watch.every(terms.period(), this::look);
    }

    /** On DESK. */
    private void beat() {
        desk = Thread.currentThread();
        beatAt = clock.nanos();
    }

    /** On the lane that watches. */
    void look() {
        long now = clock.nanos();
        long since = now - lookedAt;
        long period = terms.period().toNanos();
        if (since < period / 2) {
            // Looks that were held up come in one burst.
            return;
        }
        lookedAt = now;
        looks++;
        long beat = beatAt;
        if (beat != seenBeat) {
            if (silent >= terms.told()) {
                LOG.warn("DESK goes on after {} looks", silent);
            }
            seenBeat = beat;
            silent = 0;
            return;
        }
        silent += since > 2 * period ? 0 : 1;
        if (silent == terms.told()) {
            Threads.daemon("desk-stacks", () -> LOG.warn("DESK does not answer{}", stacks()))
                    .start();
        }
        if (silent >= (looks <= terms.youth() ? terms.youngPatience() : terms.patience())) {
            hangs();
        }
    }

    private void hangs() {
        if (debugged()) {
            silent = 0;
            return;
        }
        Thread words = Threads.daemon("desk-hangs", () -> {
            LOG.error("DESK hangs, and what its windows say stands still: the client is ended{}", stacks());
            lastWords.run();
        });
        words.start();
        try {
            words.join(LAST_WORDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        end.run();
    }

    /** True where whoever looks for a fault may hold any thread for as long as he likes. */
    private static boolean debugged() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(argument -> argument.contains("jdwp"));
    }

    /** What DESK does, and who has the lock that it waits for. */
    private String stacks() {
        Thread known = desk;
        StringBuilder text = new StringBuilder();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long id = known == null ? -1 : known.threadId();
        for (int i = 0; i < OWNERS && id > 0; i++) {
            ThreadInfo info = threads.getThreadInfo(id, Integer.MAX_VALUE);
            if (info == null) {
                break;
            }
            text.append("\n  ").append(info.getThreadName()).append(' ').append(info.getThreadState());
            if (info.getLockName() != null) {
                text.append(" for ").append(info.getLockName());
            }
            for (StackTraceElement frame : info.getStackTrace()) {
                text.append("\n    at ").append(frame);
            }
            id = info.getLockOwnerId();
        }
        return text.toString();
    }

    @Override
    public void close() {
        beating.close();
        looking.close();
    }
}
