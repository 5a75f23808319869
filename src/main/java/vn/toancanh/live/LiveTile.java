package vn.toancanh.live;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.frames.PictureSource;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Effort;
import vn.toancanh.model.PixelSize;
import vn.toancanh.model.StreamProfile;

/**
 * What one tile shows and why. It goes on playing its camera when the wall moves it to another place. Lane: DESK.
 */
public final class LiveTile {
    private static final Logger LOG = LoggerFactory.getLogger(LiveTile.class);

    private final LiveParts parts;
    private final LiveWall wall;
    private final TileMachine machine;
    private final Playback playback;

    private int index;
    private CellContent content = CellContent.EMPTY;
    private @Nullable Camera camera;
    /** True where this window shows no picture of its camera. */
    private boolean barred;

    private boolean spoilt;

    LiveTile(LiveParts parts, GrantDesk grants, LiveWall wall) {
        this.parts = parts;
        this.wall = wall;
        this.machine = new TileMachine(parts.strict());
        this.playback = new Playback(parts, grants, wall, machine, () -> wall.changed(this));
    }

    /** Its place on the wall, from 0. */
    public int index() {
        return index;
    }

    public CellContent content() {
        return content;
    }

    /** The camera, as far as the catalogue knows it. */
    public Optional<Camera> camera() {
        return Optional.ofNullable(camera);
    }

    public TileState state() {
        return machine.state();
    }

    /** The pictures on show; none while nothing plays. Another object after a reconnection or a switch of streams. */
    public PictureSource pictures() {
        return playback.feeds().pictures();
    }

    /**
     * When the newest picture this tile had of its camera was published, or taken where that was long before, {@code
     * Clock.nanos()}; 0: it had none.
     */
    public long newestAtNanos() {
        return playback.newestAtNanos();
    }

    /** Since when its pictures show one and the same, as far as one has looked, {@code Clock.nanos()}; 0: it has none. */
    public long changedAtNanos() {
        PictureWatch watch = playback.feeds().watch();
        return watch == null ? 0 : watch.changedAtNanos();
    }

    /** Mean time between pictures, nanoseconds; 0 while not known. */
    public double frameIntervalNanos() {
        PictureWatch watch = playback.feeds().watch();
        return watch == null ? 0 : watch.intervalNanos();
    }

    /** The stream that plays or opens. */
    public Optional<StreamProfile> stream() {
        return Optional.ofNullable(playback.stream());
    }

    public Optional<StreamStatistics> statistics() {
        return Optional.ofNullable(playback.feeds().statistics());
    }

    /** How old the picture on show is now, by its camera's clock; empty where that is not known. */
    public Optional<PictureAge> age() {
        long at = pictures().publishedAtNanos();
        return at == 0
                ? Optional.empty()
                : statistics()
                        .map(told -> told.delivery().age())
                        .map(age -> age.after(Duration.ofNanos(parts.clock().nanos() - at)));
    }

    /** Why it shows what it shows: the state, its cause, then the stream. */
    public List<Reason> why() {
        return playback.why();
    }

    /** True where {@link #tryNow()} would try: nothing plays or opens, and a camera should. */
    public boolean mayTry() {
        return playback.mayTry();
    }

    /** Tries at once where a retry is waited for. */
    public void tryNow() {
        parts.desk().assertHere();
        playback.tryNow();
    }

    /** Says whether it shows whatever is selected elsewhere: then it was nobody who picked its stream. */
    public void followsSelection(boolean follows) {
        playback.followsSelection(follows);
    }

    void moveTo(int place) {
        index = place;
    }

    /** Shows something else; the same camera goes on playing. */
    void show(CellContent next) {
        CellContent before = content;
        content = next;
        if (before instanceof CellContent.OfCamera was
                && next instanceof CellContent.OfCamera is
                && was.camera().equals(is.camera())) {
            playback.prefer(is.choice());
        } else if (!before.equals(next)) {
            begin();
        }
    }

    /** Looks its camera up again, after the catalogue has changed. */
    void camerasChanged() {
        if (!(content instanceof CellContent.OfCamera wanted)) {
            return;
        }
        Camera before = camera;
        if (barred != parts.barred().test(wanted.camera())) {
            begin();
            return;
        }
        Camera now = parts.cameras().apply(wanted.camera()).orElse(null);
        if (now == null || before == null) {
            if (now != null || before != null) {
                begin();
            }
        } else if (!now.streams().equals(before.streams())) {
            begin();
        } else if (!now.equals(before)) {
            camera = now;
            playback.learn(now);
            wall.changed(this);
        }
    }

    /** Begins anew, because the wall may show pictures again or no more. */
    void beginAnew() {
        if (content instanceof CellContent.OfCamera) {
            begin();
        }
    }

    private void begin() {
        playback.close();
        camera = null;
        switch (content) {
            case CellContent.Empty() -> machine.to(TileState.EMPTY);
            // One that shows a camera comes here as that camera.
            case CellContent.Hotspot() -> machine.to(TileState.EMPTY);
            // What a wall shows of a carousel is the camera whose turn it is.
            case CellContent.Carousel carousel -> machine.throughOpening(TileState.of(TileState.Phase.UNSUPPORTED));
            case CellContent.Unknown unknown ->
                machine.throughOpening(
                        CellContent.withheld(unknown)
                                ? TileState.of(TileState.Phase.NO_RIGHTS, Cause.WITHHELD)
                                : TileState.of(TileState.Phase.UNSUPPORTED));
            case CellContent.OfCamera wanted -> {
                barred = parts.barred().test(wanted.camera());
                Cause withheld = barred ? Cause.NOT_FOR_VISITORS : wall.withheld();
                camera = parts.cameras().apply(wanted.camera()).orElse(null);
                if (camera == null) {
                    machine.to(TileState.of(TileState.Phase.FAILED, Cause.CAMERA_UNKNOWN));
                } else if (withheld != null) {
                    machine.throughOpening(TileState.of(TileState.Phase.NO_RIGHTS, withheld));
                } else {
                    playback.start(camera, wanted.choice());
                }
            }
        }
        wall.changed(this);
    }

    Playback playback() {
        return playback;
    }

    void resize(PixelSize pixels, boolean fillsTheWindow) {
        playback.resize(pixels, fillsTheWindow);
    }

    void ease(Effort effort) {
        playback.ease(effort);
    }

    /** How much is made of its stream. */
    public Effort effort() {
        return playback.effort();
    }

    void see(boolean seen) {
        playback.see(seen);
    }

    /** True where it shows a camera that nobody can see now. */
    public boolean unseen() {
        return camera != null && !playback.attention().seen();
    }

    /** True where it shows a camera that somebody can see. */
    boolean seen() {
        return camera != null && playback.attention().seen();
    }

    /** True while its pictures come later than is usual for it. */
    boolean lags() {
        PictureWatch watch = playback.feeds().watch();
        return watch != null && watch.lags();
    }

    PixelSize size() {
        return playback.size();
    }

    /** True while what it is to show has had no picture yet. Cheap; on every tick of the screen. */
    public boolean awaitsFirst() {
        PictureWatch watch = playback.feeds().watch();
        return watch != null && watch.awaitsFirst();
    }

    /** True where its first picture is there to be noticed. Cheap; on every tick of the screen. */
    public boolean firstWaits() {
        try {
            return awaitsFirst() && pictures().published() > 0;
        } catch (RuntimeException | InternalError fault) {
            spoilt(fault);
            return false;
        }
    }

    /** Has a first picture seen as soon as it is there, and not at the next sample. Cheap; on every pulse. */
    public void noticeFirst() {
        if (firstWaits()) {
            sample(parts.clock().nanos(), TileScreen.NOT_SEEN);
        }
    }

    /**
     * Its pictures could not be looked at or painted, since the memory that they lie in is its decoder's: may hold anything, and may
     * be gone. The tile is dark with that cause and tries again after a while; all others go on. Logged once for each attempt.
     */
    public void spoilt(Throwable fault) {
        parts.desk().assertHere();
        if (!spoilt || playback.feeds().watch() != null) {
            LOG.error("tile {} is dark, its pictures cannot be shown: {}", index, content, fault);
        }
        spoilt = true;
        playback.feeds().giveUp(Verdicts.SPOILT);
    }

    /** Looks at its pictures; {@code brought} is what its screen says. */
    void sample(long now, long brought) {
        try {
            PictureWatch watch = playback.feeds().watch();
            if (watch != null) {
                watch.brought(now, pictures(), brought);
            }
            playback.sample(now);
        } catch (RuntimeException | InternalError fault) {
            spoilt(fault);
        }
    }

    void close() {
        playback.close();
    }
}
