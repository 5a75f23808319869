package vn.toancanh.bench.hands;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.toancanh.base.Clock;
import vn.toancanh.bench.ClientStatus;
import vn.toancanh.bench.FrameBuffer;
import vn.toancanh.bench.SpoiltPicture;
import vn.toancanh.bench.TileRecord;
import vn.toancanh.bench.WallProbe;
import vn.toancanh.simulator.strip.Mark;
import vn.toancanh.simulator.strip.StripReader;

/**
 * Holds what every tile of a client says against the pixels that are on the screen at that moment, ten times a second, and tells each lie
 * with what happened before it. Told on the feed's thread; any thread may ask.
 */
final class TruthWatch {
    /** What is known of one tile. */
    private static final class Watched {
        final TileTruth truth = new TileTruth();
        WallProbe.Spot spot = new WallProbe.Spot(0, 0, 0, 0, 0);
        SpoiltPicture pixels = new SpoiltPicture();
        String state = "";
        Optional<TileTruth.Kind> lie = Optional.empty();
    }

    private final FrameBuffer screen;
    private final BrokenCameras broken;
    private final SenderLag lag;
    private final Set<Integer> cameras;
    private final Diary diary;
    private final Clock clock;
    private final PrintStream err;
    private final TakenTimes taken = new TakenTimes();
    private final Map<Integer, Watched> tiles = new HashMap<>();
    private final Map<TileTruth.Kind, Integer> lies = new EnumMap<>(TileTruth.Kind.class);
    private long lyingMsMax;
    private long stallMsMax;
    private long blindNanosMax;
    private long lookedAt;
    private long paints;
    private long looks;
    private long read;
    private long enlarged;
    private long lateShown;

    /**
     * @param lag how much later than due pictures are sent
     * @param cameras numbers of all there are: no other is believed to stand in a picture
     */
    TruthWatch(
            FrameBuffer screen,
            BrokenCameras broken,
            SenderLag lag,
            Set<Integer> cameras,
            Diary diary,
            Clock clock,
            PrintStream err) {
        this.screen = screen;
        this.broken = broken;
        this.lag = lag;
        this.cameras = Set.copyOf(cameras);
        this.diary = diary;
        this.clock = clock;
        this.err = err;
    }

    /** The client has said this just now. */
    synchronized void take(ClientStatus status) {
        blindNanosMax = lookedAt == 0 ? 0 : Math.max(blindNanosMax, status.nanos() - lookedAt);
        lookedAt = status.nanos();
        stallMsMax = Math.max(stallMsMax, status.stallMs());
        long moved = status.tiles().stream().filter(this::look).count();
        paints += moved > 0 ? 1 : 0;
    }

    /** True where it shows others than at the look before. */
    private boolean look(ClientStatus.Tile tile) {
        WallProbe.Spot spot = tile.spot();
        Watched watched = tiles.computeIfAbsent(tile.number(), any -> new Watched());
        if (!isOnScreen(spot)) {
            watched.lie = Optional.empty();
            return false;
        }
        if (!spot.equals(watched.spot)) {
            watched.spot = spot;
            watched.pixels = new SpoiltPicture();
        }
        long now = clock.nanos();
        Optional<Mark> mark = StripReader.read(
                        screen.pixels(), screen.stride(), spot.x(), spot.y(), spot.width(), spot.height())
                .filter(each -> cameras.contains(each.camera()));
        boolean moved = watched.pixels.moved(screen.pixels(), screen.stride(), spot);
        enlarged += spot.width() * 2 > screen.width() ? 1 : 0;
        looks += tile.live() ? 1 : 0;
        read += tile.live() && mark.isPresent() ? 1 : 0;
        note(now, tile, watched);
        Look look = new Look(
                now,
                tile.camera(),
                tile.state(),
                mark,
                mark.map(each -> taken.of(each, now) + lag.nanos()).orElse(0L),
                moved,
                paints,
                broken.allowed(tile.camera(), now));
        lateShown += moved && broken.isLate(tile.camera()) && isOld(look) ? 1 : 0;
        tell(look, tile, watched, watched.truth.look(look));
        return moved;
    }

    private static boolean isOld(Look look) {
        return look.mark().isPresent() && look.nanos() - look.takenNanos() > TileRecord.LIE_AFTER.toNanos();
    }

    private boolean isOnScreen(WallProbe.Spot spot) {
        return spot.width() > 0
                && spot.height() > 0
                && spot.x() >= 0
                && spot.y() >= 0
                && spot.x() + spot.width() <= screen.width()
                && spot.y() + spot.height() <= screen.height();
    }

    private void note(long now, ClientStatus.Tile tile, Watched watched) {
        String state = tile.camera() + " " + tile.state();
        if (!state.equals(watched.state)) {
            watched.state = state;
            diary.note(now, tile.camera(), "tile " + tile.number() + " says " + tile.state());
        }
    }

    private void tell(Look look, ClientStatus.Tile tile, Watched watched, Optional<TileTruth.Kind> lie) {
        lyingMsMax = Math.max(lyingMsMax, watched.truth.lyingMillis());
        if (lie.isPresent() && watched.lie.isEmpty()) {
            lies.merge(lie.get(), 1, Integer::sum);
            err.println("drill: tile " + tile.number() + ", camera " + tile.camera() + ": " + look.state() + " "
                    + tile.why() + " is a lie (" + lie.get() + "): shows " + shown(look) + "; before: "
                    + diary.told(look.nanos(), tile.camera()));
        } else if (lie.isEmpty() && watched.lie.isPresent()) {
            err.println("drill: tile " + tile.number() + ": lies no more");
        }
        watched.lie = lie;
    }

    private static String shown(Look look) {
        return look.mark()
                .map(mark -> String.format(
                        Locale.ROOT,
                        "camera %d, %s stream, picture %d, %.1f s old at least",
                        mark.camera(),
                        mark.role().name().toLowerCase(Locale.ROOT),
                        mark.frame(),
                        (look.nanos() - look.takenNanos()) / 1e9))
                .orElse("a picture that cannot be read");
    }

    /** How many lies there were. */
    synchronized int lies() {
        return lies.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many of a kind. */
    synchronized int lies(TileTruth.Kind kind) {
        return lies.getOrDefault(kind, 0);
    }

    /** The longest one, milliseconds, from when it was told to be one. */
    synchronized long lyingMsMax() {
        return lyingMsMax;
    }

    /** The longest stall of the thread that paints, milliseconds. */
    synchronized long stallMsMax() {
        return stallMsMax;
    }

    /** The longest time between two looks, milliseconds. */
    synchronized long blindMsMax() {
        return blindNanosMax / 1_000_000;
    }

    /** Of the looks at tiles that count as live, those in which the picture's number could be read, percent. */
    synchronized double readPercent() {
        return looks == 0 ? 0 : Math.round(1000.0 * read / looks) / 10.0;
    }

    /** Looks at tiles that were wider than half the screen. */
    synchronized long enlarged() {
        return enlarged;
    }

    /** Looks at which a new picture that is too old for LIVE stood there, whatever the tile said, while its camera's path was late. */
    synchronized long lateShown() {
        return lateShown;
    }
}
