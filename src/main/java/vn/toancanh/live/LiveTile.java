package vn.toancanh.live;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Backoff;
import vn.toancanh.base.Handle;
import vn.toancanh.frames.PictureSource;
import vn.toancanh.live.StreamGrants.Wish;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.PixelSize;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.model.StreamProfile;

/**
 * What one tile shows and why. It owns the tile's state and its players: one on show, and for moments of switching streams
 * a second that takes over once it is live. It follows its camera when the wall moves it to another place. Lane: DESK.
 */
public final class LiveTile {
    /** A frozen tile whose player has not failed by itself is opened anew after this. */
    static final Duration STUCK_AFTER = Duration.ofSeconds(20);

    static final Duration RARE_TRY = Duration.ofSeconds(60);
    private static final Duration HEALTHY_AFTER = Duration.ofSeconds(30);
    private static final PixelSize UNSEEN = new PixelSize(320, 180);

    private final LiveParts parts;
    private final GrantDesk grants;
    private final OpenPacer pacer;
    private final LiveWall wall;
    private final TileMachine machine;
    private final StreamChooser chooser = new StreamChooser();
    private final Backoff backoff;

    private int index;
    private CellContent content = CellContent.EMPTY;
    private @Nullable Camera camera;
    private PixelSize size = UNSEEN;
    private boolean enlarged;
    private @Nullable Feed shown;
    private @Nullable Feed coming;
    private StreamChooser.@Nullable Choice choice;
    private Handle retry = Handle.NONE;
    private long newestAt;
    private long liveSince;
    private long chosenAt;

    LiveTile(LiveParts parts, GrantDesk grants, OpenPacer pacer, LiveWall wall) {
        this.parts = parts;
        this.grants = grants;
        this.pacer = pacer;
        this.wall = wall;
        this.machine = new TileMachine(parts.strict());
        this.backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60), parts.random());
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
        return shown == null ? PictureSource.NONE : shown.pictures();
    }

    /** When the newest picture this tile ever had of its camera was published, {@code Clock.nanos()}; 0: never. */
    public long newestAtNanos() {
        return newestAt;
    }

    /** Mean time between pictures, nanoseconds; 0 while not known. */
    public double frameIntervalNanos() {
        return shown == null ? 0 : shown.watch().intervalNanos();
    }

    /** The stream that plays or opens. */
    public Optional<StreamProfile> stream() {
        return choice == null ? Optional.empty() : Optional.ofNullable(choice.profile());
    }

    public Optional<StreamStatistics> statistics() {
        return shown == null ? Optional.empty() : Optional.ofNullable(shown.latest());
    }

    /** Why it shows what it shows: the state, its cause, then the stream. */
    public List<Reason> why() {
        return Why.of(state(), choice, size, coming != null);
    }

    /** Tries at once where a retry is waited for. */
    public void tryNow() {
        parts.desk().assertHere();
        if (shown == null && camera != null && state().phase() != TileState.Phase.UNSUPPORTED) {
            retry.close();
            reopen();
        }
    }

    void moveTo(int place) {
        index = place;
    }

    /** Shows something else; the same camera goes on playing. */
    void show(CellContent next) {
        CellContent before = content;
        content = next;
        boolean sameCamera = before instanceof CellContent.OfCamera was
                && next instanceof CellContent.OfCamera is
                && was.camera().equals(is.camera());
        if (!sameCamera) {
            begin();
        }
    }

    /** Looks its camera up again, after the catalogue has changed. */
    void camerasChanged() {
        if (!(content instanceof CellContent.OfCamera wanted)) {
            return;
        }
        Camera now = parts.cameras().apply(wanted.camera()).orElse(null);
        Camera before = camera;
        if (now == null || before == null) {
            if (now != null || before != null) {
                begin();
            }
            return;
        }
        camera = now;
        if (!now.streams().equals(before.streams())) {
            begin();
        } else if (!now.equals(before)) {
            wall.changed(this);
        }
    }

    void resize(PixelSize pixels, boolean fillsTheWindow) {
        enlarged = fillsTheWindow;
        if (!pixels.equals(size)) {
            size = pixels;
            if (shown != null) {
                shown.resize(pixels);
            }
            if (coming != null) {
                coming.resize(pixels);
            }
        }
    }

    private void begin() {
        closeFeeds();
        retry.close();
        backoff.reset();
        newestAt = 0;
        choice = null;
        camera = null;
        switch (content) {
            case CellContent.Empty() -> machine.to(TileState.EMPTY);
            case CellContent.Unknown unknown -> {
                machine.to(TileState.OPENING);
                machine.to(TileState.of(TileState.Phase.UNSUPPORTED));
            }
            case CellContent.OfCamera wanted -> {
                camera = parts.cameras().apply(wanted.camera()).orElse(null);
                if (camera == null) {
                    machine.to(TileState.of(TileState.Phase.FAILED, Cause.CAMERA_UNKNOWN));
                } else {
                    machine.to(TileState.OPENING);
                    open(camera);
                }
            }
        }
        wall.changed(this);
    }

    private void open(Camera known) {
        long now = parts.clock().nanos();
        choice = chooser.first(known, wish(), size, enlarged, wall.openTiles(), now);
        chosenAt = now;
        if (choice.profile() == null) {
            machine.to(TileState.of(TileState.Phase.UNSUPPORTED, Cause.CODEC_NOT_SUPPORTED));
            wall.changed(this);
            return;
        }
        shown = feed(known, choice, choice.profile());
    }

    private void reopen() {
        TileState state = state();
        if (camera == null) {
            return;
        }
        if (state.phase() == TileState.Phase.RECONNECTING && state.cause() != null) {
            machine.to(TileState.reconnecting(state.attempt(), 0, state.cause()));
            wall.changed(this);
        }
        open(camera);
    }

    private Feed feed(Camera known, StreamChooser.Choice chosen, StreamProfile profile) {
        Wish wish = new Wish(known.id(), profile.role());
        Feed feed = new Feed(wish, chosen, wall.nextGeneration(), parts, grants, pacer, this::ended);
        Integer number = known.number();
        feed.begin(number == null ? known.name() : number.toString(), () -> size);
        return feed;
    }

    private void ended(Feed feed, Verdicts.Verdict verdict) {
        if (feed == coming) {
            coming = null;
            chooser.refused(parts.clock().nanos());
            return;
        }
        closeFeeds();
        long now = parts.clock().nanos();
        switch (verdict.way()) {
            case RECONNECT -> {
                Duration wait = backoff.next();
                if (!state().phase().successors().contains(TileState.Phase.RECONNECTING)) {
                    machine.to(TileState.OPENING);
                }
                machine.to(TileState.reconnecting(backoff.attempt(), now + wait.toNanos(), verdict.cause()));
                retry = parts.desk().after(wait, this::reopen);
            }
            case RARELY -> {
                machine.to(TileState.of(verdict.phase(), verdict.cause()));
                retry = parts.desk().after(RARE_TRY, this::reopen);
            }
            case NEVER -> {
                if (!state().phase().successors().contains(verdict.phase())) {
                    machine.to(TileState.OPENING);
                }
                machine.to(TileState.of(verdict.phase(), verdict.cause()));
            }
        }
        wall.changed(this);
    }

    /** Looks at the pictures and moves the state on; several times a second. */
    void sample(long now) {
        if (coming != null && coming.sample(now) != StallWatch.Verdict.NONE) {
            takeOver(coming);
        }
        if (shown != null) {
            StallWatch.Verdict verdict = shown.sample(now);
            if (shown != null && verdict != StallWatch.Verdict.NONE) {
                newestAt = shown.watch().newestAtNanos();
                settle(verdict, now);
            }
        }
        if (shown != null && now - chosenAt >= StreamChooser.TICK.toNanos()) {
            chosenAt = now;
            choose(now);
        }
    }

    private void settle(StallWatch.Verdict verdict, long now) {
        TileState before = state();
        if (verdict == StallWatch.Verdict.LIVE || !before.phase().playing()) {
            machine.toLive();
            liveSince = before.phase().playing() && before.phase().live() ? liveSince : now;
        }
        if (verdict == StallWatch.Verdict.LATE) {
            machine.to(TileState.of(TileState.Phase.LATE, Cause.NO_VIDEO));
        } else if (verdict == StallWatch.Verdict.FROZEN) {
            machine.to(TileState.of(TileState.Phase.FROZEN, Cause.NO_VIDEO));
            if (now - newestAt > STUCK_AFTER.toNanos() && shown != null) {
                ended(
                        shown,
                        new Verdicts.Verdict(TileState.Phase.RECONNECTING, Cause.NO_VIDEO, Verdicts.Way.RECONNECT));
                return;
            }
        }
        if (state().phase().live() && now - liveSince > HEALTHY_AFTER.toNanos()) {
            backoff.reset();
        }
        if (!state().equals(before)) {
            wall.changed(this);
        }
    }

    private void choose(long now) {
        if (camera == null
                || choice == null
                || coming != null
                || !state().phase().playing()) {
            return;
        }
        StreamChooser.Choice next = chooser.next(camera, wish(), size, enlarged, choice, now);
        StreamProfile profile = next.profile();
        StreamProfile present = choice.profile();
        if (profile == null || present == null || profile.role() == present.role()) {
            choice = next;
            return;
        }
        coming = feed(camera, next, profile);
    }

    private void takeOver(Feed feed) {
        if (shown != null) {
            shown.close();
        }
        shown = feed;
        coming = null;
        choice = feed.choice;
        wall.changed(this);
    }

    private StreamChoice wish() {
        return content instanceof CellContent.OfCamera of ? of.choice() : StreamChoice.AUTO;
    }

    /** Adds the streams it uses, so that their grants are renewed. */
    void collectWishes(Set<Wish> wishes) {
        if (shown != null) {
            wishes.add(shown.wish());
        }
        if (coming != null) {
            wishes.add(coming.wish());
        }
    }

    private void closeFeeds() {
        if (shown != null) {
            shown.close();
            shown = null;
        }
        if (coming != null) {
            coming.close();
            coming = null;
        }
    }

    void close() {
        retry.close();
        closeFeeds();
    }
}
