package vn.toancanh.rtsp;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The newest compressed pictures of one stream, beginning at a key frame: what a tile opens from at once, and what a replay
 * or a clip is made of. Holds the group of pictures being received always, and older groups while bytes and time allow; a
 * group that alone breaks the caps is let go, and the ring is empty until the next key frame. A key frame by itself stays however large it is,
 * which is {@link vn.toancanh.rtsp.depacketise.Depacketiser#MOST_BYTES} at most: a stream of which each is larger than the cap would never open. Any thread.
 */
public final class PacketRing {
    private long mostBytes;
    private final long mostNanos;
    private final ArrayDeque<AccessUnit> units = new ArrayDeque<>();
    private long bytes;
    private int keys;

    /** @param mostTime from the oldest unit's arrival to the newest's; zero keeps the newest group only, however long */
    public PacketRing(long mostBytes, Duration mostTime) {
        this.mostBytes = mostBytes;
        this.mostNanos = mostTime.toNanos();
    }

    /** Adds the next unit. A gap ends the group before it: nothing is kept until a key frame follows. */
    public synchronized void add(AccessUnit unit) {
        if (unit.afterGap() && !unit.key()) {
            clear();
        }
        if (keys == 0 && !unit.key()) {
            return;
        }
        units.addLast(unit);
        bytes += unit.data().length;
        if (unit.key()) {
            keys++;
        }
        while (keys > 1 && (bytes > mostBytes || unit.arrivalNanos() - second().arrivalNanos() >= mostNanos)) {
            dropOldestGroup();
        }
        if (bytes > mostBytes && units.size() > 1) {
            clear();
        }
    }

    /** Changes how much it may hold; what is more goes with the next unit. */
    public synchronized void limit(long bytesAtMost) {
        mostBytes = bytesAtMost;
    }

    /** Everything kept, oldest first, beginning with a key frame; empty where there is none. */
    public synchronized List<AccessUnit> all() {
        return List.copyOf(units);
    }

    /** The newest key frame and what followed it; empty where there is none. */
    public synchronized List<AccessUnit> fromLastKey() {
        List<AccessUnit> newestFirst = new ArrayList<>();
        for (Iterator<AccessUnit> back = units.descendingIterator(); back.hasNext(); ) {
            AccessUnit unit = back.next();
            newestFirst.add(unit);
            if (unit.key()) {
                return newestFirst.reversed();
            }
        }
        return List.of();
    }

    public synchronized long bytes() {
        return bytes;
    }

    public synchronized void clear() {
        units.clear();
        bytes = 0;
        keys = 0;
    }

    /** The key frame that would be the oldest unit if the oldest group were dropped. */
    private AccessUnit second() {
        boolean first = true;
        for (AccessUnit unit : units) {
            if (unit.key() && !first) {
                return unit;
            }
            first = false;
        }
        throw new IllegalStateException("two key frames are counted and are not there");
    }

    private void dropOldestGroup() {
        do {
            bytes -= units.removeFirst().data().length;
        } while (!units.getFirst().key());
        keys--;
    }
}
