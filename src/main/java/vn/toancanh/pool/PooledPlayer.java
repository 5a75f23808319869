package vn.toancanh.pool;

import java.util.function.Consumer;
import vn.toancanh.base.Failure;
import vn.toancanh.frames.PictureSource;
import vn.toancanh.frames.PictureStrip;
import vn.toancanh.frames.PlayerPictures;
import vn.toancanh.live.Player;
import vn.toancanh.live.StreamStatistics;
import vn.toancanh.model.Effort;
import vn.toancanh.model.PixelSize;

/** A player as its owner sees it. Lane: DESK. */
final class PooledPlayer implements Player {
    private final int id;
    private final PoolDoor door;
    private final Player.Listener listener;
    private final Consumer<PictureStrip> retired;
    private volatile PlayerPictures pictures;
    private boolean closed;
    private boolean over;

    /** What a player asks of the pool; each returns at once. */
    interface PoolDoor {
        void resize(int id, PixelSize size);

        void ease(int id, Effort effort);

        void rest(int id);

        void close(int id);
    }

    PooledPlayer(int id, PoolDoor door, Player.Listener listener, Consumer<PictureStrip> retired) {
        this.id = id;
        this.door = door;
        this.listener = listener;
        this.retired = retired;
        this.pictures = new PlayerPictures(retired);
    }

    int id() {
        return id;
    }

    @Override
    public PictureSource pictures() {
        return pictures;
    }

    /** Goes over to a strip; from POOL. */
    void show(PictureStrip strip) {
        pictures.show(strip);
    }

    @Override
    public void resize(PixelSize size) {
        if (!closed && !over) {
            door.resize(id, size);
        }
    }

    @Override
    public void ease(Effort effort) {
        if (!closed && !over) {
            door.ease(id, effort);
        }
    }

    @Override
    public void rest() {
        if (!closed && !over) {
            PlayerPictures before = pictures;
            // None of those from before shall look like the first one after.
            pictures = new PlayerPictures(retired);
            before.close();
            door.rest(id);
        }
    }

    /** Forgets strips that were on their way when the player was told to rest; from POOL. */
    void forgetComing() {
        pictures.forgetComing();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            pictures.close();
            door.close(id);
        }
    }

    void tell(StreamStatistics statistics) {
        if (!closed && !over) {
            listener.statistics(statistics);
        }
    }

    void tellPlaying() {
        if (!closed && !over) {
            listener.playing();
        }
    }

    void tellQuarantined(boolean quarantined) {
        if (!closed && !over) {
            listener.quarantined(quarantined);
        }
    }

    void tell(Failure failure) {
        if (!closed && !over) {
            over = true;
            listener.failed(failure);
        }
    }
}
