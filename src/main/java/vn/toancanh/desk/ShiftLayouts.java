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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Outcome;
import vn.toancanh.desk.HoursNow.Due;
import vn.toancanh.desk.KeptLayouts.Owner;
import vn.toancanh.desk.LayoutDesk.Standing;
import vn.toancanh.desk.Notices.Notice;
import vn.toancanh.model.Layout;
import vn.toancanh.model.Layout.Scope;
import vn.toancanh.model.LayoutId;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.wall.LayoutLibrary;
import vn.toancanh.wall.Shift;
import vn.toancanh.wall.Timetable;
import vn.toancanh.wall.WallMemory;

/**
 * The layouts of the shifts: when one begins, its layout is offered, those of several windows together, to whoever sits at the desk, until the hours are over; a wall that nobody sits at gets it, unless
 * something on it was changed and not saved; beneath what somebody elsewhere has put there it comes when that ends. The hours are by the server's clock, so that desks whose clocks differ begin together. They are those that the server keeps of the
 * layouts that whoever works here sees, and those that this desk keeps for itself; on one window one of them holds ({@link HoursNow}), and what it
 * covered is due again when it is over. Lane: DESK.
 */
public final class ShiftLayouts implements Handle {
    /** How late a shift may be noticed. */
    static final Duration LOOK = Duration.ofSeconds(10);

    private final LayoutDesk layouts;
    private final SharedShifts shared;
    private final DeskShifts own;
    private final Supplier<List<WallDesk>> walls;
    private final Supplier<Instant> serverTime;
    private final ZoneId zone;
    private final boolean unattended;
    private final ShiftOffers offers;
    /** What was opened or offered last, by the number of the window. */
    private final Map<Integer, Due> settled = new HashMap<>();

    private SortedMap<Integer, Due> holding = new TreeMap<>();
    /** Who worked here last. */
    private Optional<Owner> whose;

    private final Handle looking;
    private final Handle following;
    private @Nullable WallNode node;

    /**
     * @param shared those that the server keeps; its owner's to close
     * @param walls of all windows, in the order of their numbers
     * @param serverTime the time by the server's clock
     * @param unattended nobody sits here to be asked
     * @param withdrawn what was told and is no longer so
     */
    public ShiftLayouts(
            Lane lane,
            LayoutDesk layouts,
            Preferences preferences,
            SharedShifts shared,
            Supplier<List<WallDesk>> walls,
            Supplier<Instant> serverTime,
            ZoneId zone,
            boolean unattended,
            Consumer<Notice> notices,
            Consumer<Notice> withdrawn) {
        this.layouts = layouts;
        this.shared = shared;
        this.own = new DeskShifts(preferences, shared, notices);
        this.walls = walls;
        this.serverTime = serverTime;
        this.zone = zone;
        this.unattended = unattended;
        this.offers = new ShiftOffers(notices, withdrawn, this::isWanted, due -> open(due, true));
        this.whose = shared.owner();
        this.following = shared.onChange(this::follow);
        this.looking = lane.every(LOOK, this::look);
    }

    /** Those that this desk keeps for itself, whoever works here. */
    public List<Shift> here() {
        return own.all();
    }

    /** One more that this desk keeps for itself. */
    public void add(Shift shift) {
        own.add(shift);
    }

    /** One less of those. */
    public void remove(Shift shift) {
        own.remove(List.of(shift));
    }

    /** Those that the server keeps of one layout; empty where nobody ever set any there. */
    public Optional<Timetable> shared(LayoutId layout) {
        return shared.of(layout);
    }

    /** Tells until the handle is closed when those of the server are others than before. */
    public Handle onChange(Runnable listener) {
        return shared.onChange(listener);
    }

    /** True where the server keeps shifts of layouts. */
    public boolean offered() {
        return shared.offered();
    }

    /** True where whoever works here may set at the server when that layout is to stand. */
    public boolean settable(LayoutLibrary.Entry layout) {
        return offered()
                && layout.version() > 0
                && shared.of(layout.id())
                        .map(Timetable::changeable)
                        .orElse(layout.facts().changeable());
    }

    /** One more at the server, for everybody who sees its layout. */
    public void share(Shift shift, Consumer<Outcome<Timetable>> answer) {
        own.share(List.of(shift), answer);
    }

    /** One less there. */
    public void unshare(Shift shift, Consumer<Outcome<Timetable>> answer) {
        own.unshare(shift, answer);
    }

    /** One that this desk keeps becomes one of the server's. */
    public void move(Shift shift, Consumer<Outcome<Timetable>> answer) {
        own.move(List.of(shift), answer);
    }

    /** From now on nothing comes before what stood last is back, nor over what somebody elsewhere has put on a window: there it waits beneath. */
    public void under(WallNode wall) {
        node = wall;
    }

    /** Whoever comes for a shift is offered what goes on, though it was offered to whoever went. A wall that nobody sits at stays as it is when its session goes on. */
    private void follow() {
        Optional<Owner> now = shared.owner();
        boolean another = now.isPresent() && !now.equals(whose);
        boolean gone = now.isEmpty() && !unattended;
        if (another || gone) {
            settled.clear();
            offers.end();
        }
        whose = now.isPresent() ? now : whose;
    }

    private void look() {
        WallNode may = node;
        boolean nobody = !unattended && shared.owner().isEmpty();
        if (nobody || (may != null && !may.ready())) {
            return;
        }
        holding = holding();
        offers.look();
        List<Due> due = new ArrayList<>();
        for (Due each : holding.values()) {
            if (wall(each).isPresent() && !each.is(settled.get(each.window()))) {
                settled.put(each.window(), each);
                due.add(each);
            }
        }
        List<Due> covered =
                due.stream().filter(each -> beneath(each).isPresent()).toList();
        due.removeAll(covered);
        due.removeIf(this::stands);
        if (unattended) {
            covered.forEach(this::openBeneath);
            due.stream().filter(each -> !isChanged(each)).forEach(each -> open(each, false));
            due.removeIf(each -> !isChanged(each));
        } else if (!covered.isEmpty()) {
            offers.afterwards(covered);
        }
        if (!due.isEmpty()) {
            offers.now(
                    due, due.stream().filter(this::isChanged).map(Due::window).toList());
        }
        if (!unattended) {
            own.offerOnce();
        }
    }

    private SortedMap<Integer, Due> holding() {
        LocalDateTime now = LocalDateTime.ofInstant(serverTime.get(), zone);
        // What somebody sets for all people of the city would change every wall in it that nobody sits at.
        List<Timetable> followed = shared.all().stream()
                .filter(table -> !unattended || table.scope() != Scope.CITY)
                .toList();
        return HoursNow.at(now, own.all(), followed);
    }

    /** Its hours still hold on its window, and it does not stand there. */
    private boolean isWanted(Due due) {
        return due.is(holding.get(due.window())) && !(beneath(due).isEmpty() && stands(due));
    }

    /** Empty where there is no such window. */
    private Optional<WallDesk> wall(Due due) {
        return walls.get().stream().skip(due.window() - 1L).findFirst();
    }

    /** Where what comes to that window when control from elsewhere ends is kept; empty where it shows its own. */
    private Optional<WallMemory> beneath(Due due) {
        return Optional.ofNullable(node).flatMap(each -> wall(due).flatMap(each::beneath));
    }

    private boolean stands(Due due) {
        return wall(due)
                .filter(wall ->
                        due.layout().equals(wall.wall().layout().id()) && layouts.standing(wall) == Standing.SAVED)
                .isPresent();
    }

    private boolean isChanged(Due due) {
        return wall(due)
                .filter(wall -> layouts.standing(wall) == Standing.CHANGED)
                .isPresent();
    }

    private void openBeneath(Due due) {
        beneath(due)
                .ifPresent(memory -> memory.load(kept -> {
                    // What was saved of it is asked for, and so known when the other is there.
                    kept.ifPresent(layouts::standing);
                    open(due, false);
                }));
    }

    /**
     * Where it cannot be had just now it is due still, the next time somebody looks.
     *
     * @param wanted somebody said so, also in place of what was changed and not saved
     */
    private void open(Due due, boolean wanted) {
        layouts.get(due.layout(), found -> put(due, found, wanted), failure -> {
            Kind kind = failure.kind();
            // What is not there is not there in ten seconds either.
            if (kind != Kind.NOT_FOUND
                    && (kind.passing() || kind == Kind.SESSION_EXPIRED || kind == Kind.CREDENTIALS)) {
                settled.remove(due.window(), due);
            }
        });
    }

    /** Somebody elsewhere may have put something there only now. */
    private void put(Due due, Layout found, boolean wanted) {
        Optional<WallMemory> beneath = beneath(due);
        beneath.ifPresent(memory -> memory.load(kept -> {
            if (wanted
                    || kept.filter(each -> layouts.standing(each) == Standing.CHANGED)
                            .isEmpty()) {
                memory.save(found);
            }
        }));
        if (beneath.isEmpty() && (wanted || !isChanged(due))) {
            wall(due).ifPresent(wall -> layouts.show(wall, found));
        }
    }

    @Override
    public void close() {
        looking.close();
        following.close();
    }
}
