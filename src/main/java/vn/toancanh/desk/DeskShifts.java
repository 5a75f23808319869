package vn.toancanh.desk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Outcome;
import vn.toancanh.desk.Notices.Notice;
import vn.toancanh.model.LayoutId;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.wall.Shift;
import vn.toancanh.wall.Timetable;

/** The shifts that this desk keeps for itself, whoever works here, and their way to the server. Lane: DESK. */
final class DeskShifts {
    private final Preferences preferences;
    private final SharedShifts shared;
    private final Consumer<Notice> notices;

    DeskShifts(Preferences preferences, SharedShifts shared, Consumer<Notice> notices) {
        this.preferences = preferences;
        this.shared = shared;
        this.notices = notices;
    }

    List<Shift> all() {
        return Shift.read(preferences.get(PreferenceKey.SHIFTS));
    }

    void add(Shift shift) {
        List<Shift> next = new ArrayList<>(all());
        next.add(shift);
        keep(next);
    }

    void remove(List<Shift> shifts) {
        List<Shift> next = new ArrayList<>(all());
        shifts.forEach(next::remove);
        keep(next);
    }

    private void keep(List<Shift> next) {
        preferences.set(PreferenceKey.SHIFTS, Shift.write(next));
    }

    /** Once, after the server has told that it keeps shifts: those that only this desk has are offered to be moved there. */
    void offerOnce() {
        int alone = all().size();
        if (alone > 0 && shared.heard() && !preferences.get(PreferenceKey.SHIFTS_OFFERED)) {
            preferences.set(PreferenceKey.SHIFTS_OFFERED, true);
            notices.accept(new Notice("desk.shiftsHere", List.of(alone)).leading("desk.shiftsMove", this::moveAll));
        }
    }

    private void moveAll() {
        moveNext(
                new ArrayDeque<>(all().stream()
                        .collect(Collectors.groupingBy(Shift::layout, LinkedHashMap::new, Collectors.toList()))
                        .values()),
                new TreeSet<>());
    }

    /** One layout after the other; what the server does not take stays here, and that is said. */
    private void moveNext(Deque<List<Shift>> left, Set<String> stay) {
        List<Shift> next = left.poll();
        if (next == null) {
            notices.accept(
                    stay.isEmpty()
                            ? new Notice("desk.shiftsMoved", List.of())
                            : new Notice("desk.shiftsStay", List.of(String.join(", ", stay))));
            return;
        }
        move(next, outcome -> {
            if (outcome instanceof Outcome.Failed<Timetable>) {
                stay.add("“" + next.getFirst().name() + "”");
            }
            moveNext(left, stay);
        });
    }

    /** @param shifts of one layout */
    void move(List<Shift> shifts, Consumer<Outcome<Timetable>> answer) {
        share(shifts, outcome -> {
            if (outcome instanceof Outcome.Done<Timetable>) {
                remove(shifts);
            }
            answer.accept(outcome);
        });
    }

    /**
     * Adds them to those that the server has; what is there already stays one.
     *
     * @param shifts of one layout
     */
    void share(List<Shift> shifts, Consumer<Outcome<Timetable>> answer) {
        LayoutId layout = shifts.getFirst().layout();
        List<Shift> next =
                new ArrayList<>(shared.of(layout).map(Timetable::shifts).orElse(List.of()));
        shifts.stream()
                .filter(shift -> next.stream().noneMatch(shift::isAt))
                .toList()
                .forEach(next::add);
        if (next.size() > Timetable.MOST) {
            answer.accept(Outcome.failed(Failure.of(Kind.BAD_INPUT, next.size() + " hours of one layout")
                    .withText("desk.shiftsMost", Timetable.MOST)));
        } else {
            shared.set(layout, next, answer);
        }
    }

    /** Takes one out of those that the server has. */
    void unshare(Shift shift, Consumer<Outcome<Timetable>> answer) {
        List<Shift> next = shared.of(shift.layout()).map(Timetable::shifts).orElse(List.of()).stream()
                .filter(each -> !each.isAt(shift))
                .toList();
        shared.set(shift.layout(), next, answer);
    }
}
