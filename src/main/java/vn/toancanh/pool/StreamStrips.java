package vn.toancanh.pool;

import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Lane;
import vn.toancanh.frames.PictureStrip;
import vn.toancanh.frames.StripFolder;
import vn.toancanh.model.PixelSize;

/**
 * Gives streams strips for their pictures. All bytes of a strip are written when it is made, which for one that fills a screen
 * takes 15 to 100 ms, in which nothing else would happen on POOL, no heartbeat and no other tile's opening: large ones are
 * made aside, and the worker is told when they are there. Lane: POOL.
 */
final class StreamStrips implements PlayersDoor.Shower {
    /** Pictures of more than so many pixels have strips of over 8 MB, which take more than about 4 ms. */
    static final long LARGE = 400_000;

    private static final Logger LOG = LoggerFactory.getLogger(StreamStrips.class);

    private final StripFolder folder;
    private final Lane lane;
    private final Lane aside;
    private final IntFunction<@Nullable PooledStream> streams;
    private final BiConsumer<PooledStream, Failure> failing;

    /**
     * Makes none yet.
     *
     * @param aside where large ones are made
     * @param streams those that play, by their number; asked on POOL
     * @param failing takes a stream from wherever it plays and tells its owner why
     */
    StreamStrips(
            StripFolder folder,
            Lane lane,
            Lane aside,
            IntFunction<@Nullable PooledStream> streams,
            BiConsumer<PooledStream, Failure> failing) {
        this.folder = folder;
        this.lane = lane;
        this.aside = aside;
        this.streams = streams;
        this.failing = failing;
    }

    /**
     * Gives a stream a strip of the size that it wants, where it wants one; a large one comes later.
     *
     * @throws FailureException where there is no room for a small one
     */
    void showIfWanted(PooledStream stream) {
        PixelSize size = stream.size();
        if (size != null) {
            show(stream, size);
        }
    }

    @Override
    public @Nullable PictureStrip show(PooledStream stream, PixelSize size) {
        if ((long) size.width() * size.height() > LARGE) {
            aside.execute(() -> make(stream, size));
            return null;
        }
        PictureStrip strip = folder.create(size.width(), size.height());
        stream.show(strip);
        return strip;
    }

    private void make(PooledStream stream, PixelSize size) {
        try {
            PictureStrip strip = folder.create(size.width(), size.height());
            lane.execute(() -> came(stream, size, strip));
        } catch (FailureException noRoom) {
            lane.execute(() -> refused(stream, size, noRoom.failure()));
        }
    }

    /** True where the stream plays on and still wants that size. */
    private boolean wanted(PooledStream stream, PixelSize size) {
        return stream.equals(streams.apply(stream.id())) && size.equals(stream.size());
    }

    private void came(PooledStream stream, PixelSize size, PictureStrip strip) {
        WorkerSeat seat = stream.seat();
        if (seat == null || !wanted(stream, size)) {
            strip.unlink();
            strip.close();
            return;
        }
        stream.show(strip);
        seat.resized(stream, strip.file().toString());
    }

    private void refused(PooledStream stream, PixelSize size, Failure failure) {
        if (!wanted(stream, size)) {
            return;
        }
        if (stream.hasStrip()) {
            LOG.warn("{} keeps its size: {}", stream.label(), failure.detail());
        } else {
            failing.accept(stream, failure);
        }
    }
}
