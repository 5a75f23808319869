package vn.toancanh.live;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.Camera;
import vn.toancanh.model.PixelSize;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.model.StreamProfile;
import vn.toancanh.model.StreamRole;

/**
 * Which stream a tile should play, by its pixels, with hysteresis so that a wall does not flap. The constants are those of
 * Nx Witness's automatic resolution: small at or below 171 px of height for 1 s, large again above 1.34 times that, 5 s
 * between switches, no switch in a tile's first second, newcomers small where more than 16 tiles are open, no large one by a
 * tile's pixels within 5 s of a report that pictures come too slowly. A small stream that has the tile's pixels itself is never given up for a large one. Lane: DESK, one for each tile.
 */
final class StreamChooser {
    /** What the choice rests on. */
    enum Ground {
        BY_HAND("why.byHand"),
        HOTSPOT("why.hotspot"),
        ONLY_STREAM("why.onlyStream"),
        ENLARGED("why.enlarged"),
        SMALL_TILE("why.smallTile"),
        LARGE_TILE("why.largeTile"),
        MANY_TILES("why.manyTiles"),
        MEMORY_SHORT("why.memoryShort"),
        OTHER_FAILED("why.otherFailed"),
        UNSUPPORTED("why.unsupported");

        private final String textKey;

        Ground(String textKey) {
            this.textKey = textKey;
        }

        String textKey() {
            return textKey;
        }
    }

    /** A stream and why; no profile where the camera has none that can be played. */
    record Choice(@Nullable StreamProfile profile, Ground ground) {}

    static final Duration TICK = Duration.ofMillis(500);
    private static final int LOW_HEIGHT = 171;
    private static final double RAISE = 1.34;
    private static final int MANY = 16;
    /** 5 s become 80. */
    private static final int MOST_DOUBLINGS = 4;

    private static final long HELD_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long BETWEEN_NANOS = Duration.ofSeconds(5).toNanos();

    /** So long after a report that pictures come too slowly no large stream is taken for a small one. */
    static final Duration SLOW_FOR = Duration.ofSeconds(5);

    private @Nullable StreamRole wanted;
    private long wantedSince;
    private long switchedAt;
    private long blockedUntil;
    private int refusals;
    private boolean sparing;
    private boolean slow;
    private long slowAt;
    private boolean held;

    /** The stream to open a tile with. */
    Choice first(Camera camera, StreamChoice choice, PixelSize tile, boolean enlarged, int openTiles, long nowNanos) {
        wanted = null;
        switchedAt = nowNanos;
        blockedUntil = nowNanos;
        Choice settled = settled(camera, choice, enlarged);
        if (settled != null) {
            return settled;
        }
        StreamProfile small = small(camera);
        if (tile.height() <= lowHeight(small)) {
            return new Choice(small, Ground.SMALL_TILE);
        }
        if (openTiles > MANY) {
            return new Choice(small, Ground.MANY_TILES);
        }
        return new Choice(large(camera), Ground.LARGE_TILE);
    }

    /** The stream a playing tile should go on with; the present one until another has been wanted for long enough. */
    Choice next(Camera camera, StreamChoice choice, PixelSize tile, boolean enlarged, Choice present, long nowNanos) {
        Choice better = better(camera, choice, tile, enlarged, present);
        StreamProfile profile = better.profile();
        StreamProfile now = present.profile();
        held = false;
        if (profile == null || now == null || profile.role() == now.role()) {
            wanted = null;
            return better;
        }
        boolean atOnce = lifted(better.ground());
        if (profile.role() != wanted) {
            wanted = profile.role();
            wantedSince = nowNanos;
        }
        boolean due = nowNanos - wantedSince >= HELD_NANOS && nowNanos - switchedAt >= BETWEEN_NANOS;
        if (nowNanos < blockedUntil || (!atOnce && !due)) {
            return present;
        }
        // Nobody asked for it: with the large stream slow pictures would come slower still.
        if (!atOnce && better.ground() == Ground.LARGE_TILE && isSlow(nowNanos)) {
            held = true;
            return present;
        }
        wanted = null;
        switchedAt = nowNanos;
        return better;
    }

    /** The small stream is to do from now on, whatever a tile's pixels, or not any more. */
    void spare(boolean memory) {
        sparing = memory;
    }

    /** Pictures come too slowly, here or on the whole machine. */
    void reportSlow(long nowNanos) {
        slow = true;
        slowAt = nowNanos;
    }

    private boolean isSlow(long nowNanos) {
        return slow && nowNanos - slowAt < SLOW_FOR.toNanos();
    }

    /** True while a large stream is not taken for that alone. */
    boolean heldForSlowness() {
        return held;
    }

    /** The new stream did not come: no other try for as long as between switches, then ever longer. */
    void refused(long nowNanos) {
        blockedUntil = nowNanos + (BETWEEN_NANOS << Math.min(refusals++, MOST_DOUBLINGS));
        wanted = null;
    }

    /** Somebody asked for another stream, or the last one asked for came: the next may be tried at once. */
    void willing() {
        blockedUntil = 0;
        refusals = 0;
    }

    /** True where another stream may be taken for one that failed; one picked by hand is kept. */
    boolean hasOther(Camera camera, StreamChoice choice, StreamRole failed) {
        return choice == StreamChoice.AUTO && camera.playable().stream().anyMatch(stream -> stream.role() != failed);
    }

    /** A stream to open a tile with instead of one that failed, which is not tried again for a while. */
    Optional<Choice> instead(Camera camera, StreamChoice choice, StreamRole failed, long nowNanos) {
        if (!hasOther(camera, choice, failed)) {
            return Optional.empty();
        }
        switchedAt = nowNanos;
        refusals = MOST_DOUBLINGS - 1;
        refused(nowNanos);
        return camera.playable().stream()
                .filter(stream -> stream.role() != failed)
                .findFirst()
                .map(stream -> new Choice(stream, Ground.OTHER_FAILED));
    }

    private Choice better(Camera camera, StreamChoice choice, PixelSize tile, boolean enlarged, Choice present) {
        Choice settled = settled(camera, choice, enlarged);
        if (settled != null) {
            return settled;
        }
        StreamProfile small = small(camera);
        int low = lowHeight(small);
        if (tile.height() <= low) {
            return new Choice(small, Ground.SMALL_TILE);
        }
        StreamProfile now = present.profile();
        boolean onSmall = now != null && now.role() == small.role();
        if (tile.height() > low * RAISE) {
            return new Choice(large(camera), Ground.LARGE_TILE);
        }
        Ground kept = lifted(present.ground()) ? onSmall ? Ground.SMALL_TILE : Ground.LARGE_TILE : present.ground();
        return new Choice(onSmall ? small : large(camera), kept);
    }

    private @Nullable Choice settled(Camera camera, StreamChoice choice, boolean enlarged) {
        List<StreamProfile> streams = camera.playable();
        if (streams.isEmpty()) {
            return new Choice(null, Ground.UNSUPPORTED);
        }
        if (streams.size() == 1) {
            return new Choice(streams.getFirst(), Ground.ONLY_STREAM);
        }
        return switch (choice) {
            case MAIN -> new Choice(large(camera), Ground.BY_HAND);
            case SUB -> new Choice(small(camera), Ground.BY_HAND);
            case AUTO ->
                enlarged
                        ? new Choice(large(camera), Ground.ENLARGED)
                        : sparing ? new Choice(small(camera), Ground.MEMORY_SHORT) : null;
        };
    }

    /** True of a reason that has nothing to do with the tile's pixels: it needs no patience, and leaves none behind. */
    private static boolean lifted(Ground ground) {
        return ground == Ground.ENLARGED || ground == Ground.BY_HAND || ground == Ground.MEMORY_SHORT;
    }

    /** A tile that high or lower takes the small stream; one that has the tile's own pixels is small enough. */
    private static int lowHeight(StreamProfile small) {
        return Math.max(LOW_HEIGHT, small.height());
    }

    private static StreamProfile large(Camera camera) {
        return of(camera, StreamRole.MAIN).orElseGet(() -> camera.playable().getFirst());
    }

    private static StreamProfile small(Camera camera) {
        return of(camera, StreamRole.SUB)
                .or(() -> of(camera, StreamRole.THIRD))
                .orElseGet(() -> camera.playable().getLast());
    }

    private static Optional<StreamProfile> of(Camera camera, StreamRole role) {
        return camera.playable().stream().filter(s -> s.role() == role).findFirst();
    }
}
