package vn.toancanh.decoder;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;

/** Native memory of one unit at a time, which libVLC copies from; grows with the largest. One thread at a time. */
final class UnitMemory {
    private static final int LEAST = 64 << 10;

    private @Nullable Arena arena;
    private MemorySegment buffer = MemorySegment.NULL;

    /** Puts a unit there, in place of the one before; its address. */
    long copied(byte[] data) {
        if (data.length > buffer.byteSize()) {
            free();
            Arena larger = Arena.ofShared();
            arena = larger;
            buffer = larger.allocate(Math.max(LEAST, data.length * 3L / 2), 64);
        }
        MemorySegment.copy(data, 0, buffer, JAVA_BYTE, 0, data.length);
        return buffer.address();
    }

    /** Gives it back. */
    void free() {
        if (arena != null) {
            arena.close();
            arena = null;
        }
    }
}
