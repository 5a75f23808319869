package vn.toancanh.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.Layout.Scope;
import vn.toancanh.model.LayoutId;
import vn.toancanh.wall.Shift;
import vn.toancanh.wall.Timetable;
import vn.toancanh.wall.Timetables;

/** A server that keeps shifts of layouts as the contract says, which may be away, refuse, or keep none. */
public final class SharedTimetables implements Timetables {
    private final Lane lane;
    private final Map<LayoutId, Timetable> all = new LinkedHashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();

    /** It keeps shifts. */
    public boolean there;

    /** Every request fails so; null: none does. */
    public @Nullable Kind failing;

    /** Layouts of which it takes none. */
    public final List<LayoutId> refusing = new ArrayList<>();

    /** Nobody is told of anything. */
    public boolean silent;

    public SharedTimetables(Lane lane) {
        this.lane = lane;
    }

    /** Somebody elsewhere sets these. */
    public void by(String who, Scope scope, LayoutId layout, boolean changeable, Shift... shifts) {
        put(new Timetable(layout, scope, List.of(shifts), seen(layout) + 1, who, SharedServer.AT, changeable));
    }

    /** What it has of one layout. */
    public List<Shift> of(LayoutId layout) {
        Timetable table = all.get(layout);
        return table == null ? List.of() : table.shifts();
    }

    private long seen(LayoutId layout) {
        Timetable table = all.get(layout);
        return table == null ? 0 : table.version();
    }

    private void put(Timetable table) {
        all.put(table.layout(), table);
        if (!silent) {
            List.copyOf(listeners).forEach(Runnable::run);
        }
    }

    @Override
    public boolean offered() {
        return there;
    }

    @Override
    public void all(Consumer<Outcome<List<Timetable>>> answer) {
        Kind kind = failing;
        Outcome<List<Timetable>> told = kind == null
                ? Outcome.done(List.copyOf(all.values()))
                : Outcome.failed(Failure.of(kind, "as the test wants"));
        lane.execute(() -> answer.accept(told));
    }

    @Override
    public void set(LayoutId layout, List<Shift> shifts, long seen, Consumer<Outcome<Timetable>> answer) {
        Kind kind = failing != null
                ? failing
                : refusing.contains(layout) ? Kind.FORBIDDEN : seen == seen(layout) ? null : Kind.CONFLICT;
        if (kind != null) {
            Outcome<Timetable> refused = Outcome.failed(Failure.of(kind, "as the test wants"));
            lane.execute(() -> answer.accept(refused));
            return;
        }
        Timetable before = all.get(layout);
        Timetable set = new Timetable(
                layout,
                before == null ? Scope.PRIVATE : before.scope(),
                shifts,
                seen + 1,
                "An · Bàn 1",
                SharedServer.AT,
                true);
        put(set);
        lane.execute(() -> answer.accept(Outcome.done(set)));
    }

    @Override
    public Handle onNews(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
