package vn.toancanh.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.model.Effort;

/**
 * Keeps all walls within what the machine may spend on them: sheds load in the order of {@link Effort} and memory in that of
 * {@link Thrift}, the smallest tiles first and the one that is worked with never, and gives it back. Looks at what our processes take and, because that looks
 * harmless where others take the processors, at whether pictures come in faster than they are made. Lane: DESK.
 */
public final class Governor implements Handle {
    static final Duration PERIOD = Duration.ofSeconds(2);

    /** Fewer pictures made than that share of those received, over a period, is late. */
    private static final double MADE = 0.85;

    /** So many tiles late at once are the machine's fault. */
    private static final double MANY = 0.2;

    private static final int FEW_RECEIVED = 10;
    private static final Logger LOG = LoggerFactory.getLogger(Governor.class);

    /**
     * What our processes take.
     *
     * @param processors share of all of the machine's processors, 0 to 1
     * @param memory share of the machine's memory, 0 to 1
     */
    public record Use(double processors, double memory) {}

    /** What they may take, in the same shares. */
    public record Budget(double processors, double memory) {
        /** Leaves a little of each to the system and to whoever else works here. */
        public static final Budget USUAL = new Budget(0.85, 0.6);
    }

    private final Clock clock;
    private final Supplier<? extends Collection<LiveWall>> walls;
    private final Supplier<Use> use;
    private final Budget budget;
    private final WarmStreams warm;
    private final Shedding work = new Shedding(Shedding.Pace.OF_WORK);
    private final Shedding memory;
    private final Handle ticking;
    private Map<LiveTile, long[]> before = new HashMap<>();
    private int level;
    private int thrift;

    /** @param walls of all windows, asked at every look */
    public Governor(
            Lane desk,
            Clock clock,
            Supplier<? extends Collection<LiveWall>> walls,
            Supplier<Use> use,
            Budget budget,
            LiveCommons commons) {
        this(desk, clock, walls, use, budget, commons, Shedding.Pace.OF_MEMORY);
    }

    /** @param ofMemory how slowly memory is shed */
    Governor(
            Lane desk,
            Clock clock,
            Supplier<? extends Collection<LiveWall>> walls,
            Supplier<Use> use,
            Budget budget,
            LiveCommons commons,
            Shedding.Pace ofMemory) {
        this.clock = clock;
        this.walls = walls;
        this.use = use;
        this.budget = budget;
        this.warm = commons.warm();
        this.memory = new Shedding(ofMemory);
        this.ticking = desk.every(PERIOD, this::look);
    }

    /** How much load is shed, 0: none. */
    public int level() {
        return level;
    }

    /** How much memory is shed, 0: none; {@link Thrift#MOST} at most. */
    int thrift() {
        return thrift;
    }

    private void look() {
        Use now = use.get();
        List<LiveTile> tiles =
                walls.get().stream().flatMap(wall -> wall.tiles().stream()).toList();
        double load = now.processors() / budget.processors();
        boolean late = late(tiles);
        if (load > 1 || late) {
            tiles.forEach(tile -> tile.playback().reportSlow());
        }
        int next = work.look(load, late, clock.nanos());
        if (next != level) {
            LOG.info("sheds level {} of {}: {} % of the budget used", next, Shedding.MOST, Math.round(100 * load));
            level = next;
        }
        double held = now.memory() / budget.memory();
        int spared = memory.look(held, false, clock.nanos());
        if (spared != thrift) {
            LOG.info(
                    "spares memory, level {} of {}: {} % of the budget held",
                    spared, Thrift.MOST, Math.round(100 * held));
            thrift = spared;
        }
        // Streams that nobody sees are the first to go, at once; what is seen is then worth its memory.
        warm.limit(level > 0 || thrift > 0 || held > 1 ? 0 : WarmStreams.MOST);
        apply();
    }

    private void apply() {
        Set<LiveTile> spared = new HashSet<>();
        List<LiveTile> giving = new ArrayList<>();
        for (LiveWall wall : walls.get()) {
            LiveTile attended = wall.attended();
            if (attended != null) {
                spared.add(attended);
            }
            giving.addAll(wall.tiles());
        }
        giving.removeAll(spared);
        spared.forEach(tile -> {
            tile.ease(Effort.FULL);
            tile.playback().spend(Thrift.of(Math.min(thrift, 1), 0, 1));
        });
        giving.sort(Comparator.comparingLong((LiveTile tile) ->
                        tile.size().width() * (long) tile.size().height())
                .thenComparing(LiveTile::index, Comparator.reverseOrder()));
        for (int rank = 0; rank < giving.size(); rank++) {
            giving.get(rank).ease(Shedding.effort(level, rank, giving.size()));
        }
        // What nobody sees rests as it is, and is no part of what gives way for memory.
        List<LiveTile> seen = giving.stream().filter(LiveTile::seen).toList();
        for (int rank = 0; rank < seen.size(); rank++) {
            seen.get(rank).playback().spend(Thrift.of(thrift, rank, seen.size()));
        }
        giving.removeAll(seen);
        giving.forEach(tile -> tile.playback().spend(Thrift.of(Math.min(thrift, 1), 0, 1)));
    }

    /** True where many tiles of which every picture is to be made get fewer than come in. */
    private boolean late(List<LiveTile> tiles) {
        Map<LiveTile, long[]> counts = new HashMap<>();
        int judged = 0;
        int behind = 0;
        for (LiveTile tile : tiles) {
            StreamStatistics told = tile.statistics().orElse(null);
            if (told == null
                    || tile.effort().leavesOut()
                    || !tile.state().phase().live()) {
                continue;
            }
            long[] count = {told.framesReceived(), told.framesDecoded()};
            counts.put(tile, count);
            long[] last = before.get(tile);
            long received = last == null ? 0 : count[0] - last[0];
            if (last != null && received >= FEW_RECEIVED) {
                judged++;
                behind += count[1] - last[1] < MADE * received ? 1 : 0;
            }
        }
        before = counts;
        return judged > 0 && behind > MANY * judged;
    }

    @Override
    public void close() {
        ticking.close();
    }
}
