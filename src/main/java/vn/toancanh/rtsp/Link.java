package vn.toancanh.rtsp;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The connection a conversation runs over: plain here, encrypted elsewhere. The client's thread only; never blocks. */
interface Link {
    /** Reads what is there; 0 for nothing now, -1 for the end. */
    int read(ByteBuffer into) throws IOException;

    /** Writes, or keeps what does not go out now. */
    void write(byte[] bytes) throws IOException;

    /** Writes on what was kept, when the connection takes more. */
    void writable() throws IOException;

    void close();
}
