package vn.toancanh.server.http;

import jakarta.servlet.ServletRequest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A bound that requests share. Nobody has more than his part of it, so that whoever uses that up, by sending slowly or by reading
 * slowly, holds up himself alone; and what fits goes before what waits because it does not. Any thread; blocks.
 */
final class Room {
    /** The part of one where memory is shared: so many of them fill it. */
    private static final int PARTS = 8;

    private static final int KIB = 1024;

    private static final class Waiting {
        final String sharer;
        final int weight;
        final Condition turn;
        boolean given;

        Waiting(String sharer, int weight, Condition turn) {
            this.sharer = sharer;
            this.weight = weight;
            this.turn = turn;
        }
    }

    /** What a request has of a room. */
    private record Held(Room room, String sharer, int weight) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Integer> held = new HashMap<>();
    private final Set<Waiting> waiting = new LinkedHashSet<>();
    private final int most;
    private final int part;
    private int left;

    /**
     * @param most of all together
     * @param part of one, at least 1; who has nothing may take one thing that is larger
     */
    Room(int most, int part) {
        this.most = most;
        this.part = Math.max(1, part);
        this.left = most;
    }

    /** Of memory. */
    static Room ofKib(int most) {
        return new Room(most, most / PARTS);
    }

    /** How much of this room so many bytes take: more than all of it is taken by nothing. */
    private int weight(long bytes) {
        return (int) Math.min(most, bytes / KIB + 1);
    }

    /**
     * Takes room of memory for a request, until it is given back; what it has of that name already is enough.
     *
     * @return false where there was none in time
     */
    boolean hold(ServletRequest request, String name, long bytes, Duration patience) {
        if (request.getAttribute(name) != null) {
            return true;
        }
        Held taken = new Held(this, Sharer.of(request), weight(bytes));
        if (!take(taken.sharer(), taken.weight(), patience)) {
            return false;
        }
        request.setAttribute(name, taken);
        return true;
    }

    /** What a request has turns out to be so large. It does not wait for more: it lies in memory already. */
    static void becomes(ServletRequest request, String name, long bytes) {
        if (request.getAttribute(name) instanceof Held taken) {
            Held now = new Held(taken.room(), taken.sharer(), taken.room().weight(bytes));
            request.setAttribute(name, now);
            taken.room().add(now.sharer(), now.weight() - taken.weight());
        }
    }

    /** Gives back what a request has of that name, once. */
    static void giveBack(ServletRequest request, String name) {
        if (request.getAttribute(name) instanceof Held taken) {
            request.removeAttribute(name);
            taken.room().giveBack(taken.sharer(), taken.weight());
        }
    }

    /** False where there was no room in time. */
    boolean take(String sharer, int weight, Duration patience) {
        lock.lock();
        try {
            if (fits(sharer, weight)) {
                count(sharer, weight);
                return true;
            }
            return !patience.isZero() && await(new Waiting(sharer, weight, lock.newCondition()), patience.toNanos());
        } finally {
            lock.unlock();
        }
    }

    private boolean await(Waiting one, long nanos) {
        waiting.add(one);
        long wait = nanos;
        try {
            while (!one.given && wait > 0) {
                wait = one.turn.awaitNanos(wait);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        waiting.remove(one);
        return one.given;
    }

    void giveBack(String sharer, int weight) {
        add(sharer, -weight);
    }

    private void add(String sharer, int weight) {
        lock.lock();
        try {
            count(sharer, weight);
            if (weight < 0) {
                giveOut();
            }
        } finally {
            lock.unlock();
        }
    }

    private void giveOut() {
        Iterator<Waiting> all = waiting.iterator();
        while (left > 0 && all.hasNext()) {
            Waiting one = all.next();
            if (fits(one.sharer, one.weight)) {
                count(one.sharer, one.weight);
                one.given = true;
                one.turn.signal();
                all.remove();
            }
        }
    }

    private boolean fits(String sharer, int weight) {
        int has = held.getOrDefault(sharer, 0);
        return weight <= left && (has == 0 || has + weight <= part);
    }

    private void count(String sharer, int weight) {
        left -= weight;
        int has = held.getOrDefault(sharer, 0) + weight;
        if (has == 0) {
            held.remove(sharer);
        } else {
            held.put(sharer, has);
        }
    }
}
