package vn.toancanh.alarms;

import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import vn.toancanh.alarms.AlarmWalls.Gone;
import vn.toancanh.alarms.AlarmWalls.Tile;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmId;
import vn.toancanh.model.AlarmStep;
import vn.toancanh.model.CameraId;

/**
 * Brings new alarms to tiles and takes them away again. One takes a tile only if it is more urgent than what is watched there
 * and nobody works at it; the tile goes back by itself some seconds after somebody has accepted the alarm at any desk, or when
 * it has stayed long enough. While a person works at the tile nothing leaves it, and what he puts there is his. An alarm
 * whose camera is on the wall already is only marked there, for as long as it is. Lane: DESK.
 */
public final class AlarmTiles implements Handle {
    /** What was raised longer ago when it was first seen here is for the list and not for the wall. */
    static final Duration RECENT = Duration.ofMinutes(10);

    /** How often what stood in lent tiles is asked for, so that it is received on. */
    static final Duration WARM = Duration.ofSeconds(15);

    /**
     * What is to be said at a tile where alarms are.
     *
     * @param alarm the foremost of them
     * @param more how many others of this camera
     * @param borrowed true where the tile goes back to something else
     * @param held true where it does not go back before a person lets go
     * @param left until it goes back; empty where that waits for somebody to accept
     */
    public record Mark(Alarm alarm, int more, boolean borrowed, boolean held, Optional<Duration> left) {
        public boolean unaccepted() {
            return alarm.step() == AlarmStep.NEW;
        }
    }

    private final AlarmBook book;
    private final AlarmWalls walls;
    private final Predicate<CameraId> mayShow;
    private final Supplier<AlarmTerms> terms;
    private final Lane desk;
    private final Clock clock;
    private final Map<CameraId, AlarmVisit> visits = new LinkedHashMap<>();
    private final Map<Object, Runnable> listeners = new LinkedHashMap<>();
    private final Set<AlarmId> done = new HashSet<>();
    private final List<Handle> held;
    private Handle timer = Handle.NONE;
    private boolean looksSoon;
    private boolean closed;

    /**
     * @param mayShow whether whoever is signed in may see a camera
     * @param terms as they are now; {@link #look} is to be called when they are others
     */
    public AlarmTiles(
            AlarmBook book,
            AlarmWalls walls,
            Predicate<CameraId> mayShow,
            Supplier<AlarmTerms> terms,
            Lane desk,
            Clock clock) {
        this.book = book;
        this.walls = walls;
        this.mayShow = mayShow;
        this.terms = terms;
        this.desk = desk;
        this.clock = clock;
        this.held = List.of(book.onChange(this::look), walls.onChange(this::look));
    }

    /** What is to be said at a tile; empty where no alarm is. */
    public Optional<Mark> mark(Tile tile) {
        return visits.values().stream()
                .filter(visit -> visit.stands(tile))
                .findFirst()
                .map(visit -> new Mark(
                        visit.foremost(),
                        visit.count() - 1,
                        visit.borrowed(),
                        visit.borrowed() && !tile.untouched(),
                        visit.dueNanos() == AlarmVisit.NEVER || !visit.borrowed()
                                ? Optional.empty()
                                : Optional.of(Duration.ofNanos(Math.max(0, visit.dueNanos() - clock.nanos())))));
    }

    /** A person wants a tile back now; the alarm does not come again. */
    public void back(Tile tile) {
        desk.assertHere();
        visits.values().stream()
                .filter(visit -> visit.borrowed() && visit.stands(tile))
                .findFirst()
                .ifPresent(this::over);
    }

    /** Tells of every change of {@link #mark} but the passing of time, until the handle is closed. */
    public Handle onChange(Runnable listener) {
        desk.assertHere();
        Object token = new Object();
        listeners.put(token, listener);
        return () -> listeners.remove(token);
    }

    /** Looks anew what is to stand where, a moment later: whoever asks may be in the middle of a change. */
    public void look() {
        desk.assertHere();
        if (!looksSoon && !closed) {
            looksSoon = true;
            desk.execute(() -> {
                looksSoon = false;
                if (!closed) {
                    lookNow();
                }
            });
        }
    }

    private void lookNow() {
        AlarmTerms now = terms.get();
        if (!book.isOpen() || !now.on()) {
            List.copyOf(visits.values()).forEach(this::over);
            done.clear();
        } else {
            done.removeIf(id -> book.find(id).isEmpty());
            List.copyOf(visits.values()).forEach(visit -> follow(visit, now.linger()));
            waiting().forEach(alarm -> place(alarm, now));
        }
        arm();
        List.copyOf(listeners.values()).forEach(Runnable::run);
    }

    private void follow(AlarmVisit visit, Duration linger) {
        long now = clock.nanos();
        visit.follow(book::find, now, linger);
        Optional<Tile> tile = walls.now().stream().filter(visit::stands).findFirst();
        boolean gone = tile.isEmpty() || !mayShow.test(visit.camera());
        if (gone || (visit.isDue(now) && (tile.get().untouched() || !visit.borrowed()))) {
            over(visit);
        }
    }

    private List<Alarm> waiting() {
        Set<AlarmId> standing = new HashSet<>();
        visits.values().forEach(visit -> standing.addAll(visit.ids()));
        return book.list().stream()
                .filter(alarm -> alarm.step() == AlarmStep.NEW && !standing.contains(alarm.id()))
                .toList();
    }

    private void place(Alarm alarm, AlarmTerms now) {
        Optional<CameraId> camera = alarm.cameras().stream().filter(mayShow).findFirst();
        if (camera.isEmpty()) {
            return;
        }
        CameraId its = camera.get();
        AlarmVisit there = visits.get(its);
        List<Tile> tiles = walls.now();
        if (there != null) {
            there.add(alarm, dueAfter(now.stay()));
        } else if (tiles.stream().anyMatch(tile -> tile.camera().equals(camera))) {
            visits.put(its, new AlarmVisit(its, alarm));
        } else if (alarm.priority() >= now.least() && !done.contains(alarm.id()) && isOfNow(alarm)) {
            new TilePick(tiles, this::watched)
                    .forPriority(alarm.priority())
                    .ifPresent(tile -> lend(tile, its, alarm, dueAfter(now.stay())));
        }
    }

    private void lend(Tile tile, CameraId camera, Alarm alarm, long due) {
        AlarmVisit visit = new AlarmVisit(camera, alarm);
        long loan = walls.lend(tile, camera, why -> taken(visit, why));
        if (loan != 0) {
            visit.lent(loan, due);
            visits.put(camera, visit);
        }
    }

    private boolean isOfNow(Alarm alarm) {
        return book.heard(alarm.id()) || alarm.raisedAt().isAfter(clock.now().minus(RECENT));
    }

    private long dueAfter(Duration stay) {
        return stay.isZero() ? AlarmVisit.NEVER : clock.nanos() + stay.toNanos();
    }

    /** What somebody works on is as urgent as that; what is only looked at is not. */
    private int watched(Tile tile) {
        return tile.camera().stream()
                .flatMap(camera ->
                        book.list().stream().filter(alarm -> alarm.cameras().contains(camera)))
                .mapToInt(Alarm::priority)
                .max()
                .orElse(0);
    }

    private void over(AlarmVisit visit) {
        visits.remove(visit.camera());
        visit.end();
        if (visit.borrowed()) {
            // One that was only marked has had no tile of its own yet, and may come to one.
            done.addAll(visit.ids());
            walls.giveBack(visit.loan());
        }
        look();
    }

    private void taken(AlarmVisit visit, Gone why) {
        if (visits.remove(visit.camera(), visit)) {
            visit.end();
            if (why == Gone.BY_HAND) {
                done.addAll(visit.ids());
            }
            look();
        }
    }

    /** Looks again when the next one is due, and before what was lent is not received any more. */
    private void arm() {
        timer.close();
        timer = Handle.NONE;
        long now = clock.nanos();
        boolean lent = visits.values().stream().anyMatch(AlarmVisit::borrowed);
        long next = visits.values().stream()
                .mapToLong(AlarmVisit::dueNanos)
                .filter(due -> due != AlarmVisit.NEVER && due - now > 0)
                .map(due -> due - now)
                .min()
                .orElse(AlarmVisit.NEVER);
        if (lent || next != AlarmVisit.NEVER) {
            timer = desk.after(Duration.ofNanos(Math.min(next, lent ? WARM.toNanos() : next)), () -> {
                walls.keepWarm();
                look();
            });
        }
    }

    @Override
    public void close() {
        closed = true;
        timer.close();
        held.forEach(Handle::close);
        List.copyOf(visits.values()).forEach(visit -> walls.giveBack(visit.loan()));
        visits.clear();
        listeners.clear();
    }
}
