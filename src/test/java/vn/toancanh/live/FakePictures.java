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
    private long begunAt;
    private boolean anew = true;
    private long blackSince;
    private long delay = 30_000_000;
    private boolean rested = true;
    private boolean spoilt;
    private boolean sizeless;

    FakePictures(Clock clock) {
        this.clock = clock;
    }

    void publish() {
        publishSame();
        blackSince = 0;
        changedAt = at;
    }

    /** Those that follow come of another size, or of another decoder. */
    void beginAnew() {
        anew = true;
    }

    @Override
    public long begunAtNanos() {
        return begunAt;
    }

    /** From now on they are published so long after they came. */
    void delayBy(long millis) {
        delay = millis * 1_000_000;
    }

    @Override
    public long delayNanos() {
        return published == 0 ? -1 : delay;
    }

    /** From now on nobody can look at them. */
    void spoil() {
        spoilt = true;
    }

    /** From now on nobody can tell how large they are. */
    void loseSize() {
        sizeless = true;
    }

    /** A black picture. */
    void publishBlack() {
        long since = anew ? 0 : blackSince;
        publish();
        blackSince = since == 0 ? at : since;
    }

    @Override
    public long blackSinceNanos() {
        return blackSince;
    }

    /** A picture whose pixels are those of the one before, as far as there is one. */
    void publishSame() {
        published++;
        at = clock.nanos();
        if (anew) {
            anew = false;
            begunAt = at;
            changedAt = at;
            blackSince = 0;
        }
    }

    /** A picture in which nothing moves but noise, of which it takes seconds to know that. */
    void publishNoise() {
        publishSame();
        rested = false;
    }

    @Override
    public boolean rested() {
        return rested;
    }

    @Override
    public long changedAtNanos() {
        return changedAt;
    }

    @Override
    public long published() {
        if (spoilt) {
            throw new IndexOutOfBoundsException("what its decoder wrote there is no picture");
        }
        return published;
    }

    @Override
    public long publishedAtNanos() {
        return at;
    }

    @Override
    public int width() {
        return published == 0 || sizeless ? 0 : 320;
    }

    @Override
    public int height() {
        return published == 0 || sizeless ? 0 : 180;
    }

    @Override
    public long copy(long count, MemorySegment target, long targetStride, int firstRow, int maxWidth, int maxHeight) {
        return count == NEWEST ? published : Math.min(count, published);
    }
}
