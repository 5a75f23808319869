package vn.toancanh.live;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.frames.PictureSource;
import vn.toancanh.live.StreamGrants.Answer;
import vn.toancanh.live.StreamGrants.Wish;
import vn.toancanh.model.Effort;
import vn.toancanh.model.PixelSize;
import vn.toancanh.model.StreamGrant;
import vn.toancanh.model.StreamProfile;

/**
 * One attempt to get pictures of one stream: the grant, then the player. It ends once and never tries again; the tile
 * that owns it does. After {@link #close()} nothing is told. Lane: DESK.
 */
final class Feed implements Player.Listener, Handle {
    /** Who hears of it. */
    interface Owner {
        /** The attempt is over. */
        void ended(Feed feed, Verdicts.Verdict verdict);
    }

    /** One that stands still and has not failed by itself is given up after this. */
    static final Duration STUCK_AFTER = Duration.ofSeconds(20);

    final StreamChooser.Choice choice;

    private final Wish wish;
    private final long generation;
    private final LiveParts parts;
    private final GrantDesk grants;
    private final Owner owner;
    private final PictureWatch watch;
    private Effort asked = Effort.FULL;
    private boolean rareKeyFrames;
    private final FirstWait wait;

    private @Nullable OpenStream stream;
    private Handle turn = Handle.NONE;
    private String host = Comeback.SERVER;
    private boolean quarantined;
    private boolean ofEarlier;
    private boolean kept;
    private boolean over;

    Feed(Wish wish, StreamChooser.Choice choice, long generation, LiveParts parts, GrantDesk grants, Owner owner) {
        this.wish = wish;
        this.choice = choice;
        this.generation = generation;
        this.parts = parts;
        this.grants = grants;
        this.owner = owner;
        this.wait = new FirstWait(parts.clock().nanos());
        this.watch = new PictureWatch(
                new Standstill(parts.commons().standstills(), wish),
                new Lateness(parts.commons().latecomers(), wish),
                expectedNanos(choice.profile()));
    }

    private static long expectedNanos(@Nullable StreamProfile profile) {
        return profile == null || profile.fps() <= 0
                ? 0
                : (long) (Duration.ofSeconds(1).toNanos() / profile.fps());
    }

    Wish wish() {
        return wish;
    }

    /** Begins, with a stream that is received already where there is one. */
    void begin(String label, Supplier<PixelSize> size) {
        OpenStream warm = parts.commons().warm().take(wish);
        if (warm != null) {
            host = warm.host();
            wait.opened(parts.clock().nanos());
            quarantined = warm.quarantined();
            stream = warm;
            warm.belongsTo(this);
            warm.player().ease(effort());
            warm.resize(size.get());
            return;
        }
        ofEarlier = grants.keeps(wish);
        grants.want(wish, answer -> {
            if (!over) {
                granted(answer, label, size);
            }
        });
    }

    private void granted(Answer answer, String label, Supplier<PixelSize> size) {
        StreamGrant grant = answer.grant();
        if (grant == null) {
            end(Verdicts.ofGrant(Objects.requireNonNull(answer.failure())));
            return;
        }
        wait.granted();
        kept = answer.kept();
        if (!kept && !ofEarlier) {
            parts.commons().comeback().answers(Comeback.SERVER);
        }
        host = Objects.requireNonNullElse(grant.uri().getHost(), "?");
        turn = parts.commons().pacer().submit(host, () -> {
            wait.opened(parts.clock().nanos());
            PlayRequest request = new PlayRequest(generation, label, grant, size.get());
            OpenStream opened = OpenStream.of(wish, host, parts.players(), request, this);
            stream = opened;
            if (effort() != Effort.FULL) {
                opened.player().ease(effort());
            }
        });
    }

    /** Where its stream is served; {@link Comeback#SERVER} while that is not granted. */
    String host() {
        return host;
    }

    /** What a tile is whose pictures come from here and are as they should be. */
    TileState good() {
        if (quarantined) {
            return TileState.of(TileState.Phase.QUARANTINED, Cause.IN_CRASHES);
        }
        return effort().leavesOut() ? TileState.of(TileState.Phase.REDUCED, Cause.MACHINE_BUSY) : TileState.LIVE;
    }

    /** What keeps others from opening at the same host is the answering; until its next key frame it does nothing more for us. */
    @Override
    public void playing() {
        turn.close();
    }

    @Override
    public void quarantined(boolean told) {
        quarantined = told;
    }

    /** Looks at the pictures; ends an attempt that brings none. */
    StallWatch.Verdict sample(long nowNanos) {
        StallWatch.Verdict verdict = watch.sample(nowNanos, pictures(), latest());
        if (verdict != StallWatch.Verdict.NONE) {
            turn.close();
            if (watch.keyFramesAreRare(nowNanos)) {
                rareKeyFrames = true;
                applyEffort();
            }
        } else if (!over) {
            Verdicts.Verdict inVain = wait.over(latest(), nowNanos);
            if (inVain != null) {
                end(inVain);
            }
        }
        return verdict;
    }

    /** Why its first picture has not come, where that takes longer than an operator waits without asking; else null. */
    @Nullable
    Cause bringsNothing(long nowNanos) {
        return watch.awaitsFirst() ? wait.cause(latest(), nowNanos) : null;
    }

    /** What it waits for before its first picture; null where that was there. */
    @Nullable
    Reason waitsFor() {
        return watch.awaitsFirst() ? wait.reason(latest()) : null;
    }

    /** Makes less of the stream, or more again. */
    void ease(Effort next) {
        Effort before = effort();
        asked = next;
        if (effort() != before) {
            applyEffort();
        }
    }

    /** How much is made of it: never so little that its picture is older than a few seconds. */
    Effort effort() {
        return rareKeyFrames && asked == Effort.KEY_FRAMES ? Effort.FEWER_PICTURES : asked;
    }

    private void applyEffort() {
        watch.eased(effort());
        if (stream != null) {
            stream.player().ease(effort());
        }
    }

    /** Makes no pictures until {@link #resize}, and goes on receiving. */
    void rest() {
        if (stream != null) {
            stream.player().rest();
        }
        watch.rested();
        wait.opened(parts.clock().nanos());
    }

    PictureWatch watch() {
        return watch;
    }

    PictureSource pictures() {
        OpenStream now = stream;
        return now == null ? PictureSource.NONE : now.player().pictures();
    }

    @Nullable
    StreamStatistics latest() {
        return stream == null ? null : stream.latest();
    }

    void resize(PixelSize size) {
        if (stream != null) {
            stream.resize(size);
            if (watch.awaitsFirst()) {
                wait.opened(parts.clock().nanos());
            }
        }
    }

    @Override
    public void statistics(StreamStatistics told) {
        watch.told(told, parts.clock().nanos());
    }

    @Override
    public void failed(Failure failure) {
        if (over) {
            return;
        }
        if (Verdicts.blamesGrant(failure, kept)) {
            grants.forget(wish);
        }
        end(Verdicts.ofPlayer(failure, kept, ofEarlier));
    }

    /** Ends an attempt whose own pictures have stood still for too long; true where it did. */
    boolean givesUp(StallWatch.Verdict verdict, long nowNanos) {
        long since = Math.max(watch.newestAtNanos(verdict), pictures().changedAtNanos());
        if (nowNanos - since <= STUCK_AFTER.toNanos()) {
            return false;
        }
        switch (verdict) {
            case FROZEN -> end(Verdicts.ofPlayer(Failure.of(Failure.Kind.TIMEOUT, "frozen for " + STUCK_AFTER)));
            case REPEATED -> end(Verdicts.STUCK_REPEATING);
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Ends an attempt that may go on no longer, though it could; one that waits for its grant is told by that. */
    void lapse(Verdicts.Verdict why) {
        if (!over && !host.equals(Comeback.SERVER)) {
            end(why);
        }
    }

    /** Ends an attempt whose pictures are of no use, because of that. */
    void giveUp(Verdicts.Verdict why) {
        end(why);
    }

    private void end(Verdicts.Verdict verdict) {
        close();
        owner.ended(this, verdict);
    }

    /** Ends, and has the stream received on for a while where its pictures came: it may be wanted again. */
    void letGo() {
        OpenStream mine = stream;
        if (over || mine == null || pictures().published() == 0) {
            close();
            return;
        }
        over = true;
        turn.close();
        stream = null;
        parts.commons().warm().keep(mine);
    }

    @Override
    public void close() {
        over = true;
        turn.close();
        if (stream != null) {
            stream.close();
        }
    }
}
