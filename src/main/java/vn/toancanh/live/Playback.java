package vn.toancanh.live;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.frames.PictureSource;
import vn.toancanh.live.StreamGrants.Wish;
import vn.toancanh.model.Camera;
import vn.toancanh.model.PixelSize;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.model.StreamProfile;

/**
 * Plays one camera in one tile for as long as it is asked to: opens, watches, reconnects, and switches streams by opening
 * the second before it lets the first go. Lane: DESK.
 */
final class Playback implements Handle {
    /** A frozen tile whose player has not failed by itself is opened anew after this. */
    static final Duration STUCK_AFTER = Duration.ofSeconds(20);

    private static final Duration HEALTHY_AFTER = Duration.ofSeconds(30);

    private final LiveParts parts;
    private final GrantDesk grants;
    private final LiveWall wall;
    private final TileMachine machine;
    private final Runnable changed;
    private final StreamChooser chooser = new StreamChooser();
    private final Reconnection reconnection;

    private @Nullable Camera camera;
    private StreamChoice wish = StreamChoice.AUTO;
    private PixelSize size = new PixelSize(320, 180);
    private boolean enlarged;
    private @Nullable Feed shown;
    private @Nullable Feed coming;
    private StreamChooser.@Nullable Choice choice;
    private long newestAt;
    private long liveSince;
    private long chosenAt;

    Playback(LiveParts parts, GrantDesk grants, LiveWall wall, TileMachine machine, Runnable changed) {
        this.parts = parts;
        this.grants = grants;
        this.wall = wall;
        this.machine = machine;
        this.changed = changed;
        this.reconnection = new Reconnection(parts, this::tryNow);
    }

    /** Begins with a camera, in place of what played before. */
    void start(Camera known, StreamChoice wanted) {
        close();
        camera = known;
        wish = wanted;
        machine.to(TileState.OPENING);
        open(known);
    }

    /** The camera's words changed but not its streams. */
    void rename(Camera known) {
        camera = known;
    }

    void prefer(StreamChoice wanted) {
        if (wanted != wish) {
            chooser.willing();
        }
        wish = wanted;
    }

    void tryNow() {
        if (shown == null && camera != null && machine.state().phase() != TileState.Phase.UNSUPPORTED) {
            reopen();
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

    PictureSource pictures() {
        return shown == null ? PictureSource.NONE : shown.pictures();
    }

    long newestAtNanos() {
        return newestAt;
    }

    double frameIntervalNanos() {
        return shown == null ? 0 : shown.watch().intervalNanos();
    }

    @Nullable
    StreamProfile stream() {
        return choice == null ? null : choice.profile();
    }

    @Nullable
    StreamStatistics statistics() {
        return shown == null ? null : shown.latest();
    }

    List<Reason> why() {
        StreamStatistics told = statistics();
        return Why.of(machine.state(), choice, size, coming != null, told == null ? 0 : told.clockJumps());
    }

    private void open(Camera known) {
        long now = parts.clock().nanos();
        choice = Optional.ofNullable(reconnection.takeFailed())
                .flatMap(role -> chooser.instead(known, wish, role, now))
                .orElseGet(() -> chooser.first(known, wish, size, enlarged, wall.openTiles(), now));
        chosenAt = now;
        StreamProfile profile = choice.profile();
        if (profile == null) {
            machine.to(TileState.of(TileState.Phase.UNSUPPORTED, Cause.CODEC_NOT_SUPPORTED));
            changed.run();
            return;
        }
        shown = feed(known, choice, profile);
    }

    private void reopen() {
        reconnection.cancel();
        TileState state = machine.state();
        if (camera == null) {
            return;
        }
        if (state.phase() == TileState.Phase.RECONNECTING && state.cause() != null) {
            machine.to(TileState.reconnecting(state.attempt(), 0, state.cause()));
            changed.run();
        }
        open(camera);
    }

    private Feed feed(Camera known, StreamChooser.Choice chosen, StreamProfile profile) {
        Wish asked = new Wish(known.id(), profile.role());
        Feed feed = new Feed(asked, chosen, wall.nextGeneration(), parts, grants, this::ended);
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
        StreamProfile profile = feed.choice.profile();
        boolean other = camera != null && profile != null && chooser.hasOther(camera, wish, profile.role());
        machine.throughOpening(reconnection.plan(feed, verdict, other));
        changed.run();
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
                settle(shown, verdict, now);
            }
        }
        if (shown != null && now - chosenAt >= StreamChooser.TICK.toNanos()) {
            chosenAt = now;
            choose(now);
        }
    }

    private void settle(Feed feed, StallWatch.Verdict verdict, long now) {
        TileState before = machine.state();
        if (verdict == StallWatch.Verdict.LIVE || !before.phase().playing()) {
            machine.throughOpening(feed.good());
            if (!before.phase().live()) {
                liveSince = now;
                parts.commons().comeback().answers(feed.host());
            }
        }
        switch (verdict) {
            case NONE, LIVE -> {}
            case LATE -> machine.to(TileState.of(TileState.Phase.LATE, Cause.NO_VIDEO));
            case SLOWED -> machine.to(TileState.of(TileState.Phase.LATE, Cause.FEW_PICTURES));
            case BLACK -> machine.to(TileState.of(TileState.Phase.BLACK));
            case UNCHANGED -> machine.to(TileState.of(TileState.Phase.UNCHANGED));
            case FROZEN -> {
                machine.to(TileState.of(TileState.Phase.FROZEN, Cause.NO_VIDEO));
                if (now - newestAt > STUCK_AFTER.toNanos()) {
                    feed.giveUp("frozen for " + STUCK_AFTER);
                    return;
                }
            }
        }
        if (machine.state().phase().live() && now - liveSince > HEALTHY_AFTER.toNanos()) {
            reconnection.reset();
        }
        if (!machine.state().equals(before)) {
            changed.run();
        }
    }

    private void choose(long now) {
        if (camera == null
                || choice == null
                || coming != null
                || !machine.state().phase().playing()) {
            return;
        }
        StreamChooser.Choice next = chooser.next(camera, wish, size, enlarged, choice, now);
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
        chooser.willing();
        changed.run();
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

    /** Stops, and forgets the camera. */
    @Override
    public void close() {
        reconnection.cancel();
        reconnection.takeFailed();
        closeFeeds();
        reconnection.reset();
        camera = null;
        choice = null;
        newestAt = 0;
    }
}
