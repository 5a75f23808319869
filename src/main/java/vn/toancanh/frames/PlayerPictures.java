package vn.toancanh.frames;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;

/**
 * The pictures of one player across its strips: shows the old strip until the new one has its first picture, and counts on.
 * {@link #show} is called from any thread, the rest from the one reader thread.
 */
public final class PlayerPictures implements PictureSource, Handle {
    private static final List<PictureStrip> NONE = List.of();

    private final Consumer<PictureStrip> retired;
    private volatile List<PictureStrip> coming = NONE;
    private boolean closed;
    private @Nullable PictureStrip current;
    private long before;
    private long told;

    /** @param retired takes strips that are never read again, on whichever thread let them go */
    public PlayerPictures(Consumer<PictureStrip> retired) {
        this.retired = retired;
    }

    /** Goes over to {@code strip} as soon as it has a picture; strips still without one are of no more interest. */
    public void show(PictureStrip strip) {
        List<PictureStrip> dropped = new ArrayList<>();
        synchronized (this) {
            if (closed) {
                dropped.add(strip);
            } else {
                List<PictureStrip> kept = new ArrayList<>();
                for (PictureStrip earlier : coming) {
                    (earlier.published() > 0 ? kept : dropped).add(earlier);
                }
                kept.add(strip);
                coming = List.copyOf(kept);
            }
        }
        dropped.forEach(retired);
    }

    /** Forgets the strips that are on their way. */
    public void forgetComing() {
        List<PictureStrip> dropped;
        synchronized (this) {
            dropped = coming;
            coming = NONE;
        }
        dropped.forEach(retired);
    }

    private @Nullable PictureStrip settled() {
        if (!coming.isEmpty()) {
            settle();
        }
        return current;
    }

    private void settle() {
        List<PictureStrip> dropped = new ArrayList<>();
        synchronized (this) {
            List<PictureStrip> waiting = coming;
            int newest = waiting.size() - 1;
            while (newest >= 0 && waiting.get(newest).published() == 0) {
                newest--;
            }
            if (newest < 0) {
                return;
            }
            if (current != null) {
                dropped.add(current);
            }
            dropped.addAll(waiting.subList(0, newest));
            current = waiting.get(newest);
            coming = List.copyOf(waiting.subList(newest + 1, waiting.size()));
            before = told;
        }
        dropped.forEach(retired);
    }

    private long tell(long countOfStrip) {
        told = Math.max(told, before + countOfStrip);
        return told;
    }

    @Override
    public long published() {
        PictureStrip strip = settled();
        return strip == null ? told : tell(strip.published());
    }

    @Override
    public long publishedAtNanos() {
        PictureStrip strip = settled();
        return strip == null ? 0 : strip.publishedAtNanos();
    }

    @Override
    public long changedAtNanos() {
        PictureStrip strip = settled();
        return strip == null ? 0 : strip.changedAtNanos();
    }

    @Override
    public long begunAtNanos() {
        PictureStrip strip = settled();
        return strip == null ? 0 : strip.begunAtNanos();
    }

    @Override
    public boolean rested() {
        PictureStrip strip = settled();
        return strip != null && strip.rested();
    }

    @Override
    public long blackSinceNanos() {
        PictureStrip strip = settled();
        return strip == null ? 0 : strip.blackSinceNanos();
    }

    @Override
    public long delayNanos() {
        PictureStrip strip = settled();
        return strip == null ? -1 : strip.delayNanos();
    }

    /** When the newest picture was taken, as far as known, by {@code Clock.nanos()}; 0: none yet. */
    public long pictureNanos() {
        PictureStrip strip = settled();
        return strip == null ? 0 : strip.pictureNanos();
    }

    @Override
    public int width() {
        PictureStrip strip = settled();
        return strip == null ? 0 : strip.width();
    }

    @Override
    public int height() {
        PictureStrip strip = settled();
        return strip == null ? 0 : strip.height();
    }

    @Override
    public long next(long seen) {
        PictureStrip strip = settled();
        if (strip == null) {
            return told;
        }
        long count = strip.next(Math.max(0, seen - before));
        tell(count);
        return before + count;
    }

    @Override
    public long copy(long count, MemorySegment target, long targetStride, int firstRow, int maxWidth, int maxHeight) {
        PictureStrip strip = settled();
        if (strip == null) {
            return 0;
        }
        long copied = strip.copy(
                count == NEWEST ? NEWEST : count - before, target, targetStride, firstRow, maxWidth, maxHeight);
        if (copied == 0) {
            return 0;
        }
        tell(copied);
        return before + copied;
    }

    /** Lets go of all strips; there are no more pictures. */
    @Override
    public void close() {
        List<PictureStrip> dropped = new ArrayList<>();
        synchronized (this) {
            closed = true;
            dropped.addAll(coming);
            if (current != null) {
                dropped.add(current);
            }
            coming = NONE;
            current = null;
        }
        dropped.forEach(retired);
    }
}
