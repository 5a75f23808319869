package vn.toancanh.simulator.rtsp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import vn.toancanh.rtsp.message.RtspLimits;
import vn.toancanh.rtsp.message.RtspMessage;
import vn.toancanh.rtsp.message.RtspParser;
import vn.toancanh.rtsp.message.RtspRequest;
import vn.toancanh.rtsp.message.RtspResponse;
import vn.toancanh.simulator.clip.Clip;
import vn.toancanh.simulator.clip.ClipSpec;

/** One client's connection: bytes in and out, its sessions, its requests in their order. On the server's thread. */
final class Connection implements RtspParser.Handler {
    /** Takes the requests of a connection one at a time. */
    interface Requests {
        /** Answers, now or later, by {@link Connection#answer}. */
        void take(Connection connection, RtspRequest request);
    }

    final Map<String, Watcher> sessions = new HashMap<>();
    /** The loop that was described for a live one, so that what is played fits the description. */
    final Map<ClipSpec, Clip> described = new HashMap<>();

    /** What passes where nothing holds it up. */
    static final long ALL = Long.MAX_VALUE;

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Requests requests;
    private final int queueBytes;
    private final RtspParser parser = new RtspParser(RtspLimits.USUAL);
    private final ByteBuffer in = ByteBuffer.allocate(RtspLimits.USUAL.bufferBytes());
    private final Deque<ByteBuffer> out = new ArrayDeque<>();
    private final Deque<RtspRequest> waiting = new ArrayDeque<>();
    private int queued;
    private long room = ALL;
    private boolean answering;
    private boolean closing;
    private boolean closed;
    private long heardNanos;

    Connection(SocketChannel channel, SelectionKey key, Requests requests, int queueBytes, long now) {
        this.channel = channel;
        this.key = key;
        this.requests = requests;
        this.queueBytes = queueBytes;
        this.heardNanos = now;
    }

    /** More waits for this watcher than it takes: pictures are to be left out. */
    boolean congested() {
        return closed || queued > queueBytes;
    }

    boolean closed() {
        return closed;
    }

    /** The TCP port of the other side; 0 once closed. */
    int remotePort() {
        return Math.max(0, channel.socket().getPort());
    }

    long heardNanos() {
        return heardNanos;
    }

    /** Reads what there is; false where the other side is gone. */
    boolean read(long now) {
        try {
            int got = channel.read(in);
            if (got < 0) {
                return false;
            }
            if (got > 0) {
                heardNanos = now;
            }
            in.flip();
            parser.parse(in, this);
            in.compact();
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    @Override
    public void interleaved(int to, ByteBuffer data, int offset, int length) {
        // receiver reports: that they come is all we need to know
    }

    @Override
    public void message(RtspMessage message) {
        if (message instanceof RtspRequest request) {
            waiting.add(request);
            next();
        }
    }

    /** Sends the answer to the request in hand and takes the next. */
    void answer(RtspResponse response) {
        write(ByteBuffer.wrap(response.encode()));
        answering = false;
        next();
    }

    private void next() {
        while (!answering && !closed) {
            RtspRequest request = waiting.poll();
            if (request == null) {
                return;
            }
            answering = true;
            requests.take(this, request);
        }
    }

    /**
     * Lets so many bytes pass until it is told anew, as a link does that passes no more in that time; what is not used is not saved
     * up. {@link #ALL}: all.
     */
    void pass(long bytes) {
        if (room == ALL && bytes == ALL) {
            return;
        }
        room = bytes == ALL || out.isEmpty() ? bytes : room + bytes;
        if (!closed && !flush()) {
            closing = true;
        }
    }

    /** Sends bytes, or keeps a copy of what the socket does not take now. */
    void write(ByteBuffer bytes) {
        if (closed) {
            return;
        }
        try {
            if (out.isEmpty()) {
                send(bytes);
            }
            if (bytes.hasRemaining()) {
                ByteBuffer rest =
                        ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
                queued += rest.remaining();
                out.add(rest);
                interest();
            }
        } catch (IOException gone) {
            closing = true;
        }
    }

    /** Sends on what was kept; false where the other side is gone. */
    boolean flush() {
        try {
            while (!out.isEmpty()) {
                ByteBuffer first = out.peek();
                queued -= send(first);
                if (first.hasRemaining()) {
                    interest();
                    return true;
                }
                out.remove();
            }
            interest();
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    /** Sends what the link lets pass and the socket takes; how much that was. */
    private int send(ByteBuffer bytes) throws IOException {
        int limit = bytes.limit();
        if (bytes.remaining() > room) {
            bytes.limit(bytes.position() + (int) room);
        }
        int sent = channel.write(bytes);
        bytes.limit(limit);
        room -= room == ALL ? 0 : sent;
        return sent;
    }

    private void interest() {
        boolean writing = !out.isEmpty() && room > 0;
        key.interestOps(SelectionKey.OP_READ | (writing ? SelectionKey.OP_WRITE : 0));
    }

    /** True where writing failed: to be closed at the next turn. */
    boolean lost() {
        return closing;
    }

    void close() {
        closed = true;
        sessions.values().stream().filter(Watcher::playing).forEach(watcher -> watcher.feed.leave(watcher));
        sessions.clear();
        key.cancel();
        try {
            channel.close();
        } catch (IOException ignored) {
            // it is gone either way
            return;
        }
    }
}
