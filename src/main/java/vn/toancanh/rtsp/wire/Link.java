package vn.toancanh.rtsp.wire;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A connection that stands: plain or encrypted. Its selector's thread only; never blocks. */
public interface Link {
    /** False while both ends still agree on how to encrypt; nothing may be written until then. */
    boolean open();

    /**
     * Reads what is there.
     *
     * @param into with room for {@link TlsLink#MOST_RECORD} bytes at least
     * @return bytes read; 0 for nothing now, -1 for the end
     */
    int read(ByteBuffer into) throws IOException;

    /** Writes, or keeps what does not go out now. */
    void write(byte[] bytes) throws IOException;

    /**
     * Writes what the connection takes now; what is left stays in {@code bytes} and is the caller's, who is told by the selector
     * when to go on. Nothing is kept of it.
     */
    void send(ByteBuffer bytes) throws IOException;

    /** Has the system hold about so many bytes at most that were written and have not arrived; it may choose megabytes. */
    void holdAtMost(int bytes) throws IOException;

    /** Writes on what was kept, when the connection takes more. */
    void writable() throws IOException;

    void close();
}
