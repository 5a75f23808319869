package vn.toancanh.frames;

import java.lang.foreign.MemorySegment;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;

/**
 * The pictures of one player across its strips: shows the old strip until the new one has its first picture, and counts on.
 * {@link #show} is called from any thread, the rest from the one reader thread.
 */
public final class PlayerPictures implements PictureSource, Handle {
    private final Consumer<PictureStrip> retired;
    private volatile @Nullable PictureStrip next;
    private volatile boolean closed;
    private @Nullable PictureStrip current;
    private long before;
    private long told;

    /** @param retired takes strips that are never read again, on whichever thread let them go */
    public PlayerPictures(Consumer<PictureStrip> retired) {
        this.retired = retired;
    }

    /** Goes over to {@code strip} as soon as it has a picture. */
    public void show(PictureStrip strip) {
        PictureStrip dropped;
        synchronized (this) {
            dropped = closed ? strip : next;
            if (!closed) {
                next = strip;
            }
        }
        if (dropped != null) {
            retired.accept(dropped);
        }
    }

    private @Nullable PictureStrip settled() {
        PictureStrip coming = next;
        if (coming != null && coming.published() > 0) {
            PictureStrip old;
            synchronized (this) {
                if (next != coming) {
                    return current;
                }
                next = null;
                old = current;
                current = coming;
            }
            before = told;
            if (old != null) {
                retired.accept(old);
            }
        }
        return current;
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
    public long copyNewest(MemorySegment target, long targetStride, int maxWidth, int maxHeight) {
        PictureStrip strip = settled();
        if (strip == null) {
            return 0;
        }
        long copied = strip.copyNewest(target, targetStride, maxWidth, maxHeight);
        return copied == 0 ? 0 : tell(copied);
    }

    /** Lets go of all strips; there are no more pictures. */
    @Override
    public void close() {
        PictureStrip shown;
        PictureStrip coming;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            shown = current;
            coming = next;
            current = null;
            next = null;
        }
        if (shown != null) {
            retired.accept(shown);
        }
        if (coming != null) {
            retired.accept(coming);
        }
    }
}
