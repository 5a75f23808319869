package vn.toancanh.rtsp.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;

/** Bytes on their way into a socket: what it does not take now waits, within a bound. */
final class Outgoing {
    private static final int MOST_KEPT = 256;

    private final SocketChannel channel;
    private final SelectionKey key;
    private final ArrayDeque<ByteBuffer> kept = new ArrayDeque<>();
    private boolean reading = true;
    private boolean awaited;

    Outgoing(SocketChannel channel, SelectionKey key) {
        this.channel = channel;
        this.key = key;
    }

    /** Sends bytes, or keeps a copy of the rest. */
    void write(ByteBuffer bytes) throws IOException {
        if (kept.isEmpty()) {
            channel.write(bytes);
        }
        if (bytes.hasRemaining()) {
            if (kept.size() >= MOST_KEPT) {
                throw new IOException("the other side takes no more");
            }
            kept.addLast(ByteBuffer.allocate(bytes.remaining()).put(bytes).flip());
            interest();
        }
    }

    void writable() throws IOException {
        while (!kept.isEmpty()) {
            ByteBuffer first = kept.getFirst();
            channel.write(first);
            if (first.hasRemaining()) {
                return;
            }
            kept.removeFirst();
        }
        interest();
    }

    /** Whether the selector is to tell that there is something to be read. */
    void reading(boolean wanted) {
        reading = wanted;
        interest();
    }

    /** True where nothing waits. */
    boolean idle() {
        return kept.isEmpty();
    }

    /** Whether somebody has more to write as soon as the connection takes it. */
    void awaited(boolean more) {
        if (awaited != more) {
            awaited = more;
            interest();
        }
    }

    private void interest() {
        if (key.isValid()) {
            boolean writing = awaited || !kept.isEmpty();
            key.interestOps((reading ? SelectionKey.OP_READ : 0) | (writing ? SelectionKey.OP_WRITE : 0));
        }
    }

    void close() {
        kept.clear();
        try {
            channel.close();
        } catch (IOException gone) {
            // Nothing is left to be done for a connection that cannot even be closed.
            return;
        }
    }
}
