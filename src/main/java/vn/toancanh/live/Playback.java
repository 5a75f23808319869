package vn.toancanh.live;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.live.StreamGrants.Wish;
import vn.toancanh.model.Camera;
import vn.toancanh.model.Effort;
import vn.toancanh.model.PixelSize;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.model.StreamProfile;

/**
 * Plays one camera in one tile for as long as it is asked to: opens, watches, reconnects, and switches streams by opening
 * the second before it lets the first go. Lane: DESK.
 */
final class Playback implements Handle {
    private final LiveParts parts;
    private final GrantDesk grants;
    private final LiveWall wall;
    private final TileMachine machine;
    private final Runnable changed;
    private final Choosing choosing = new Choosing();
    private final Reconnection reconnection;
    private final LagCure cure;
    private final Attention attention = new Attention();
    private @Nullable Camera camera;
    private PixelSize size = new PixelSize(320, 180);
    private final Feeds feeds = new Feeds();
    private long newestAt;
    /** Of the camera as it was when it was tried last, or is to be at once. */
    private long triedRevision;

    Playback(LiveParts parts, GrantDesk grants, LiveWall wall, TileMachine machine, Runnable changed) {
        this.parts = parts;
        this.grants = grants;
        this.wall = wall;
        this.machine = machine;
        this.changed = changed;
        this.reconnection = new Reconnection(parts, this::tryNow);
        this.cure = new LagCure(wall);
    }

    /** Begins with a camera, in place of what played before. */
    void start(Camera known, StreamChoice wanted) {
        close();
        camera = known;
        choosing.prefer(wanted);
        machine.to(TileState.OPENING);
        open(known);
    }

    /** The camera is another at the server, but not what its streams are: it may be where they are, or by which password. */
    void learn(Camera known) {
        if (camera == null) {
            return;
        }
        camera = known;
        if (mayTry() && known.revision() != triedRevision) {
            triedRevision = known.revision();
            reconnection.soon();
        }
    }

    Feeds feeds() {
        return feeds;
    }

    void prefer(StreamChoice wanted) {
        choosing.prefer(wanted);
    }

    void followsSelection(boolean follows) {
        choosing.followsSelection(follows);
    }

    /** True where nothing plays or opens that should. */
    boolean mayTry() {
        return feeds.shown == null && camera != null;
    }

    void tryNow() {
        Camera known = camera;
        if (known == null || !mayTry()) {
            return;
        }
        reconnection.cancel();
        if (machine.triesNow()) {
            changed.run();
        }
        open(known);
    }

    /** The machine slept so long: what is left in the connections of before is of before. */
    void slept(Duration by) {
        newestAt -= newestAt == 0 ? 0 : by.toNanos();
        if (feeds.shown != null) {
            feeds.close();
            machine.to(TileState.OPENING);
            changed.run();
        }
        tryNow();
    }

    void resize(PixelSize pixels, boolean fillsTheWindow) {
        choosing.enlarge(fillsTheWindow);
        if (!pixels.equals(size)) {
            size = pixels;
            if (!attention.resting()) {
                feeds.all().forEach(feed -> feed.resize(pixels));
            }
        }
    }

    /** Makes less of the stream, or more again, for the machine's sake. */
    void ease(Effort effort) {
        if (attention.ease(effort)) {
            feeds.all().forEach(feed -> feed.ease(effort));
        }
    }

    Effort effort() {
        return feeds.shown == null ? attention.effort() : feeds.shown.effort();
    }

    Attention attention() {
        return attention;
    }

    /** Spends so little memory on the stream. */
    void spend(Thrift thrift) {
        choosing.spend(thrift);
        rouse(attention.spend(thrift));
    }

    /** Says whether anybody can see the tile. */
    void see(boolean seen) {
        rouse(attention.see(seen, parts.clock().nanos()));
    }

    /** Makes pictures again where it rested and is to; else it may rest for another reason from now on. */
    private void rouse(boolean back) {
        if (back && feeds.shown != null) {
            feeds.shown.resize(size);
        } else if (attention.resting() && machine.restsOn(attention.rest())) {
            changed.run();
        }
    }

    PixelSize size() {
        return size;
    }

    long newestAtNanos() {
        return newestAt;
    }

    @Nullable
    StreamProfile stream() {
        return choosing.profile();
    }

    List<Reason> why() {
        Reason awaited = feeds.awaited();
        return Why.of(
                machine.state(),
                choosing.present(),
                size,
                awaited == null ? choosing.held() : awaited,
                effort(),
                feeds.statistics());
    }

    /** The machine makes fewer pictures than come, or is about to. */
    void reportSlow() {
        choosing.reportSlow(parts.clock().nanos());
    }

    private void open(Camera known) {
        long now = parts.clock().nanos();
        triedRevision = known.revision();
        StreamChooser.Choice choice = choosing.first(known, reconnection.takeFailed(), size, wall.openTiles(), now);
        StreamProfile profile = choice.profile();
        if (profile == null) {
            machine.to(TileState.of(TileState.Phase.UNSUPPORTED, Cause.CODEC_NOT_SUPPORTED));
            changed.run();
            return;
        }
        attention.playsAnew(now);
        feeds.shown = feed(known, choice, profile);
    }

    private Feed feed(Camera known, StreamChooser.Choice chosen, StreamProfile profile) {
        Wish asked = new Wish(known.id(), profile.role());
        Feed feed = new Feed(asked, chosen, wall.nextGeneration(), parts, grants, this::ended);
        feed.ease(attention.effort());
        feed.begin(PlayRequest.label(known), () -> size);
        return feed;
    }

    private void ended(Feed feed, Verdicts.Verdict verdict) {
        if (feed == feeds.coming) {
            feeds.coming = null;
            if (!Succession.failed(feed, feeds.shown)) {
                choosing.refused(parts.clock().nanos());
            }
            return;
        }
        feeds.close();
        // A picture of the one that stood there before is no old one of this camera.
        newestAt = verdict.equals(Verdicts.MOVED) ? 0 : newestAt;
        boolean other = camera != null && choosing.hasOther(camera, feed.choice);
        machine.throughOpening(reconnection.plan(feed, verdict, other));
        if (camera != null && verdict.way() == Verdicts.Way.RARELY) {
            learn(camera);
        }
        changed.run();
    }

    /** Looks at the pictures and moves the state on; several times a second. */
    void sample(long now) {
        if (feeds.shown != null && machine.plays() && attention.restNow(now)) {
            rest(feeds.shown);
        }
        if (attention.resting()) {
            return;
        }
        Feed next = feeds.coming;
        if (next != null
                && Succession.ripe(next, next.sample(now), machine.state().phase(), now)) {
            takeOver(next);
        }
        if (feeds.shown != null) {
            StallWatch.Verdict verdict = feeds.shown.sample(now);
            if (feeds.shown != null && verdict != StallWatch.Verdict.NONE) {
                newestAt = feeds.shown.watch().newestAtNanos(verdict);
                if (verdict.slow()) {
                    reportSlow();
                }
                settle(feeds.shown, verdict, now);
            } else if (feeds.shown != null && machine.waitsInVain(feeds.shown.bringsNothing(now))) {
                changed.run();
            }
        }
        Camera known = feeds.coming == null ? camera : null;
        if (feeds.shown != null && known != null && machine.plays()) {
            Optional<StreamChooser.Choice> better =
                    cure.begins(feeds.shown, now) ? Optional.of(feeds.shown.choice) : choosing.next(known, size, now);
            better.ifPresent(chosen -> feeds.coming = feed(known, chosen, Objects.requireNonNull(chosen.profile())));
        }
    }

    private void rest(Feed feed) {
        feeds.dropComing();
        feed.rest();
        machine.to(attention.rest());
        changed.run();
    }

    private void settle(Feed feed, StallWatch.Verdict verdict, long now) {
        TileState before = machine.state();
        machine.shows(verdict, feed.good(), now - newestAt);
        if (!feed.givesUp(verdict, now)) {
            reconnection.seen(before.phase(), machine.state().phase(), feed.host());
            if (!machine.state().equals(before)) {
                changed.run();
            }
        }
    }

    private void takeOver(Feed feed) {
        if (feeds.shown != null) {
            Succession.replaced(feeds.shown, feed);
        }
        feeds.shown = feed;
        feeds.coming = null;
        choosing.taken(feed.choice);
        changed.run();
    }

    /** Stops, and forgets the camera; its stream is received on for a while. */
    @Override
    public void close() {
        reconnection.forget();
        feeds.letGo();
        camera = null;
        choosing.forget();
        newestAt = 0;
    }
}
