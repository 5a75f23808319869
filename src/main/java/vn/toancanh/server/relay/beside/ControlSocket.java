package vn.toancanh.server.relay.beside;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.base.Handle;

/** The socket between server and relay: one JSON object a line. One reader; writers from any thread. Both block. */
final class ControlSocket implements Handle {
    /** The longest line either side takes, bytes. */
    static final int LONGEST = 1 << 20;

    /** Grants or viewers a line, so that none comes near the longest. */
    static final int A_LINE = 200;

    private static final int PIECE = 16 * 1024;
    private static final byte[] END_OF_LINE = {'\n'};

    private final JsonMapper json = JsonMapper.shared();
    private final SocketChannel channel;
    private byte[] bytes = new byte[PIECE];
    private int begin;
    private int end;

    ControlSocket(SocketChannel channel) {
        this.channel = channel;
    }

    /** @throws IOException where nobody listens there */
    static ControlSocket connect(Path file) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(file));
            return new ControlSocket(channel);
        } catch (IOException | RuntimeException nobody) {
            channel.close();
            throw nobody;
        }
    }

    /** @throws IOException where the relay is gone */
    void write(Order order) throws IOException {
        send(json.writerFor(Order.class).writeValueAsBytes(order));
    }

    /** @throws IOException where the server is gone */
    void write(Word word) throws IOException {
        send(json.writerFor(Word.class).writeValueAsBytes(word));
    }

    private void send(byte[] object) throws IOException {
        ByteBuffer end = ByteBuffer.wrap(END_OF_LINE);
        ByteBuffer[] line = {ByteBuffer.wrap(object), end};
        synchronized (channel) {
            while (end.hasRemaining()) {
                channel.write(line);
            }
        }
    }

    /**
     * The next line.
     *
     * @return null at the end
     * @throws IOException where the socket fails, or the line is too long or no such thing; its message quotes nothing of it,
     *     for it may hold passwords
     */
    <T> @Nullable T read(Class<T> type) throws IOException {
        int from = begin;
        while (true) {
            for (int at = from; at < end; at++) {
                if (bytes[at] == '\n') {
                    int start = begin;
                    begin = at + 1;
                    return parsed(type, start, at - start);
                }
            }
            int known = fill();
            if (known < 0) {
                return null;
            }
            from = known;
        }
    }

    /** Reads on, the line begun moved to the front; how much of it was known before, less than nothing at the end. */
    private int fill() throws IOException {
        int known = end - begin;
        if (known >= LONGEST) {
            throw new IOException("a line without an end");
        }
        if (begin > 0) {
            System.arraycopy(bytes, begin, bytes, 0, known);
        }
        if (known == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(LONGEST, bytes.length * 2));
        }
        begin = 0;
        end = known;
        int got = channel.read(ByteBuffer.wrap(bytes, end, bytes.length - end));
        if (got < 0) {
            return -1;
        }
        end += got;
        return known;
    }

    private <T> T parsed(Class<T> type, int from, int length) throws IOException {
        try {
            @Nullable T value = json.readValue(bytes, from, length, type);
            if (value == null) {
                throw new IOException("a line that says nothing");
            }
            return value;
        } catch (JacksonException bad) {
            throw new IOException("a line that is none: " + bad.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ignored) {
            // Whatever it was, the channel is of no more use.
            return;
        }
    }
}
