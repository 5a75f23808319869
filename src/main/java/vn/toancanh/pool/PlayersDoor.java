package vn.toancanh.pool;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Lane;
import vn.toancanh.frames.PictureStrip;
import vn.toancanh.model.Effort;
import vn.toancanh.model.PixelSize;

/** What players ask of their pool, carried out on POOL; of a stream that is gone meanwhile nothing is done. */
final class PlayersDoor implements PooledPlayer.PoolDoor {
    private static final Logger LOG = LoggerFactory.getLogger(PlayersDoor.class);

    /** Gives a stream a strip of its own for pictures of a size. */
    interface Shower {
        /**
         * Makes it and lets the player know.
         *
         * @return null where it takes a while: the worker is told once it is there
         * @throws FailureException where there is no room for it
         */
        @Nullable
        PictureStrip show(PooledStream stream, PixelSize size);
    }

    private final Lane lane;
    private final IntFunction<@Nullable PooledStream> streams;
    private final Shower shower;
    private final Consumer<PooledStream> leaving;
    private final BiConsumer<PooledStream, Failure> failing;

    /**
     * Makes the door.
     *
     * @param streams those that play, by their number; asked on POOL
     * @param leaving takes a stream from wherever it plays
     * @param failing the same, and tells its owner why
     */
    PlayersDoor(
            Lane lane,
            IntFunction<@Nullable PooledStream> streams,
            Shower shower,
            Consumer<PooledStream> leaving,
            BiConsumer<PooledStream, Failure> failing) {
        this.lane = lane;
        this.streams = streams;
        this.shower = shower;
        this.leaving = leaving;
        this.failing = failing;
    }

    @Override
    public void ease(int id, Effort effort) {
        seated(id, (stream, seat) -> {
            stream.ease(effort);
            seat.eased(stream);
        });
    }

    /** The stream's worker asked for another strip, in which a player begins anew. On POOL. */
    void anew(PooledStream stream, WorkerSeat seat) {
        PixelSize size = stream.size();
        if (size != null) {
            show(stream, seat, size);
        }
    }

    @Override
    public void resize(int id, PixelSize size) {
        seated(id, (stream, seat) -> show(stream, seat, size));
    }

    private void show(PooledStream stream, WorkerSeat seat, PixelSize size) {
        boolean rested = stream.size() == null;
        stream.wants(size);
        try {
            PictureStrip strip = shower.show(stream, size);
            if (strip != null) {
                seat.resized(stream, strip.file().toString());
            }
        } catch (FailureException noRoom) {
            if (rested) {
                failing.accept(stream, noRoom.failure());
            } else {
                LOG.warn(
                        "{} keeps its size: {}",
                        stream.label(),
                        noRoom.failure().detail());
            }
        }
    }

    @Override
    public void rest(int id) {
        seated(id, (stream, seat) -> {
            stream.rests();
            seat.rests(stream);
        });
    }

    @Override
    public void close(int id) {
        lane.execute(() -> {
            PooledStream stream = streams.apply(id);
            if (stream != null) {
                leaving.accept(stream);
            }
        });
    }

    private void seated(int id, BiConsumer<PooledStream, WorkerSeat> work) {
        lane.execute(() -> {
            PooledStream stream = streams.apply(id);
            WorkerSeat seat = stream == null ? null : stream.seat();
            if (stream != null && seat != null) {
                work.accept(stream, seat);
            }
        });
    }
}
