package vn.toancanh.desk;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.toancanh.model.Layout.Scope;
import vn.toancanh.model.LayoutId;
import vn.toancanh.wall.Shift;
import vn.toancanh.wall.Timetable;

/**
 * Which layout each window is to have by the hours that go on now, one for each. The nearer ones hold: this desk's, one's own, the role's, the city's; of those that are equally
 * near the ones that began last.
 */
final class HoursNow {
    /**
     * A layout that a window is to have.
     *
     * @param window by its number, from 1
     * @param name what the layout was called when it was chosen
     * @param begun by the wall clock of this place
     */
    record Due(int window, LayoutId layout, String name, LocalDateTime begun) {
        /** True where that is the same, whatever the layout is called, and whenever its hours end, by now. */
        boolean is(@Nullable Due other) {
            return other != null && window == other.window && layout.equals(other.layout) && begun.equals(other.begun);
        }
    }

    /** @param far how far whoever set it is from this desk, from 0 */
    private record Going(Due due, int far) {}

    /** By the id at last, so that of two that people set for the same hours it is always the same one. */
    private static final Comparator<Going> FIRST = Comparator.comparingInt(Going::far)
            .thenComparing(going -> going.due().begun(), Comparator.reverseOrder())
            .thenComparing(going -> going.due().layout().value());

    private final LocalDateTime now;
    private final Map<Integer, Going> holding = new HashMap<>();

    private HoursNow(LocalDateTime now) {
        this.now = now;
    }

    /**
     * What holds on which window at that time.
     *
     * @param here those that this desk keeps for itself
     */
    static SortedMap<Integer, Due> at(LocalDateTime now, List<Shift> here, Collection<Timetable> shared) {
        HoursNow hours = new HoursNow(now);
        hours.put(here, 0);
        shared.forEach(table -> hours.put(table.shifts(), far(table.scope())));
        SortedMap<Integer, Due> due = new TreeMap<>();
        hours.holding.forEach((window, going) -> due.put(window, going.due()));
        return due;
    }

    private static int far(Scope scope) {
        return switch (scope) {
            case PRIVATE -> 1;
            case ROLE -> 2;
            case CITY -> 3;
        };
    }

    private void put(List<Shift> shifts, int far) {
        for (Shift shift : shifts) {
            shift.begun(now)
                    .map(begun -> new Going(new Due(shift.window(), shift.layout(), shift.name(), begun), far))
                    .ifPresent(going -> holding.merge(
                            shift.window(), going, (one, other) -> FIRST.compare(one, other) <= 0 ? one : other));
        }
    }
}
