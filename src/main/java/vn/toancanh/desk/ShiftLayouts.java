package vn.toancanh.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.desk.LayoutDesk.Standing;
import vn.toancanh.desk.Notices.Notice;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.Preferences;

/**
 * The layouts of the shifts: when one begins, its layout is offered, those of several windows together, to whoever sits at the desk; a wall that nobody sits at gets it, unless
 * something on it was changed and not saved. The hours are by the server's clock, so that desks whose clocks differ begin together. Lane: DESK.
 */
public final class ShiftLayouts implements Handle {
    /** How late a shift may be noticed. */
    static final Duration LOOK = Duration.ofSeconds(10);

    /** A layout that a wall is to have now. */
    private record Due(Shift shift, WallDesk wall) {}

    private final LayoutDesk layouts;
    private final Preferences preferences;
    private final Supplier<List<WallDesk>> walls;
    private final Supplier<Instant> serverTime;
    private final ZoneId zone;
    private final boolean unattended;
    private final Consumer<Notice> notices;
    private final Map<Shift, LocalDateTime> settled = new HashMap<>();
    private final Handle looking;

    /**
     * @param walls of all windows, in the order of their numbers
     * @param serverTime the time by the server's clock
     * @param unattended nobody sits here to be asked
     */
    public ShiftLayouts(
            Lane lane,
            LayoutDesk layouts,
            Preferences preferences,
            Supplier<List<WallDesk>> walls,
            Supplier<Instant> serverTime,
            ZoneId zone,
            boolean unattended,
            Consumer<Notice> notices) {
        this.layouts = layouts;
        this.preferences = preferences;
        this.walls = walls;
        this.serverTime = serverTime;
        this.zone = zone;
        this.unattended = unattended;
        this.notices = notices;
        this.looking = lane.every(LOOK, this::look);
    }

    /** The timetable of this desk. */
    public List<Shift> all() {
        return Shift.read(preferences.get(PreferenceKey.SHIFTS));
    }

    /** One more. */
    public void add(Shift shift) {
        List<Shift> next = new ArrayList<>(all());
        next.add(shift);
        preferences.set(PreferenceKey.SHIFTS, Shift.write(next));
    }

    /** One less. */
    public void remove(Shift shift) {
        List<Shift> next = new ArrayList<>(all());
        next.remove(shift);
        preferences.set(PreferenceKey.SHIFTS, Shift.write(next));
    }

    private void look() {
        LocalDateTime now = LocalDateTime.ofInstant(serverTime.get(), zone);
        List<WallDesk> all = walls.get();
        List<Due> due = new ArrayList<>();
        for (Shift shift : all()) {
            Optional<LocalDateTime> begun = shift.begun(now);
            if (begun.isPresent()
                    && !begun.equals(Optional.ofNullable(settled.get(shift)))
                    && shift.window() <= all.size()) {
                settled.put(shift, begun.get());
                due.add(new Due(shift, all.get(shift.window() - 1)));
            }
        }
        due.removeIf(this::stands);
        if (unattended) {
            due.stream().filter(each -> !isChanged(each)).forEach(this::open);
            due.removeIf(each -> !isChanged(each));
        }
        if (!due.isEmpty()) {
            offer(due);
        }
    }

    private boolean stands(Due due) {
        return due.shift().layout().equals(due.wall().wall().layout().id())
                && layouts.standing(due.wall()) == Standing.SAVED;
    }

    private boolean isChanged(Due due) {
        return layouts.standing(due.wall()) == Standing.CHANGED;
    }

    /** Where it cannot be had just now it is due still, the next time somebody looks. */
    private void open(Due due) {
        layouts.open(due.shift().layout(), due.wall(), failure -> {
            Kind kind = failure.kind();
            // What is not there is not there in ten seconds either.
            if (kind != Kind.NOT_FOUND
                    && (kind.passing() || kind == Kind.SESSION_EXPIRED || kind == Kind.CREDENTIALS)) {
                settled.remove(due.shift());
            }
        });
    }

    /** All that begin together are one thing to be read, and to be done. */
    private void offer(List<Due> due) {
        List<Integer> changed = due.stream()
                .filter(this::isChanged)
                .map(each -> each.shift().window())
                .toList();
        notices.accept(words(due, changed)
                .leading(due.size() == 1 ? "desk.shiftOpen" : "desk.shiftsOpen", () -> due.forEach(this::open)));
    }

    private static Notice words(List<Due> due, List<Integer> changed) {
        if (due.size() == 1) {
            Shift shift = due.getFirst().shift();
            return new Notice(
                    changed.isEmpty() ? "desk.shiftBegins" : "desk.shiftUnsaved",
                    List.of(shift.name(), shift.window()));
        }
        String which = due.stream()
                .map(each -> each.shift().window() + " “" + each.shift().name() + "”")
                .collect(Collectors.joining(", "));
        return changed.isEmpty()
                ? new Notice("desk.shiftsBegin", List.of(due.size(), which))
                : new Notice(
                        "desk.shiftsUnsaved",
                        List.of(
                                due.size(),
                                which,
                                changed.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }

    @Override
    public void close() {
        looking.close();
    }
}
