package vn.toancanh.rtsp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;

/** TCP as it is. */
final class PlainLink implements Link {
    private static final int MOST_KEPT = 256;

    private final SocketChannel channel;
    private final SelectionKey key;
    private final ArrayDeque<ByteBuffer> kept = new ArrayDeque<>();

    PlainLink(SocketChannel channel, SelectionKey key) {
        this.channel = channel;
        this.key = key;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return channel.read(into);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        if (kept.size() >= MOST_KEPT) {
            throw new IOException("the other side takes no more");
        }
        kept.addLast(ByteBuffer.wrap(bytes));
        writable();
    }

    @Override
    public void writable() throws IOException {
        while (!kept.isEmpty()) {
            ByteBuffer first = kept.getFirst();
            channel.write(first);
            if (first.hasRemaining()) {
                key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
                return;
            }
            kept.removeFirst();
        }
        key.interestOps(SelectionKey.OP_READ);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException gone) {
            // Nothing is left to be done for a connection that cannot even be closed.
            kept.clear();
        }
    }
}
