package vn.toancanh.frames;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.VarHandle;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import vn.toancanh.base.Handle;

/**
 * The reading end of a strip, which also owns its file. One reader thread; never blocks. What the writer puts into the
 * file is checked against the file's bounds, so that a fallen writer cannot take the reader with it.
 */
public final class PictureStrip implements PictureSource, Handle {
    private static final int TRIES = 8;
    /** For so many pictures a reader that fell behind is not given a queue to stay behind in. */
    private static final int HASTE = 75;

    private final Path file;
    private final Arena arena;
    private final MemorySegment strip;
    private final int mostWidth;
    private final int mostHeight;
    private final long slotBytes;
    private final int slots;
    private long hasteUntil;

    private PictureStrip(Path file, Arena arena, MemorySegment strip, int mostWidth, int mostHeight) {
        this.file = file;
        this.arena = arena;
        this.strip = strip;
        this.mostWidth = mostWidth;
        this.mostHeight = mostHeight;
        this.slotBytes = StripLayout.slotBytes(mostWidth, mostHeight);
        this.slots = StripLayout.slots(slotBytes);
    }

    /** Maps {@code file}, which has its whole length on the disk already, and writes the header. */
    static PictureStrip lay(Path file, int mostWidth, int mostHeight) throws IOException {
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MemorySegment strip =
                    channel.map(FileChannel.MapMode.READ_WRITE, 0, StripLayout.fileBytes(mostWidth, mostHeight), arena);
            strip.set(JAVA_INT, StripLayout.MAGIC_AT, StripLayout.MAGIC);
            strip.set(JAVA_INT, StripLayout.VERSION_AT, StripLayout.VERSION);
            strip.set(JAVA_INT, StripLayout.MOST_WIDTH_AT, mostWidth);
            strip.set(JAVA_INT, StripLayout.MOST_HEIGHT_AT, mostHeight);
            strip.set(JAVA_LONG, StripLayout.SLOT_BYTES_AT, StripLayout.slotBytes(mostWidth, mostHeight));
            return new PictureStrip(file, arena, strip, mostWidth, mostHeight);
        } catch (IOException | RuntimeException bad) {
            arena.close();
            throw bad;
        }
    }

    /** Where the writer finds it, until {@link #unlink()}. */
    public Path file() {
        return file;
    }

    /** Takes the file's name away once the writer has mapped it: the memory then goes when both ends are gone. */
    public void unlink() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException busy) {
            // Windows keeps a mapped file; StripFolder.removeStale takes it at the next start.
            return;
        }
    }

    @Override
    public long published() {
        return StripLayout.countOf(newest());
    }

    @Override
    public long publishedAtNanos() {
        return ofNewest(StripLayout.PUBLISHED_NANOS);
    }

    /** When the newest picture was taken, as far as the decoder knows, by {@code Clock.nanos()}; 0: none yet. */
    public long pictureNanos() {
        return ofNewest(StripLayout.PICTURE_NANOS);
    }

    @Override
    public long delayNanos() {
        long newest = newest();
        if (StripLayout.countOf(newest) == 0) {
            return -1;
        }
        long header = StripLayout.slotHeader(StripLayout.slotOf(newest));
        long taken = strip.get(JAVA_LONG, header + StripLayout.PICTURE_NANOS);
        return taken == 0 ? -1 : Math.max(0, strip.get(JAVA_LONG, header + StripLayout.PUBLISHED_NANOS) - taken);
    }

    @Override
    public long changedAtNanos() {
        return ofNewest(StripLayout.CHANGED_NANOS);
    }

    @Override
    public long begunAtNanos() {
        return StripLayout.countOf(newest()) == 0 ? 0 : strip.get(JAVA_LONG, StripLayout.BEGUN_NANOS_AT);
    }

    @Override
    public boolean rested() {
        return StripLayout.countOf(newest()) > 0 && strip.get(JAVA_LONG, StripLayout.RESTED_NANOS_AT) != 0;
    }

    @Override
    public long blackSinceNanos() {
        return ofNewest(StripLayout.BLACK_NANOS);
    }

    @Override
    public int width() {
        return sizeOfNewest(StripLayout.WIDTH, mostWidth);
    }

    @Override
    public int height() {
        return sizeOfNewest(StripLayout.HEIGHT, mostHeight);
    }

    @Override
    public long next(long seen) {
        long newest = newest();
        long count = StripLayout.countOf(newest);
        long unseen = count - seen;
        if (unseen < 2) {
            return count;
        }
        boolean kept = unseen < slots;
        if (!kept && seen > 0) {
            hasteUntil = count + HASTE;
        }
        int back = kept && count >= hasteUntil ? (int) unseen - 1 : 1;
        return alike(StripLayout.slotOf(newest), back) ? count - back : count;
    }

    /** True where a picture has the size of the one some pictures before it, so that either may be shown in its place. */
    private boolean alike(int slot, int back) {
        if (slot >= slots) {
            return false;
        }
        long header = StripLayout.slotHeader(slot);
        long before = StripLayout.slotHeader(before(slot, back));
        return strip.get(JAVA_INT, header + StripLayout.WIDTH) == strip.get(JAVA_INT, before + StripLayout.WIDTH)
                && strip.get(JAVA_INT, header + StripLayout.HEIGHT) == strip.get(JAVA_INT, before + StripLayout.HEIGHT);
    }

    /** The slot that was written so many pictures before this one. */
    private int before(int slot, int pictures) {
        return Math.floorMod(slot - pictures, slots);
    }

    @Override
    public long copy(long count, MemorySegment target, long targetStride, int firstRow, int maxWidth, int maxHeight) {
        long newest = newest();
        int slot = StripLayout.slotOf(newest);
        long back = StripLayout.countOf(newest) - count;
        if (count > 0 && back > 0 && back < slots - 1 && alike(slot, (int) back)) {
            long copied = copied(before(slot, (int) back), target, targetStride, firstRow, maxWidth, maxHeight);
            if (copied == count) {
                return copied;
            }
        }
        return copyNewest(target, targetStride, firstRow, maxWidth, maxHeight);
    }

    private long copyNewest(MemorySegment target, long targetStride, int firstRow, int maxWidth, int maxHeight) {
        for (int i = 0; i < TRIES; i++) {
            long newest = newest();
            if (StripLayout.countOf(newest) == 0) {
                return 0;
            }
            int slot = StripLayout.slotOf(newest);
            long count = slot < slots ? copied(slot, target, targetStride, firstRow, maxWidth, maxHeight) : 0;
            if (count != 0) {
                return count;
            }
        }
        // The writer went round all slots during every single try; the next pulse comes soon enough.
        return 0;
    }

    /** Copies one slot; the count of the picture in it, 0 if the writer was in it meanwhile. */
    private long copied(int slot, MemorySegment target, long targetStride, int firstRow, int maxWidth, int maxHeight) {
        long header = StripLayout.slotHeader(slot);
        long before = (long) StripLayout.LONG.getAcquire(strip, header + StripLayout.SEQUENCE);
        if ((before & 1) != 0) {
            return 0;
        }
        int width = strip.get(JAVA_INT, header + StripLayout.WIDTH);
        int height = strip.get(JAVA_INT, header + StripLayout.HEIGHT);
        int stride = strip.get(JAVA_INT, header + StripLayout.STRIDE);
        if (width < 1 || height < 1 || stride < 4L * width || (long) stride * height > slotBytes) {
            return 0;
        }
        long rowBytes = 4L * Math.min(width, maxWidth);
        int rows = Math.clamp(height - firstRow, 0, maxHeight);
        long count = strip.get(JAVA_LONG, header + StripLayout.COUNT);
        long from = StripLayout.slotPixels(slot, slotBytes) + (long) firstRow * stride;
        if (rowBytes == stride && rowBytes == targetStride) {
            MemorySegment.copy(strip, from, target, 0, rowBytes * rows);
        } else {
            for (int row = 0; row < rows; row++) {
                MemorySegment.copy(strip, from + (long) row * stride, target, row * targetStride, rowBytes);
            }
        }
        VarHandle.acquireFence();
        return (long) StripLayout.LONG.getOpaque(strip, header + StripLayout.SEQUENCE) == before ? count : 0;
    }

    private long newest() {
        return (long) StripLayout.LONG.getAcquire(strip, StripLayout.PUBLISHED_AT);
    }

    private long ofNewest(long field) {
        long newest = newest();
        return StripLayout.countOf(newest) == 0
                ? 0
                : strip.get(JAVA_LONG, StripLayout.slotHeader(StripLayout.slotOf(newest)) + field);
    }

    /** As it is written; 0 where that cannot be: whoever paints makes room by it. */
    private int sizeOfNewest(long field, int most) {
        long newest = newest();
        if (StripLayout.countOf(newest) == 0) {
            return 0;
        }
        int size = strip.get(JAVA_INT, StripLayout.slotHeader(StripLayout.slotOf(newest)) + field);
        return size >= 0 && size <= most ? size : 0;
    }

    /** Unlinks and unmaps. Not while the reader thread may be in it. */
    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            unlink();
            arena.close();
        }
    }
}
