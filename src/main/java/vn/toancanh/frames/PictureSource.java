package vn.toancanh.frames;

import java.lang.foreign.MemorySegment;

/**
 * The newest pictures of one player. Pixels are BGRA, premultiplied, alpha 255, rows top down. One reader thread (the FX
 * thread); never blocks.
 */
public interface PictureSource {
    /** Count of pictures published so far; 0: none yet. Strictly grows, across resizes and worker restarts too. */
    long published();

    /** {@code Clock.nanos()} at which the newest picture was published; 0: none yet. */
    long publishedAtNanos();

    /**
     * {@code Clock.nanos()} since when all pictures show the same, but for what coding does to it; 0: none yet. Looks no further
     * back than {@link #begunAtNanos()}, where it is that until a change has been seen.
     */
    default long changedAtNanos() {
        return publishedAtNanos();
    }

    /** {@code Clock.nanos()} at which the first picture came from the decoder and in the size of now; 0: none yet, or not known. */
    default long begunAtNanos() {
        return 0;
    }

    /**
     * True where pictures have come to rest since {@link #begunAtNanos()}: what showed the same until then was no noise. Before
     * that, showing the same says nothing.
     */
    default boolean rested() {
        return true;
    }

    /** {@code Clock.nanos()} since when the pictures are all black; 0: they are not. */
    default long blackSinceNanos() {
        return 0;
    }

    /** Nanoseconds from the newest picture's arrival over the network to its publishing; negative: not known. */
    default long delayNanos() {
        return -1;
    }

    /** Width of the newest picture, pixels; 0: none yet. */
    int width();

    /** Height of the newest picture, pixels; 0: none yet. */
    int height();

    /**
     * Which picture to show after the one with count {@code seen}: the earliest unseen one that is still there, so that a
     * reader that beats little more often than pictures come shows every one, though they come unevenly or several at once.
     * A reader that lost some is given the newest two only, for some seconds, lest it stay behind.
     */
    default long next(long seen) {
        return published();
    }

    /**
     * Copies a picture row by row to {@code target}: the one that {@link #next} named, or the newest where that is gone.
     *
     * @param count of the picture wanted; {@link #NEWEST}: whichever is newest
     * @param target where the upper left pixel goes
     * @param targetStride bytes from row to row of the target, at least {@code 4 * maxWidth}
     * @param firstRow rows of the picture that are left out at its upper edge, from 0
     * @param maxWidth pixels at most a row; a wider picture is cut
     * @param maxHeight rows at most; a taller picture is cut
     * @return the {@link #published()} count of the picture copied; 0: there was none
     */
    long copy(long count, MemorySegment target, long targetStride, int firstRow, int maxWidth, int maxHeight);

    /** The same from the picture's first row on. */
    default long copy(long count, MemorySegment target, long targetStride, int maxWidth, int maxHeight) {
        return copy(count, target, targetStride, 0, maxWidth, maxHeight);
    }

    /** A count that no picture has. */
    long NEWEST = Long.MAX_VALUE;

    /** No pictures, ever. */
    PictureSource NONE = new PictureSource() {
        @Override
        public long published() {
            return 0;
        }

        @Override
        public long publishedAtNanos() {
            return 0;
        }

        @Override
        public int width() {
            return 0;
        }

        @Override
        public int height() {
            return 0;
        }

        @Override
        public long copy(
                long count, MemorySegment target, long targetStride, int firstRow, int maxWidth, int maxHeight) {
            return 0;
        }
    };
}
