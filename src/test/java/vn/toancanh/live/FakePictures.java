package vn.toancanh.live;

import java.lang.foreign.MemorySegment;
import vn.toancanh.base.Clock;
import vn.toancanh.frames.PictureSource;

/** Pictures that a test publishes by hand. */
final class FakePictures implements PictureSource {
    private final Clock clock;
    private long published;
    private long at;
    private long changedAt;
    private long blackSince;
    private long delay = 30_000_000;

    FakePictures(Clock clock) {
        this.clock = clock;
    }

    void publish() {
        blackSince = 0;
        published++;
        at = clock.nanos();
        changedAt = at;
    }

    /** From now on they are published so long after they came. */
    void delayBy(long millis) {
        delay = millis * 1_000_000;
    }

    @Override
    public long delayNanos() {
        return published == 0 ? -1 : delay;
    }

    /** A black picture. */
    void publishBlack() {
        long since = blackSince;
        publish();
        blackSince = since == 0 ? at : since;
    }

    @Override
    public long blackSinceNanos() {
        return blackSince;
    }

    /** A picture whose pixels are those of the one before. */
    void publishSame() {
        published++;
        at = clock.nanos();
    }

    @Override
    public long changedAtNanos() {
        return changedAt;
    }

    @Override
    public long published() {
        return published;
    }

    @Override
    public long publishedAtNanos() {
        return at;
    }

    @Override
    public int width() {
        return published == 0 ? 0 : 320;
    }

    @Override
    public int height() {
        return published == 0 ? 0 : 180;
    }

    @Override
    public long copy(long count, MemorySegment target, long targetStride, int firstRow, int maxWidth, int maxHeight) {
        return published;
    }
}
