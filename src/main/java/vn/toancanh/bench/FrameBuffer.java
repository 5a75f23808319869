package vn.toancanh.bench;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The pixels a virtual screen shows, read where the X server keeps them (Xvfb {@code -fbdir}, the XWD format of
 * {@code X11/XWDFile.h}), so that looking costs neither the client nor the server anything. Any thread.
 */
public final class FrameBuffer implements AutoCloseable {
    private static final ValueLayout.OfInt BIG_ENDIAN_INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int HEADER_SIZE = 0;
    private static final int WIDTH = 4 * 4;
    private static final int HEIGHT = 5 * 4;
    private static final int BITS_PER_PIXEL = 11 * 4;
    private static final int BYTES_PER_LINE = 12 * 4;
    private static final int COLOURS = 19 * 4;
    private static final int COLOUR_BYTES = 12;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment pixels;
    private final int width;
    private final int height;
    private final long stride;

    FrameBuffer(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            MemorySegment whole = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
            if (whole.get(BIG_ENDIAN_INT, BITS_PER_PIXEL) != 32) {
                throw new IOException("a screen of 32 bits a pixel is needed");
            }
            width = whole.get(BIG_ENDIAN_INT, WIDTH);
            height = whole.get(BIG_ENDIAN_INT, HEIGHT);
            stride = whole.get(BIG_ENDIAN_INT, BYTES_PER_LINE);
            long colours = (long) whole.get(BIG_ENDIAN_INT, COLOURS) * COLOUR_BYTES;
            pixels = whole.asSlice(whole.get(BIG_ENDIAN_INT, HEADER_SIZE) + colours, stride * height);
        }
    }

    /** Pixels. */
    public int width() {
        return width;
    }

    /** Pixels. */
    public int height() {
        return height;
    }

    /** All rows, BGRX, {@link #stride()} bytes from row to row. */
    public MemorySegment pixels() {
        return pixels;
    }

    /** Bytes from row to row. */
    public long stride() {
        return stride;
    }

    @Override
    public void close() {
        arena.close();
    }
}
