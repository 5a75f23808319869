package vn.toancanh.rtsp.wire;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** TCP as it is. */
public final class PlainLink implements Link {
    private final SocketChannel channel;
    private final Outgoing outgoing;

    public PlainLink(SocketChannel channel, SelectionKey key) {
        this.channel = channel;
        this.outgoing = new Outgoing(channel, key);
    }

    @Override
    public boolean open() {
        return true;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return channel.read(into);
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        outgoing.write(ByteBuffer.wrap(bytes));
    }

    @Override
    public void send(ByteBuffer bytes) throws IOException {
        if (outgoing.idle()) {
            channel.write(bytes);
        }
        outgoing.awaited(bytes.hasRemaining());
    }

    @Override
    public void holdAtMost(int bytes) throws IOException {
        channel.setOption(StandardSocketOptions.SO_SNDBUF, bytes);
    }

    @Override
    public void writable() throws IOException {
        outgoing.writable();
    }

    @Override
    public void close() {
        outgoing.close();
    }
}
