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
import vn.toancanh.model.PixelSize;
import vn.toancanh.model.StreamGrant;

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

    static final Duration FIRST_PICTURE_LIMIT = Duration.ofSeconds(12);
    static final Duration GRANT_LIMIT = Duration.ofSeconds(30);

    final StreamChooser.Choice choice;

    private final Wish wish;
    private final long generation;
    private final LiveParts parts;
    private final GrantDesk grants;
    private final Owner owner;
    private final StallWatch watch = new StallWatch();
    private final long begunAt;

    private @Nullable Player player;
    private @Nullable StreamStatistics statistics;
    private Handle turn = Handle.NONE;
    private String host = Comeback.SERVER;
    private long openedAt;
    private boolean quarantined;
    private boolean over;

    Feed(Wish wish, StreamChooser.Choice choice, long generation, LiveParts parts, GrantDesk grants, Owner owner) {
        this.wish = wish;
        this.choice = choice;
        this.generation = generation;
        this.parts = parts;
        this.grants = grants;
        this.owner = owner;
        this.begunAt = parts.clock().nanos();
    }

    Wish wish() {
        return wish;
    }

    void begin(String label, Supplier<PixelSize> size) {
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
        parts.commons().comeback().answers(Comeback.SERVER);
        host = Objects.requireNonNullElse(grant.uri().getHost(), "?");
        turn = parts.commons().pacer().submit(host, () -> {
            openedAt = parts.clock().nanos();
            player = parts.players().open(new PlayRequest(generation, label, grant, size.get()), this);
        });
    }

    /** Where its stream is served; {@link Comeback#SERVER} while that is not granted. */
    String host() {
        return host;
    }

    /** What a tile is whose pictures come from here and are as they should be. */
    TileState good() {
        return quarantined ? TileState.of(TileState.Phase.QUARANTINED, Cause.IN_CRASHES) : TileState.LIVE;
    }

    @Override
    public void quarantined(boolean told) {
        quarantined = told;
    }

    /** Looks at the pictures; ends an attempt that brings none. */
    StallWatch.Verdict sample(long nowNanos) {
        StallWatch.Verdict verdict = watch.sample(nowNanos, pictures());
        if (verdict != StallWatch.Verdict.NONE) {
            turn.close();
        } else if (!over) {
            if (player == null && nowNanos - begunAt > GRANT_LIMIT.toNanos()) {
                end(Verdicts.ofGrant(Failure.of(Failure.Kind.TIMEOUT, "no grant within " + GRANT_LIMIT)));
            } else if (player != null && nowNanos - openedAt > FIRST_PICTURE_LIMIT.toNanos()) {
                end(Verdicts.ofPlayer(Failure.of(Failure.Kind.TIMEOUT, "no picture within " + FIRST_PICTURE_LIMIT)));
            }
        }
        return verdict;
    }

    StallWatch watch() {
        return watch;
    }

    PictureSource pictures() {
        Player now = player;
        return now == null ? PictureSource.NONE : now.pictures();
    }

    @Nullable
    StreamStatistics latest() {
        return statistics;
    }

    void resize(PixelSize size) {
        if (player != null) {
            player.resize(size);
        }
    }

    @Override
    public void statistics(StreamStatistics told) {
        statistics = told;
    }

    @Override
    public void failed(Failure failure) {
        if (over) {
            return;
        }
        if (failure.kind() == Failure.Kind.CREDENTIALS || failure.kind() == Failure.Kind.FORBIDDEN) {
            grants.forget(wish);
        }
        end(Verdicts.ofPlayer(failure));
    }

    /** Ends an attempt whose pictures have stopped for too long. */
    void giveUp(String detail) {
        end(Verdicts.ofPlayer(Failure.of(Failure.Kind.TIMEOUT, detail)));
    }

    private void end(Verdicts.Verdict verdict) {
        close();
        owner.ended(this, verdict);
    }

    @Override
    public void close() {
        over = true;
        turn.close();
        if (player != null) {
            player.close();
        }
    }
}
