package vn.toancanh.pool;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Secret;
import vn.toancanh.frames.PictureSource;
import vn.toancanh.live.LiveParts;
import vn.toancanh.live.LiveTile;
import vn.toancanh.live.LiveWall;
import vn.toancanh.live.StreamGrants;
import vn.toancanh.live.TileState;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CameraState;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Codec;
import vn.toancanh.model.PixelSize;
import vn.toancanh.model.SiteId;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.model.StreamGrant;
import vn.toancanh.model.StreamProfile;
import vn.toancanh.model.StreamRole;
import vn.toancanh.simulator.strip.Mark;
import vn.toancanh.simulator.strip.StripReader;

/** A wall of one tile that real workers play, and everything it says and shows. */
final class WatchedTile implements AutoCloseable {
    private static final CameraId CAMERA = new CameraId("marked");
    private static final int USUAL_FPS = 25;
    private static final Duration LOOK = Duration.ofMillis(5);

    /**
     * A picture as it was read, once each.
     *
     * @param count of the tile's pictures
     * @param number in its pixels
     * @param publishedAt {@code System.nanoTime()} where it was the newest when it was read, else 0
     */
    record Seen(long count, int number, long publishedAt) {}

    private final RealPool pool;
    private final List<TileState> states = new CopyOnWriteArrayList<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Arena arena = Arena.ofShared();
    private final MemorySegment pixels;
    private final PixelSize size;
    private final LiveWall wall;
    private final Handle looking;
    private long last;

    WatchedTile(RealPool pool, URI stream, PixelSize size) {
        this(pool, grant(stream, null, null, false), size, USUAL_FPS);
    }

    /** @param fps pictures a second, by what the server says of the stream */
    WatchedTile(RealPool pool, URI stream, PixelSize size, int fps) {
        this(pool, grant(stream, null, null, false), size, fps);
    }

    /** One whose stream comes through a relay. */
    static WatchedTile relayed(RealPool pool, URI stream, String user, Secret password, PixelSize size) {
        return new WatchedTile(pool, grant(stream, user, password, true), size, USUAL_FPS);
    }

    private WatchedTile(RealPool pool, StreamGrant grant, PixelSize size, int fps) {
        this.pool = pool;
        this.size = size;
        this.pixels = arena.allocate(4L * size.width() * size.height());
        StreamProfile profile = new StreamProfile("s", StreamRole.SUB, Codec.H264, 640, 360, fps, 400, 30);
        Camera camera = new Camera(
                CAMERA,
                null,
                "marked",
                new SiteId("s"),
                List.of(),
                null,
                CameraState.ONLINE,
                false,
                List.of(profile),
                1);
        StreamGrants grants = (wishes, answers) -> answers.accept(wishes.stream()
                .map(wish -> new StreamGrants.Answer(wish, grant, null))
                .toList());
        wall = onDesk(() -> {
            LiveWall made = new LiveWall(new LiveParts(
                    pool.desk, Clock.SYSTEM, grants, pool.pool, id -> Optional.of(camera), new Random(1), true));
            made.onChange(new LiveWall.Listener() {
                @Override
                public void rearranged() {}

                @Override
                public void changed(LiveTile tile) {
                    states.add(tile.state());
                }
            });
            made.rearrange(List.of(new LiveWall.Slot(CellContent.EMPTY, -1)));
            made.resize(0, size, false);
            made.rearrange(List.of(new LiveWall.Slot(new CellContent.OfCamera(CAMERA, StreamChoice.AUTO), 0)));
            return made;
        });
        looking = pool.desk.every(LOOK, this::look);
    }

    private static StreamGrant grant(URI stream, @Nullable String user, @Nullable Secret password, boolean relayed) {
        return new StreamGrant(
                "g",
                CAMERA,
                StreamRole.SUB,
                stream,
                user,
                password,
                List.of(),
                new StreamGrant.Way(relayed, List.of()),
                Instant.MAX,
                Instant.MAX,
                null);
    }

    private <T> T onDesk(Supplier<T> asked) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        pool.desk.execute(() -> {
            try {
                answer.complete(asked.get());
            } catch (RuntimeException fault) {
                answer.completeExceptionally(fault);
            }
        });
        return answer.join();
    }

    private void look() {
        PictureSource pictures = wall.tiles().getFirst().pictures();
        long newest = pictures.published();
        if (newest <= last) {
            return;
        }
        long at = pictures.publishedAtNanos();
        long count = pictures.copy(pictures.next(last), pixels, 4L * size.width(), size.width(), size.height());
        boolean sure = count == newest && pictures.published() == newest;
        last = Math.max(last, count);
        StripReader.read(pixels, 4L * size.width(), 0, 0, pictures.width(), pictures.height())
                .map(Mark::frame)
                .ifPresent(number -> seen.add(new Seen(count, number, sure ? at : 0)));
    }

    /** Every state it went through, in order. */
    List<TileState> states() {
        return List.copyOf(states);
    }

    /** Every picture that was read, in order. */
    List<Seen> seen() {
        return List.copyOf(seen);
    }

    LiveTile tile() {
        return onDesk(() -> wall.tiles().getFirst());
    }

    TileState state() {
        return onDesk(() -> wall.tiles().getFirst().state());
    }

    @Override
    public void close() {
        onDesk(() -> {
            looking.close();
            wall.close();
            return true;
        });
        arena.close();
    }
}
