package vn.toancanh.server.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.time.Duration;
import vn.toancanh.base.Clock;

/**
 * Ends with {@link TooLong} where more comes than is taken, and with {@link TooSlow} where it comes by drops: whoever sends a byte
 * now and then never looks idle, and holds what reads him for ever.
 */
final class CappedStream extends FilterInputStream {
    /** The body is longer than its cap. */
    static final class TooLong extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    /** The body comes more slowly than anybody's line is. */
    static final class TooSlow extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    /** So long nobody is hurried. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Slower than this after that, bytes a second, is no line but ill will. */
    static final long SLOWEST = 4096;

    private final long cap;
    private final Clock clock;
    private final long begunAt;
    private long left;

    CappedStream(InputStream in, long cap, Clock clock) {
        super(in);
        this.cap = cap;
        this.clock = clock;
        this.begunAt = clock.nanos();
        this.left = cap;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            count(1);
        }
        return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        count(Math.max(0, read));
        return read;
    }

    /** Leaves the body open: it is the web library's, and {@link UnreadBody} reads what is left. */
    @Override
    public void close() {}

    private void count(int read) throws IOException {
        left -= read;
        if (left < 0) {
            throw new TooLong();
        }
        long due =
                PATIENCE.toNanos() + Duration.ofSeconds((cap - left) / SLOWEST).toNanos();
        if (clock.nanos() - begunAt > due) {
            throw new TooSlow();
        }
    }
}
