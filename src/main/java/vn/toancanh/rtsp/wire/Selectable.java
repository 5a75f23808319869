package vn.toancanh.rtsp.wire;

import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;

/** What hangs on a selector's key. The selector's thread only. */
@FunctionalInterface
public interface Selectable {
    /** Something is to be done; {@code buffer} is the selector's owner's and free for use during the call. */
    void ready(SelectionKey key, ByteBuffer buffer);
}
