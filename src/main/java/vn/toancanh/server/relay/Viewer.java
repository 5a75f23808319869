package vn.toancanh.server.relay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import vn.toancanh.rtsp.message.Inbound;
import vn.toancanh.rtsp.message.RtspFormatException;
import vn.toancanh.rtsp.message.RtspLimits;
import vn.toancanh.rtsp.message.RtspMessage;
import vn.toancanh.rtsp.message.RtspParser;
import vn.toancanh.rtsp.message.RtspRequest;
import vn.toancanh.rtsp.message.RtspResponse;
import vn.toancanh.rtsp.wire.Link;
import vn.toancanh.rtsp.wire.Selectable;
import vn.toancanh.rtsp.wire.TlsLink;

/**
 * One viewer's connection: requests in, answers and packets out. Packets are read where they lie; what is kept for a viewer
 * is where it stands and the answers that it has not taken yet. The relay's thread.
 */
final class Viewer implements Selectable, RtspParser.Handler {
    /** Far more than a client sends, far less than would be worth an attack. */
    static final RtspLimits LIMITS = new RtspLimits(2 * 1024, 8 * 1024, 40, 2 * 1024);

    private static final int MOST_LEFT = 12 * 1024;
    private static final int MOST_ANSWERS = 64 * 1024;
    private static final int MOST_REQUESTS = 16;

    /** Whose connection it is. */
    interface Owner {
        /** The next request; the one after it comes when this one is {@link Viewer#answer answered}. */
        void request(RtspRequest request);

        /** The other side is gone, is broken, or takes too much. */
        void over(Viewer viewer, String why);
    }

    private final String address;
    private final Tally tally;
    private final Inbound inbound = new Inbound(LIMITS, MOST_LEFT);
    private final ArrayDeque<ByteBuffer> own = new ArrayDeque<>();
    private final ArrayDeque<RtspRequest> asked = new ArrayDeque<>();
    private @Nullable Link link;
    private @Nullable Owner owner;
    private @Nullable Cursor cursor;
    private byte @Nullable [] report;
    private int answers;
    private boolean answering;
    private boolean closed;
    private boolean reported;
    private long heard;
    private long took;
    private boolean waitsToSend;

    Viewer(String address, Tally tally, long now) {
        this.address = address;
        this.tally = tally;
        this.heard = now;
        this.took = now;
    }

    void begin(Link over, Owner whose) {
        link = over;
        owner = whose;
    }

    String address() {
        return address;
    }

    boolean closed() {
        return closed;
    }

    /** When anything came from the other side, seen at the latest now. */
    long heardNanos(long now) {
        heard = reported ? now : heard;
        reported = false;
        return heard;
    }

    void heard(long now) {
        heard = now;
    }

    /** How long it has taken nothing although something was there. */
    long stalledNanos(long now) {
        if (!waitsToSend) {
            took = now;
        }
        return now - took;
    }

    @Override
    public void ready(SelectionKey key, ByteBuffer buffer) {
        Link open = link;
        if (closed || open == null) {
            return;
        }
        try {
            if (key.isWritable()) {
                open.writable();
                pump();
            }
            if (key.isValid() && key.isReadable()) {
                read(open, buffer);
            }
        } catch (RtspFormatException broken) {
            over(String.valueOf(broken.getMessage()));
        } catch (IOException gone) {
            over("gone");
        }
    }

    private void read(Link from, ByteBuffer buffer) throws IOException {
        inbound.lay(buffer);
        // Bounded, so that one who sends much does not keep the others waiting.
        int count = from.read(buffer);
        if (count < 0) {
            throw new IOException("closed by the other side");
        }
        if (count > 0) {
            inbound.take(buffer, this);
        }
    }

    /** Long work of its encryption is done. */
    void resume(ByteBuffer buffer) {
        Link open = link;
        if (closed || open == null) {
            return;
        }
        try {
            if (open instanceof TlsLink encrypted) {
                encrypted.worked();
            }
            read(open, buffer);
        } catch (IOException broken) {
            over("no encryption agreed on");
        }
    }

    @Override
    public void interleaved(int channel, ByteBuffer data, int offset, int length) {
        // Receiver reports: that they come is all that matters.
        reported = true;
    }

    @Override
    public void message(RtspMessage message) {
        if (message instanceof RtspRequest request && !closed) {
            if (asked.size() >= MOST_REQUESTS) {
                over("more requests than it waits for");
                return;
            }
            asked.add(request);
            next();
        }
    }

    /** Answers the request in hand. */
    void answer(RtspResponse response) {
        answering = false;
        say(ByteBuffer.wrap(response.encode()));
        next();
    }

    private void next() {
        Owner whose = owner;
        while (!answering && !closed && whose != null) {
            RtspRequest request = asked.poll();
            if (request == null) {
                return;
            }
            answering = true;
            whose.request(request);
        }
    }

    /** Sends bytes of its own, between two packets. */
    void say(ByteBuffer bytes) {
        if (closed) {
            return;
        }
        answers += bytes.remaining();
        own.add(bytes);
        if (answers > MOST_ANSWERS) {
            over("takes no answers");
        } else {
            push();
        }
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
        }
        cursor = null;
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
            answers += copy.remaining();
            own.addFirst(copy);
        }
    }

    /** Sends what there is and what the connection takes. */
    void push() {
        if (closed) {
            return;
        }
        try {
            pump();
        } catch (IOException gone) {
            over("gone");
        }
    }

    private void pump() throws IOException {
        Link open = link;
        if (open == null || !open.open()) {
            return;
        }
        waitsToSend = true;
        while (sendOwn(open) && sendPackets(open)) {
            byte[] late = report;
            Cursor from = cursor;
            if (late == null || from == null || from.waits()) {
                waitsToSend = false;
                return;
            }
            report = null;
            answers += late.length;
            own.add(ByteBuffer.wrap(late));
        }
    }

    /** False where the connection takes no more. */
    private boolean sendOwn(Link open) throws IOException {
        Cursor from = cursor;
        if (from != null && !from.waits() && !from.between()) {
            ByteBuffer rest = from.rest();
            from.sent(send(open, rest));
            if (rest.hasRemaining()) {
                return false;
            }
        }
        for (ByteBuffer first = own.peek(); first != null; first = own.peek()) {
            answers -= send(open, first);
            if (first.hasRemaining()) {
                return false;
            }
            own.remove();
        }
        return true;
    }

    private boolean sendPackets(Link open) throws IOException {
        Cursor from = cursor;
        while (from != null && from.more()) {
            ByteBuffer bytes = from.next();
            from.sent(send(open, bytes));
            if (bytes.hasRemaining()) {
                return false;
            }
        }
        return true;
    }

    private int send(Link open, ByteBuffer bytes) throws IOException {
        int before = bytes.remaining();
        open.send(bytes);
        int sent = before - bytes.remaining();
        if (sent > 0) {
            waitsToSend = false;
            tally.bytesSent += sent;
        }
        return sent;
    }

    /** Has the owner end it. */
    void over(String why) {
        Owner whose = owner;
        if (whose != null && !closed) {
            whose.over(this, why);
        }
    }

    /** Ends the connection; nothing is told to the owner. */
    void close() {
        closed = true;
        own.clear();
        asked.clear();
        cursor = null;
        if (link != null) {
            link.close();
        }
    }
}
