package vn.toancanh.decoder;

import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Units on their way to libVLC. What is too much or too old is dropped up to a key frame, so that a stream that stood still
 * comes back at once. What is put before libVLC takes the first is the opening, all since a key frame that may be a minute
 * old: nothing of it could be shown without the rest, so that it has room of its own. The feed puts, libVLC takes.
 */
final class UnitQueue {
    /**
     * One unit.
     *
     * @param dueMicros when its picture is to be seen, by the worker's clock
     * @param sentNanos when it was sent, by the pace of late
     * @param taken when its picture was taken, as far as that can be told whenever it is asked for, {@code Clock.nanos()}
     * @param queuedMicros when it was put here
     * @param heals of a key frame: see {@link vn.toancanh.rtsp.AccessUnit#heals()}
     * @param begins the decoder does not get what came before it
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by identity only
    record Unit(
            byte[] data,
            boolean key,
            long dueMicros,
            long sentNanos,
            LongSupplier taken,
            long queuedMicros,
            int heals,
            boolean begins) {
        Unit beginning() {
            return new Unit(data, key, dueMicros, sentNanos, taken, queuedMicros, heals, true);
        }
    }

    private static final long OLD = 1_000_000;
    private static final int MOST_UNITS = 400;
    /** Two minutes at 60 pictures a second. */
    private static final int MOST_OPENING = 7200;

    private static final long MOST_OPENING_BYTES = 32L << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Condition ended = lock.newCondition();
    private final ArrayDeque<Unit> units = new ArrayDeque<>();
    private long bytes;
    private long limit = RoomShare.of(1);
    private long openingBytes;
    private long dropped;
    private int opening;
    private boolean begun;
    private boolean waitingForKey;
    private boolean torn = true;
    private boolean closed;

    void put(Unit unit, long nowMicros) {
        lock.lock();
        try {
            if (unit.key()) {
                Unit oldest = units.peek();
                if (oldest != null && nowMicros - oldest.dueMicros() > OLD) {
                    clear();
                }
                waitingForKey = false;
            }
            if (waitingForKey) {
                dropped++;
                return;
            }
            if (units.size() >= (begun ? MOST_UNITS + opening : MOST_OPENING)
                    || bytes + unit.data().length > (begun ? limit + openingBytes : MOST_OPENING_BYTES)) {
                clear();
                waitingForKey = !unit.key();
                if (waitingForKey) {
                    dropped++;
                    return;
                }
            }
            units.add(torn ? unit.beginning() : unit);
            torn = false;
            opening = begun ? opening : units.size();
            bytes += unit.data().length;
            openingBytes = begun ? openingBytes : bytes;
            filled.signal();
        } finally {
            lock.unlock();
        }
    }

    /** So many bytes may wait beyond what it opened with. */
    void limit(long most) {
        lock.lock();
        try {
            limit = most;
        } finally {
            lock.unlock();
        }
    }

    private void clear() {
        torn = true;
        dropped += units.size();
        units.clear();
        bytes = 0;
    }

    /** The next unit; null when there is none for that long or the queue is closed. */
    @Nullable
    Unit take(long waitNanos) throws InterruptedException {
        lock.lock();
        try {
            long left = waitNanos;
            while (units.isEmpty() && !closed && left > 0) {
                left = filled.awaitNanos(left);
            }
            Unit unit = closed ? null : units.poll();
            if (unit != null) {
                begun = true;
                bytes -= unit.data().length;
            }
            return unit;
        } finally {
            lock.unlock();
        }
    }

    /** Waits without taking anything; not beyond the end. */
    void pause(long waitNanos) throws InterruptedException {
        lock.lock();
        try {
            long left = waitNanos;
            while (!closed && left > 0) {
                left = ended.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    boolean closed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Units that were dropped because they had become too many or too old. */
    long dropped() {
        lock.lock();
        try {
            return dropped;
        } finally {
            lock.unlock();
        }
    }

    /** Wakes whoever waits; nothing comes out any more. */
    void close() {
        lock.lock();
        try {
            closed = true;
            units.clear();
            filled.signalAll();
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
