package vn.toancanh.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.live.StreamGrants.Wish;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.PixelSize;

/** The tiles of one wall window: opens and keeps players as the wall changes, and watches their pictures. Lane: DESK. */
public final class LiveWall implements Handle {
    /** How often pictures are looked at. */
    public static final Duration SAMPLE = Duration.ofMillis(250);

    private static final int SAMPLES_PER_RENEWAL = 8;
    private static final PixelSize FIRST = new PixelSize(320, 180);

    /**
     * What a tile is to show.
     *
     * @param from the old place of the tile whose camera goes on here, negative where none does
     */
    public record Slot(CellContent content, int from) {}

    /** Tiles that should show video and do not: {@code count} of {@code of}. */
    public record NotLive(int count, int of) {}

    /** Who watches the wall. */
    public interface Listener {
        /** Tiles came, went or changed places. */
        void rearranged();

        /** One tile's state, camera or stream is another. Its pictures are looked at on the pulse and not told. */
        void changed(LiveTile tile);
    }

    private final LiveParts parts;
    private final GrantDesk grants;
    private final Handle sampling;
    private final Map<Object, Listener> listeners = new LinkedHashMap<>();
    private List<LiveTile> tiles = List.of();
    private long generation;
    private final SleepWatch sleep = new SleepWatch();
    private int samples;
    private int attended = -1;
    private @Nullable Cause withheld;
    private TileScreen screen = TileScreen.NONE;

    public LiveWall(LiveParts parts) {
        this.parts = parts;
        this.grants = new GrantDesk(parts.grants(), parts.desk(), parts.clock(), parts::revision, this::lapsed);
        this.sampling = parts.desk().every(SAMPLE, this::sample);
    }

    /** The tiles by their place. */
    public List<LiveTile> tiles() {
        parts.desk().assertHere();
        return tiles;
    }

    /** The camera of that id, as far as the catalogue knows it. */
    public Optional<Camera> camera(CameraId id) {
        return parts.cameras().apply(id);
    }

    /** Gives the wall other tiles. A tile named by {@link Slot#from()} moves with its player; the rest of the old close. */
    public void rearrange(List<Slot> slots) {
        parts.desk().assertHere();
        List<LiveTile> old = tiles;
        Set<LiveTile> staying = new HashSet<>();
        List<LiveTile> next = new ArrayList<>(slots.size());
        for (int place = 0; place < slots.size(); place++) {
            int from = slots.get(place).from();
            LiveTile kept = from >= 0 && from < old.size() ? old.get(from) : null;
            LiveTile tile = kept != null && staying.add(kept) ? kept : new LiveTile(parts, grants, this);
            tile.moveTo(place);
            next.add(tile);
        }
        tiles = List.copyOf(next);
        parts.commons().warm().across(() -> {
            old.stream().filter(tile -> !staying.contains(tile)).forEach(LiveTile::close);
            tellAll(Listener::rearranged);
            for (int place = 0; place < slots.size(); place++) {
                tiles.get(place).show(slots.get(place).content());
            }
        });
    }

    /**
     * Tells a tile its size in device pixels.
     *
     * @param fillsTheWindow true where it is enlarged
     */
    public void resize(int place, PixelSize size, boolean fillsTheWindow) {
        parts.desk().assertHere();
        if (place < tiles.size()) {
            tiles.get(place).resize(size, fillsTheWindow);
        }
    }

    /** Says whether a tile can be seen: one that cannot stops making pictures after a while, and has them again at once. */
    public void see(int place, boolean seen) {
        parts.desk().assertHere();
        if (place < tiles.size()) {
            tiles.get(place).see(seen);
        }
    }

    /** From now on pictures are live only where they come to that screen, until the handle is closed. */
    public Handle paintedBy(TileScreen painter) {
        parts.desk().assertHere();
        screen = painter;
        return () -> screen = screen.equals(painter) ? TileScreen.NONE : screen;
    }

    /** Says which tile is worked with, which is the last of which less is made; negative: none. */
    public void attend(int place) {
        parts.desk().assertHere();
        attended = place;
    }

    /** The tile that is worked with; null: none. */
    @Nullable
    LiveTile attended() {
        return attended >= 0 && attended < tiles.size() ? tiles.get(attended) : null;
    }

    /**
     * Has these cameras' streams received, because they may come next: the tile that shows one then has pictures at once.
     * Good for {@link WarmStreams#KEPT} unless said again; those on the wall already are left out.
     */
    public void expect(Collection<CameraId> cameras) {
        parts.desk().assertHere();
        Set<Wish> playing = new HashSet<>();
        tiles.forEach(tile -> tile.playback().feeds().collectWishes(playing));
        for (CameraId id : cameras) {
            parts.shown(id).ifPresent(camera -> expect(camera, playing));
        }
    }

    private void expect(Camera camera, Set<Wish> playing) {
        if (withheld != null) {
            return;
        }
        PixelSize size = tiles.isEmpty() ? FIRST : tiles.getFirst().size();
        Wish wish = Warming.wish(camera, size, openTiles(), parts.clock().nanos());
        if (wish != null && !playing.contains(wish) && !parts.commons().warm().expects(wish)) {
            Warming.begin(parts, grants, wish, PlayRequest.label(camera), nextGeneration());
        }
    }

    /**
     * Ends all pictures, whatever plays, and shows none until {@link #allow}.
     *
     * @param why what each tile says
     */
    public void withhold(Cause why) {
        parts.desk().assertHere();
        if (withheld != why) {
            withheld = why;
            tiles.forEach(LiveTile::beginAnew);
            parts.commons().warm().close();
            grants.forgetAll();
        }
    }

    /** Shows pictures again; does nothing where they were not withheld. */
    public void allow() {
        parts.desk().assertHere();
        if (withheld != null) {
            withheld = null;
            tiles.forEach(LiveTile::beginAnew);
        }
    }

    /** Why no pictures are shown; null where they are. */
    @Nullable
    Cause withheld() {
        return withheld;
    }

    private void lapsed(Wish wish, Verdicts.Verdict why) {
        tiles.forEach(tile -> tile.playback().feeds().lapsed(wish, why));
        OpenStream warm = parts.commons().warm().take(wish);
        if (warm != null) {
            warm.close();
        }
    }

    /** The catalogue is another: looks every camera up again. */
    public void camerasChanged() {
        parts.desk().assertHere();
        tiles.forEach(LiveTile::camerasChanged);
        grants.camerasChanged();
    }

    /** Tries those tiles at once that wait for another try because of one of these causes. */
    public void tryNow(Set<Cause> causes) {
        parts.desk().assertHere();
        for (LiveTile tile : tiles) {
            TileState state = tile.state();
            Cause cause = state.phase() == TileState.Phase.RECONNECTING ? state.cause() : null;
            if (cause != null && causes.contains(cause)) {
                tile.tryNow();
            }
        }
    }

    public NotLive notLive() {
        parts.desk().assertHere();
        int count = 0;
        int of = 0;
        for (LiveTile tile : tiles) {
            TileState.Phase phase = tile.state().phase();
            // One that nobody can see owes nobody a picture; one that rests for another reason does.
            boolean unseen = phase == TileState.Phase.PAUSED && tile.state().cause() == null;
            if (phase != TileState.Phase.EMPTY && !unseen) {
                of++;
                count += phase.live() ? 0 : 1;
            }
        }
        return new NotLive(count, of);
    }

    /** Tells of changes until the handle is closed. */
    public Handle onChange(Listener listener) {
        parts.desk().assertHere();
        Object token = new Object();
        listeners.put(token, listener);
        return () -> listeners.remove(token);
    }

    LiveCommons commons() {
        return parts.commons();
    }

    /** True where a tile that lags may be opened anew now. */
    boolean mayReopen() {
        long late = tiles.stream().filter(LiveTile::lags).count();
        return parts.commons()
                .laggards()
                .mayReopen(late, openTiles(), parts.clock().nanos());
    }

    void changed(LiveTile tile) {
        tellAll(listener -> listener.changed(tile));
    }

    long nextGeneration() {
        return ++generation;
    }

    int openTiles() {
        return notLive().of();
    }

    private void tellAll(Consumer<Listener> word) {
        List.copyOf(listeners.values()).forEach(word);
    }

    private void sample() {
        Duration slept = sleep.slept(parts.clock());
        if (!slept.isZero()) {
            tiles.forEach(tile -> tile.playback().slept(slept));
            parts.commons().warm().close();
        }
        long now = parts.clock().nanos();
        tiles.forEach(tile -> tile.sample(now, screen.brought(tile)));
        if (++samples % SAMPLES_PER_RENEWAL == 0) {
            Set<Wish> wishes = new HashSet<>();
            tiles.forEach(tile -> tile.playback().feeds().collectWishes(wishes));
            parts.commons().warm().collectWishes(wishes);
            grants.renew(wishes);
        }
    }

    @Override
    public void close() {
        parts.desk().assertHere();
        sampling.close();
        tiles.forEach(LiveTile::close);
        parts.commons().warm().close();
        tiles = List.of();
        listeners.clear();
    }
}
