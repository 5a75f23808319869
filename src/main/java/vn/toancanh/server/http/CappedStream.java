package vn.toancanh.server.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;

/** Ends with {@link TooLong} where more comes than is taken. */
final class CappedStream extends FilterInputStream {
    /** The body is longer than its cap. */
    static final class TooLong extends IOException {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    private long left;

    CappedStream(InputStream in, long cap) {
        super(in);
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
    }
}
