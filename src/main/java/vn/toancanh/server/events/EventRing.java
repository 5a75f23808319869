package vn.toancanh.server.events;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The last events, for desks that read at their own pace: each keeps its place, none is queued for. Who fell further behind
 * than the ring is long has missed some and is told so. Any thread.
 */
public final class EventRing {
    /** Events from a place on, and the place after them; {@code missed} where some before them are gone. */
    record Batch(List<Event> events, long next, boolean missed) {}

    private final @Nullable Event[] ring;
    private final String epoch;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private long published;
    private boolean closed;

    /**
     * @param length how many events are kept
     * @param epoch tells this ring's places from those of a server before a restart
     */
    public EventRing(int length, String epoch) {
        this.ring = new @Nullable Event[length];
        this.epoch = epoch;
    }

    public void publish(Event event) {
        lock.lock();
        try {
            ring[(int) (published++ % ring.length)] = event;
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The place after the newest event. */
    long end() {
        lock.lock();
        try {
            return published;
        } finally {
            lock.unlock();
        }
    }

    /** The id a desk resumes with to get what comes from {@code place} on. */
    String id(long place) {
        return epoch + "-" + place;
    }

    /** The place of an id; -1 where it is of another ring, was never given out, or what followed is gone. */
    long place(String id) {
        String prefix = epoch + "-";
        if (!id.startsWith(prefix) || !id.substring(prefix.length()).matches("\\d{1,15}")) {
            return -1;
        }
        long place = Long.parseLong(id.substring(prefix.length()));
        lock.lock();
        try {
            return place > published || place < published - ring.length ? -1 : place;
        } finally {
            lock.unlock();
        }
    }

    /** Waits at most {@code patience} for events from {@code place} on; an empty batch where there were none. */
    Batch await(long place, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (published == place && !closed && left > 0) {
                left = more.awaitNanos(left);
            }
            long oldest = Math.max(0, published - ring.length);
            List<Event> events = new ArrayList<>();
            for (long at = Math.max(place, oldest); at < published; at++) {
                @Nullable Event event = ring[(int) (at % ring.length)];
                if (event != null) {
                    events.add(event);
                }
            }
            return new Batch(events, published, place < oldest);
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Wakes everybody who waits; nothing more will come. */
    public void close() {
        lock.lock();
        try {
            closed = true;
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
