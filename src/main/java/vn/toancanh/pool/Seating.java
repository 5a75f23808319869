package vn.toancanh.pool;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Backoff;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Lane;

/**
 * Which worker plays what: spreads streams evenly over the usual seats, keeps those under suspicion in seats beside them, and
 * puts a fresh worker in the place of one that is worn out. Lane: POOL.
 */
final class Seating {
    private static final Logger LOG = LoggerFactory.getLogger(Seating.class);

    /** A worker that is worn out goes after this even where streams have not moved. */
    private static final long LONGEST_MOVE = Duration.ofSeconds(20).toNanos();
    /** A seat that begins again later than that leaves its streams to the others: a worker takes about as long to start. */
    private static final long LONG_WAIT = Duration.ofSeconds(1).toNanos();
    /** A seat beside the usual ones stays that long for a tile that waits before it opens again. */
    private static final long LONGEST_EMPTY = Duration.ofSeconds(30).toNanos();

    private final PoolOptions options;
    private final Lane lane;
    private final Clock clock;
    private final RandomGenerator random;
    private final WorkerSeat.Owner owner;
    private final WorkerHosts hosts;
    private final Suspects suspects;
    private final List<WorkerSeat> usual = new ArrayList<>();
    private final Map<WorkerSeat, Long> extraUsedAt = new LinkedHashMap<>();
    private final Map<WorkerSeat, Long> leavingSince = new LinkedHashMap<>();
    private final Map<Integer, WorkerSeat> groups = new HashMap<>();
    private final Map<Integer, Long> replacedAt = new HashMap<>();

    Seating(
            WorkerLauncher launcher,
            PoolOptions options,
            Lane lane,
            Clock clock,
            RandomGenerator random,
            Suspects suspects,
            WorkerSeat.Owner owner) {
        this.options = options;
        this.lane = lane;
        this.clock = clock;
        this.random = random;
        this.suspects = suspects;
        this.owner = owner;
        this.hosts = new WorkerHosts(launcher, options, lane, clock, backoff());
        for (int number = 1; number <= options.workers(); number++) {
            usual.add(seat(number, 0));
        }
    }

    private WorkerSeat seat(int number, int restarts) {
        return new WorkerSeat(number, restarts, hosts, options, lane, clock, backoff(), owner);
    }

    private Backoff backoff() {
        return new Backoff(options.firstWait(), options.longestWait(), random);
    }

    void warmUp(Duration sparesAfter) {
        hosts.noSpareFor(sparesAfter);
        usual.forEach(WorkerSeat::start);
    }

    /** Where a stream is to play. */
    WorkerSeat seatFor(Suspects.Key key) {
        int group = suspects.group(key);
        if (group == 0) {
            return leastBusy(usual);
        }
        WorkerSeat known = groups.get(group);
        if (known != null
                && (usual.contains(known) || extraUsedAt.containsKey(known))
                && known.waitNanos() <= LONG_WAIT) {
            return known;
        }
        WorkerSeat found = beside();
        groups.put(group, found);
        return found;
    }

    /** A seat beside the usual ones; where there are too many, one that others under suspicion have. */
    private WorkerSeat beside() {
        if (extraUsedAt.size() >= options.quarantine().workers()) {
            return leastBusy(List.copyOf(extraUsedAt.keySet()));
        }
        int number = options.workers() + 1;
        while (taken(number)) {
            number++;
        }
        WorkerSeat made = seat(number, 0);
        extraUsedAt.put(made, clock.nanos());
        made.start();
        return made;
    }

    private boolean taken(int number) {
        return extraUsedAt.keySet().stream().anyMatch(seat -> seat.number() == number);
    }

    private static WorkerSeat leastBusy(List<WorkerSeat> among) {
        return among.stream()
                .min(Comparator.comparing((WorkerSeat each) -> each.obstacle() != null)
                        .thenComparing(each -> each.waitNanos() > LONG_WAIT)
                        .thenComparingInt(WorkerSeat::load)
                        .thenComparingLong(WorkerSeat::waitNanos))
                .orElseThrow();
    }

    /**
     * A worker crashed with those streams.
     *
     * @return true where any of them shall go back to it
     */
    boolean crashed(WorkerSeat seat, List<PooledStream> inside) {
        int first = suspects.crashed(
                inside.stream().map(PooledStream::key).distinct().toList());
        if (first != 0) {
            groups.put(first, seat);
        }
        return first != 0 || extraUsedAt.containsKey(seat);
    }

    /**
     * Puts a fresh worker in a seat's place; the streams are still to be moved.
     *
     * @param pause for which the one before must have sat there
     * @return the new seat; empty where the old one leaves already or has not sat for long
     */
    Optional<WorkerSeat> replace(WorkerSeat seat, String why, Duration pause) {
        long now = clock.nanos();
        Long before = replacedAt.get(seat.number());
        if (leavingSince.containsKey(seat) || (before != null && now - before < pause.toNanos())) {
            return Optional.empty();
        }
        LOG.warn("worker {} is replaced: {}", seat.number(), why);
        replacedAt.put(seat.number(), now);
        WorkerSeat next = seat(seat.number(), seat.restarts() + 1);
        int place = usual.indexOf(seat);
        if (place >= 0) {
            usual.set(place, next);
        } else {
            extraUsedAt.remove(seat);
            extraUsedAt.put(next, now);
        }
        groups.replaceAll((group, bound) -> bound.equals(seat) ? next : bound);
        seat.leaves();
        leavingSince.put(seat, now);
        next.start();
        return Optional.of(next);
    }

    /** A stream plays in its new place. */
    void moved(int id) {
        leavingSince.keySet().forEach(seat -> seat.take(id));
    }

    /** Once every heartbeat. */
    void beat() {
        long now = clock.nanos();
        all().forEach(WorkerSeat::beat);
        extraUsedAt.replaceAll((seat, at) -> seat.load() > 0 ? now : at);
        end(extraUsedAt, (seat, at) -> now - at > LONGEST_EMPTY);
        end(leavingSince, (seat, at) -> seat.load() == 0 || now - at > LONGEST_MOVE);
        boolean calm = all().stream().noneMatch(WorkerSeat::isStarting)
                && usual.stream().anyMatch(WorkerSeat::canPlay);
        hosts.beat(options.spares() + (suspects.fresh() ? 1 : 0), calm);
    }

    private static void end(Map<WorkerSeat, Long> seats, BiPredicate<WorkerSeat, Long> due) {
        seats.entrySet().removeIf(entry -> {
            boolean over = due.test(entry.getKey(), entry.getValue());
            if (over) {
                entry.getKey().close();
            }
            return over;
        });
    }

    private List<WorkerSeat> all() {
        List<WorkerSeat> all = new ArrayList<>(usual);
        all.addAll(extraUsedAt.keySet());
        all.addAll(leavingSince.keySet());
        return all;
    }

    /** Of the workers that play or are to play; neither of spare ones nor of those that leave. */
    List<WorkerFacts> facts() {
        List<WorkerSeat> seats = new ArrayList<>(usual);
        seats.addAll(extraUsedAt.keySet());
        return seats.stream().map(WorkerSeat::facts).toList();
    }

    /** Of all that take of this machine: also spare ones and those that leave. */
    List<WorkerFacts> processes() {
        List<WorkerFacts> facts = new ArrayList<>();
        all().forEach(seat -> facts.add(seat.facts()));
        facts.addAll(hosts.facts());
        return List.copyOf(facts);
    }

    void close() {
        all().forEach(WorkerSeat::close);
        hosts.close();
    }
}
