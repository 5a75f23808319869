package vn.toancanh.decoder;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a process has been stopped for a while, by looks at it. Looks that were held up come several at once and are one; and whoever is
 * stopped and let go on in turn, as what limits a program's processor time does, goes on. One thread.
 */
final class StoppedLooks {
    /** Looks in a row: who goes on with a stopped group goes on with one process after the other. */
    private static final int ENOUGH = 3;

    /** Two looks are no closer than that. */
    private static final long APART_NANOS = Duration.ofMillis(500).toNanos();

    private boolean looked;
    private long lookedAt;
    private int stopped;
    private @Nullable Duration worked;

    /**
     * Takes one look.
     *
     * @param isStopped as it is found now
     * @param processorTime what it has used so far; null where that is not known
     * @return true where it has been stopped all the time between so many looks
     */
    boolean take(boolean isStopped, @Nullable Duration processorTime, long nowNanos) {
        if (looked && nowNanos - lookedAt < APART_NANOS) {
            return false;
        }
        looked = true;
        lookedAt = nowNanos;
        boolean goesOn = stopped > 0 && !Objects.equals(worked, processorTime);
        worked = processorTime;
        stopped = !isStopped ? 0 : goesOn ? 1 : stopped + 1;
        return stopped >= ENOUGH;
    }
}
