package vn.toancanh.server.relay;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Pieces of memory outside the heap, which sockets read without another copy; used again and again, and no more of them than
 * the cap. The relay's thread.
 */
final class Slabs {
    /** Bytes of one: holds the longest RTP packet with its frame. */
    static final int SIZE = 80 * 1024;

    private final ArrayDeque<ByteBuffer> free = new ArrayDeque<>();
    private final int most;
    private int made;

    Slabs(int mostBytes) {
        this.most = Math.max(1, mostBytes / SIZE);
    }

    /** An empty one; null where all are in use. */
    @Nullable
    ByteBuffer take() {
        ByteBuffer one = free.poll();
        if (one == null && made < most) {
            made++;
            one = ByteBuffer.allocateDirect(SIZE);
        }
        return one == null ? null : one.clear();
    }

    void giveBack(ByteBuffer slab) {
        free.push(slab);
    }

    /** How many are in use. */
    int used() {
        return made - free.size();
    }
}
