package vn.toancanh.frames;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.invoke.VarHandle;

/**
 * Where things lie in a strip file. All numbers in the machine's byte order: both ends are on one machine.
 *
 * <pre>
 *    0  int magic, int version, int most width, int most height, long bytes a slot, long when the first picture was published,
 *      long when pictures had first come to rest (0: not yet)
 *   64  long published: count of pictures &lt;&lt; 3 | newest slot; the only word the reader polls
 *  128  eight slot headers, 64 bytes each, of which large pictures use five:
 *       long sequence (odd: being written), long picture nanos, long published nanos, int width, int height, int stride,
 *       long count of the picture in it, long since when it is the same picture, long since when they are black
 * 4096  the slots, of BGRA rows
 * </pre>
 *
 * Each header has a cache line of its own, each slot a page of its own.
 */
final class StripLayout {
    static final int MAGIC = 0x31534354; // "TCS1"
    static final int VERSION = 7;
    /** Of small pictures, which many tiles show on a machine that is held up now and then; {@link #PUBLISHED_AT} has three bits for it. */
    private static final int MOST_SLOTS = 8;

    private static final int LEAST_SLOTS = 5;
    private static final long SMALL_SLOT_BYTES = 512L << 10;

    static final long MAGIC_AT = 0;
    static final long VERSION_AT = 4;
    static final long MOST_WIDTH_AT = 8;
    static final long MOST_HEIGHT_AT = 12;
    static final long SLOT_BYTES_AT = 16;
    static final long BEGUN_NANOS_AT = 24;
    static final long RESTED_NANOS_AT = 32;
    static final long PUBLISHED_AT = 64;

    static final long SEQUENCE = 0;
    static final long PICTURE_NANOS = 8;
    static final long PUBLISHED_NANOS = 16;
    static final long WIDTH = 24;
    static final long HEIGHT = 28;
    static final long STRIDE = 32;
    static final long COUNT = 40;
    static final long CHANGED_NANOS = 48;
    static final long BLACK_NANOS = 56;

    private static final long SLOT_HEADERS_AT = 128;
    private static final long SLOT_HEADER_BYTES = 64;
    private static final long PIXELS_AT = 4096;
    private static final long PAGE = 4096;
    private static final int ROW_ALIGNMENT = 64;

    /** Addressed by (segment, offset). */
    static final VarHandle LONG = JAVA_LONG.varHandle();

    private StripLayout() {}

    static int stride(int width) {
        return (4 * width + ROW_ALIGNMENT - 1) & -ROW_ALIGNMENT;
    }

    static long slotBytes(int width, int height) {
        return ((long) stride(width) * height + PAGE - 1) & -PAGE;
    }

    /** How many slots a strip of such slots has; all but one stay as they are while the next picture is written. */
    static int slots(long slotBytes) {
        return slotBytes <= SMALL_SLOT_BYTES ? MOST_SLOTS : LEAST_SLOTS;
    }

    static long fileBytes(int width, int height) {
        long slotBytes = slotBytes(width, height);
        return PIXELS_AT + slots(slotBytes) * slotBytes;
    }

    static long slotHeader(int slot) {
        return SLOT_HEADERS_AT + slot * SLOT_HEADER_BYTES;
    }

    static long slotPixels(int slot, long slotBytes) {
        return PIXELS_AT + slot * slotBytes;
    }

    static int slotOf(long published) {
        return (int) (published & 7);
    }

    static long countOf(long published) {
        return published >>> 3;
    }

    static long published(long count, int slot) {
        return count << 3 | slot;
    }
}
