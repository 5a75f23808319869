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
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.desk.LayoutDesk.Standing;
import vn.toancanh.desk.Notices.Notice;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.Preferences;

/**
 * The layouts of the shifts: when one begins, its layout is offered to whoever sits at the desk; a wall that nobody sits at gets it, unless
 * something on it was changed and not saved. The hours are by the server's clock, so that desks whose clocks differ begin together. Lane: DESK.
 */
public final class ShiftLayouts implements Handle {
    /** How late a shift may be noticed. */
    static final Duration LOOK = Duration.ofSeconds(10);

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
        for (Shift shift : all()) {
            Optional<LocalDateTime> begun = shift.begun(now);
            if (begun.isPresent()
                    && !begun.equals(Optional.ofNullable(settled.get(shift)))
                    && shift.window() <= all.size()) {
                settled.put(shift, begun.get());
                begin(shift, all.get(shift.window() - 1));
            }
        }
    }

    private void begin(Shift shift, WallDesk wall) {
        Standing standing = layouts.standing(wall);
        boolean stands = shift.layout().equals(wall.wall().layout().id()) && standing == Standing.SAVED;
        if (stands) {
            return;
        }
        if (unattended && standing != Standing.CHANGED) {
            layouts.open(shift.layout(), wall);
            return;
        }
        String key = standing == Standing.CHANGED ? "desk.shiftUnsaved" : "desk.shiftBegins";
        notices.accept(new Notice(key, List.of(shift.name(), shift.window()))
                .leading("desk.shiftOpen", () -> layouts.open(shift.layout(), wall)));
    }

    @Override
    public void close() {
        looking.close();
    }
}
