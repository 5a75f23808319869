package vn.toancanh.server.relay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import vn.toancanh.rtsp.wire.Link;

/**
 * What goes out to one viewer: packets, read where they lie, and between them what is said to this viewer alone. The relay's
 * thread.
 */
final class Outlet {
    private final Link link;
    private final Tally tally;
    private final ArrayDeque<ByteBuffer> own = new ArrayDeque<>();
    private @Nullable Cursor cursor;
    private byte @Nullable [] report;
    private boolean begun;
    private int waiting;
    private boolean blocked;
    private long took;

    Outlet(Link link, Tally tally, long now) {
        this.link = link;
        this.tally = tally;
        this.took = now;
    }

    /** How long it has taken nothing although something was there. */
    long stalledNanos(long now) {
        if (!blocked) {
            took = now;
        }
        return now - took;
    }

    /** Bytes said and not taken yet. */
    int waiting() {
        return waiting;
    }

    /** Has bytes sent between two packets, once {@link #pump} comes to them. */
    void say(ByteBuffer bytes) {
        waiting += bytes.remaining();
        own.add(bytes);
    }

    /**
     * Sends packets from now on.
     *
     * @param newest the newest sender report's frame, to be sent once the viewer is up to date; null: none came yet
     */
    void play(Cursor from, byte @Nullable [] newest) {
        cursor = from;
        report = newest;
    }

    void pause() {
        if (cursor != null) {
            rescue(cursor);
            begun |= cursor.begun();
        }
        cursor = null;
    }

    /** True where packets were sent before, of this session with the camera or of one before it. */
    boolean begun() {
        return begun;
    }

    /** Nothing is sent any more. */
    void end() {
        cursor = null;
        own.clear();
    }

    @Nullable
    Cursor cursor() {
        return cursor;
    }

    /** The bytes before that place go: it leaves out what it has not taken. */
    void skip(long to) {
        Cursor from = cursor;
        if (from != null && !from.waits()) {
            rescue(from);
            from.to(to);
            tally.skips++;
        }
    }

    /** A packet that is half sent has to be sent whole, or all that follows is lost on the other side. */
    private void rescue(Cursor from) {
        if (!from.waits() && !from.between()) {
            ByteBuffer rest = from.rest();
            ByteBuffer copy = ByteBuffer.allocate(rest.remaining()).put(rest).flip();
            waiting += copy.remaining();
            own.addFirst(copy);
        }
    }

    /** Sends what there is and what the connection takes. */
    void pump() throws IOException {
        if (!link.open()) {
            return;
        }
        blocked = true;
        while (sendOwn() && sendPackets()) {
            byte[] late = report;
            Cursor from = cursor;
            if (late == null || from == null || from.waits()) {
                blocked = false;
                return;
            }
            report = null;
            say(ByteBuffer.wrap(late));
        }
    }

    /** False where the connection takes no more. */
    private boolean sendOwn() throws IOException {
        Cursor from = cursor;
        if (from != null && !from.waits() && !from.between()) {
            ByteBuffer rest = from.rest();
            from.sent(send(rest));
            if (rest.hasRemaining()) {
                return false;
            }
        }
        for (ByteBuffer first = own.peek(); first != null; first = own.peek()) {
            waiting -= send(first);
            if (first.hasRemaining()) {
                return false;
            }
            own.remove();
        }
        return true;
    }

    private boolean sendPackets() throws IOException {
        Cursor from = cursor;
        while (from != null && from.more()) {
            ByteBuffer bytes = from.next();
            from.sent(send(bytes));
            if (bytes.hasRemaining()) {
                return false;
            }
        }
        return true;
    }

    private int send(ByteBuffer bytes) throws IOException {
        int before = bytes.remaining();
        link.send(bytes);
        int sent = before - bytes.remaining();
        if (sent > 0) {
            blocked = false;
            tally.bytesSent += sent;
        }
        return sent;
    }
}
