package vn.toancanh.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import vn.toancanh.access.Connection;
import vn.toancanh.access.SessionService;
import vn.toancanh.access.SessionState;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Outcome;
import vn.toancanh.desk.KeptLayouts.Owner;
import vn.toancanh.model.LayoutId;
import vn.toancanh.wall.Shift;
import vn.toancanh.wall.Timetable;
import vn.toancanh.wall.TimetableMemory;
import vn.toancanh.wall.Timetables;

/**
 * The shifts of layouts that the server keeps, for whoever works here now; while it cannot be asked those that it told him last. They
 * are set at the server alone. Lane: DESK.
 */
public final class SharedShifts implements Handle {
    /** What is kept is brought up to date so often, where nobody told of anything. */
    static final Duration ANEW = Duration.ofMinutes(10);

    /** Desks that hear of the same do not all ask at once. */
    static final Duration SPREAD = Duration.ofSeconds(10);

    private static final Failure CHANGED =
            Failure.of(Kind.CONFLICT, "other shifts than those seen").withText("desk.shiftsOvertaken");

    private final Timetables server;
    private final TimetableMemory memory;
    private final Lane desk;
    private final RandomGenerator random;
    private final List<Handle> held = new ArrayList<>();
    private final Map<Object, Runnable> listeners = new LinkedHashMap<>();
    private List<Timetable> all = List.of();
    private @Nullable Owner owner;
    private boolean heard;
    private boolean online;
    private boolean known;
    private Handle anew = Handle.NONE;

    /** @param random spreads what many desks ask */
    public SharedShifts(
            Timetables server, TimetableMemory memory, SessionService sessions, Lane desk, RandomGenerator random) {
        this.server = server;
        this.memory = memory;
        this.desk = desk;
        this.random = random;
        held.add(sessions.onChange(this::follow));
        held.add(server.onNews(this::news));
        follow(sessions.state());
    }

    private void follow(SessionState state) {
        Owner next = state.signedIn().map(Owner::of).orElse(null);
        if (!Objects.equals(next, owner)) {
            owner = next;
            heard = false;
            online = false;
            all = List.of();
            tell();
            if (next != null) {
                memory.load(next.server(), next.user(), found -> loaded(next, found));
            }
        }
        Connection connection = state.connection();
        // Whoever only says who he is, and waits for a server to believe it, is told nothing of what is kept.
        known = switch (connection.phase()) {
            case SIGNED_OUT, LAPSED -> false;
            case WAITING -> connection.holdsUntil() != null;
            case ONLINE, AWAY, EXPIRED -> true;
        };
        boolean now = connection.isOnline();
        if (now && !online) {
            askSoon(Duration.ZERO);
        } else if (!now) {
            anew.close();
        }
        online = now;
    }

    private void loaded(Owner whose, List<Timetable> found) {
        if (!heard && whose.equals(owner)) {
            become(found);
        }
    }

    private void news() {
        if (online) {
            askSoon(Duration.ZERO);
        }
    }

    private void askSoon(Duration notBefore) {
        anew.close();
        anew = desk.after(notBefore.plusMillis(random.nextLong(SPREAD.toMillis())), this::askNow);
    }

    private void askNow() {
        if (!server.offered()) {
            // It kept some once, or another server did: those count no more, for nobody could change them.
            become(List.of());
            return;
        }
        ask(() -> {});
        askSoon(ANEW);
    }

    private void ask(Runnable then) {
        Owner asking = owner;
        server.all(answer -> {
            if (asking != null
                    && asking.equals(owner)
                    && answer instanceof Outcome.Done<List<Timetable>>(List<Timetable> told)) {
                heard = true;
                take(asking, told);
            }
            then.run();
        });
    }

    private void take(Owner whose, List<Timetable> told) {
        become(told);
        memory.keep(whose.server(), whose.user(), all);
    }

    private void become(List<Timetable> next) {
        if (!next.equals(all)) {
            all = List.copyOf(next);
            tell();
        }
    }

    private void tell() {
        List.copyOf(listeners.values()).forEach(Runnable::run);
    }

    /** Whose they are; empty while nobody works here. */
    Optional<Owner> owner() {
        return Optional.ofNullable(owner);
    }

    /** Tells of every later change, of whose they are too, until the handle is closed. */
    Handle onChange(Runnable listener) {
        Object token = new Object();
        listeners.put(token, listener);
        return () -> listeners.remove(token);
    }

    /** True where the server keeps shifts, as far as that is known. */
    public boolean offered() {
        return server.offered() || !all().isEmpty();
    }

    /** True once the server has told which there are to whoever works here now. */
    boolean heard() {
        return heard;
    }

    /** All there are for whoever works here; none while nobody does, and where he may not go on without the server. */
    List<Timetable> all() {
        return known ? all : List.of();
    }

    /** Those of one layout; empty where nobody ever set any. */
    public Optional<Timetable> of(LayoutId layout) {
        return all().stream().filter(each -> each.layout().equals(layout)).findFirst();
    }

    /** Sets the shifts of one layout at the server; where somebody was faster, they are known anew before that is answered. */
    public void set(LayoutId layout, List<Shift> shifts, Consumer<Outcome<Timetable>> answer) {
        Owner asking = owner;
        long seen = of(layout).map(Timetable::version).orElse(0L);
        server.set(layout, shifts, seen, outcome -> {
            switch (outcome) {
                case Outcome.Done<Timetable>(Timetable set) -> {
                    if (asking != null && asking.equals(owner)) {
                        List<Timetable> next = new ArrayList<>(all);
                        next.removeIf(each -> each.layout().equals(layout));
                        next.add(set);
                        take(asking, next);
                    }
                    answer.accept(outcome);
                }
                case Outcome.Failed<Timetable>(Failure failure) -> {
                    // One that is locked says so in words of its own.
                    if (failure.textKey().equals(Kind.CONFLICT.textKey())) {
                        ask(() -> answer.accept(Outcome.failed(CHANGED)));
                    } else {
                        answer.accept(outcome);
                    }
                }
            }
        });
    }

    @Override
    public void close() {
        held.forEach(Handle::close);
        anew.close();
    }
}
