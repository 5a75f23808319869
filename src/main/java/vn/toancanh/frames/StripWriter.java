package vn.toancanh.frames;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import vn.toancanh.base.Handle;

/**
 * The writing end of a strip. One writer thread at a time; never blocks, never allocates. A picture is begun, filled
 * through its address and then either published or begun anew, which nobody sees.
 */
public final class StripWriter implements Handle {
    private static final int LIKENESS_ROWS = 8;

    private final Arena arena;
    private final MemorySegment strip;
    private final int mostWidth;
    private final int mostHeight;
    private final long slotBytes;
    private final int slots;
    private int width;
    private int height;
    private int stride;
    private long count;
    private int newest;
    private boolean begun;
    private final Stillness stillness = new Stillness();
    private boolean rested;
    private long blackNanos;
    private volatile long delayNanos = -1;

    private StripWriter(MemorySegment file, Arena arena) throws IOException {
        if (file.byteSize() < StripLayout.fileBytes(1, 1)
                || file.get(JAVA_INT, StripLayout.MAGIC_AT) != StripLayout.MAGIC
                || file.get(JAVA_INT, StripLayout.VERSION_AT) != StripLayout.VERSION) {
            throw new IOException("not a picture strip of version " + StripLayout.VERSION);
        }
        this.arena = arena;
        strip = file;
        mostWidth = file.get(JAVA_INT, StripLayout.MOST_WIDTH_AT);
        mostHeight = file.get(JAVA_INT, StripLayout.MOST_HEIGHT_AT);
        slotBytes = file.get(JAVA_LONG, StripLayout.SLOT_BYTES_AT);
        if (mostWidth < 1
                || mostHeight < 1
                || slotBytes < (long) StripLayout.stride(mostWidth) * mostHeight
                || StripLayout.slotPixels(StripLayout.slots(slotBytes), slotBytes) > file.byteSize()) {
            throw new IOException("a picture strip whose header breaks its own bounds");
        }
        slots = StripLayout.slots(slotBytes);
        newest = slots - 1;
    }

    /**
     * Maps a strip made by {@link StripFolder#create}.
     *
     * @throws IOException if the file is away or is no strip
     */
    public static StripWriter open(Path file) throws IOException {
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new StripWriter(channel.map(FileChannel.MapMode.READ_WRITE, 0, channel.size(), arena), arena);
        } catch (IOException | RuntimeException bad) {
            arena.close();
            throw bad;
        }
    }

    public int mostWidth() {
        return mostWidth;
    }

    public int mostHeight() {
        return mostHeight;
    }

    /** Pictures published so far. */
    public long published() {
        return count;
    }

    /** From when the newest picture was taken, as far as known, to its publishing; negative: not known. Any thread. */
    public long delayNanos() {
        return delayNanos;
    }

    /** Sets the size of the pictures that follow, 1 to the strip's own; {@link #stride()} follows from it. */
    public void format(int pictureWidth, int pictureHeight) {
        if (pictureWidth < 1 || pictureWidth > mostWidth || pictureHeight < 1 || pictureHeight > mostHeight) {
            throw new IllegalArgumentException(
                    pictureWidth + "x" + pictureHeight + " in a strip of " + mostWidth + "x" + mostHeight);
        }
        width = pictureWidth;
        height = pictureHeight;
        stride = StripLayout.stride(pictureWidth);
    }

    /** Bytes from row to row of the pictures begun from now on. */
    public int stride() {
        return stride;
    }

    /** Begins the next picture in a slot that is not on show; the native address of its first row. */
    public long begin() {
        int slot = next();
        if (!begun) {
            long sequenceAt = StripLayout.slotHeader(slot) + StripLayout.SEQUENCE;
            long sequence = (long) StripLayout.LONG.get(strip, sequenceAt);
            StripLayout.LONG.setOpaque(strip, sequenceAt, sequence + 1);
            VarHandle.storeStoreFence();
            begun = true;
        }
        return strip.address() + StripLayout.slotPixels(slot, slotBytes);
    }

    /** True where the picture begun has, byte for byte, the pixels of the newest one published. */
    public boolean sameAsNewest() {
        if (!begun || count == 0) {
            return false;
        }
        long bytes = (long) stride * height;
        long mine = StripLayout.slotPixels(next(), slotBytes);
        long shown = StripLayout.slotPixels(newest, slotBytes);
        return MemorySegment.mismatch(strip, mine, mine + bytes, strip, shown, shown + bytes) < 0;
    }

    /** A number that pictures of other pixels hardly share, of every eighth row of the picture begun. */
    public long likeness() {
        long at = StripLayout.slotPixels(next(), slotBytes);
        long sum = 17;
        for (int row = 0; row < height; row += LIKENESS_ROWS) {
            long from = at + (long) row * stride;
            for (long pixel = from; pixel < from + 4L * width; pixel += Integer.BYTES) {
                sum = sum * 31 + strip.get(JAVA_INT_UNALIGNED, pixel);
            }
        }
        return sum;
    }

    /**
     * Puts the picture begun on show.
     *
     * @param pictureNanos when it was taken, as far as known, by {@code Clock.nanos()}
     * @param nowNanos {@code Clock.nanos()}
     */
    public void publish(long pictureNanos, long nowNanos) {
        publish(pictureNanos, nowNanos, false);
    }

    /**
     * Puts the picture begun on show.
     *
     * @param same its pixels are those of the picture before, to the bit
     */
    public void publish(long pictureNanos, long nowNanos, boolean same) {
        if (!begun) {
            return;
        }
        int slot = next();
        long changedNanos =
                stillness.since(same, strip, StripLayout.slotPixels(slot, slotBytes), width, height, stride, nowNanos);
        if (!same || count == 0) {
            noteBlackness(slot, nowNanos);
        }
        long header = StripLayout.slotHeader(slot);
        strip.set(JAVA_LONG, header + StripLayout.PICTURE_NANOS, pictureNanos);
        strip.set(JAVA_LONG, header + StripLayout.PUBLISHED_NANOS, nowNanos);
        strip.set(JAVA_INT, header + StripLayout.WIDTH, width);
        strip.set(JAVA_INT, header + StripLayout.HEIGHT, height);
        strip.set(JAVA_INT, header + StripLayout.STRIDE, stride);
        count++;
        strip.set(JAVA_LONG, header + StripLayout.COUNT, count);
        strip.set(JAVA_LONG, header + StripLayout.CHANGED_NANOS, changedNanos);
        strip.set(JAVA_LONG, header + StripLayout.BLACK_NANOS, blackNanos);
        long sequence = (long) StripLayout.LONG.get(strip, header + StripLayout.SEQUENCE);
        StripLayout.LONG.setRelease(strip, header + StripLayout.SEQUENCE, sequence + 1);
        if (count == 1) {
            strip.set(JAVA_LONG, StripLayout.BEGUN_NANOS_AT, nowNanos);
        }
        if (stillness.rested() && !rested) {
            rested = true;
            strip.set(JAVA_LONG, StripLayout.RESTED_NANOS_AT, nowNanos);
        }
        newest = slot;
        begun = false;
        delayNanos = pictureNanos == 0 ? -1 : Math.max(0, nowNanos - pictureNanos);
        StripLayout.LONG.setRelease(strip, StripLayout.PUBLISHED_AT, StripLayout.published(count, slot));
    }

    private void noteBlackness(int slot, long nowNanos) {
        if (!Blackness.of(strip, StripLayout.slotPixels(slot, slotBytes), width, height, stride)) {
            blackNanos = 0;
        } else if (blackNanos == 0) {
            blackNanos = nowNanos;
        }
    }

    private int next() {
        return newest == slots - 1 ? 0 : newest + 1;
    }

    /** Unmaps. Whoever fills a picture by its address must have ended before. */
    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }
}
