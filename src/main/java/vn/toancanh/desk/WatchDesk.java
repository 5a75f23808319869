package vn.toancanh.desk;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.toancanh.access.SessionService;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.catalogue.Catalogue;

/** Looks once a second at everything that says how the desk is doing, and tells what changed. */
public final class WatchDesk implements Handle {
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final SessionService sessions;
    private final Catalogue catalogue;
    private final Supplier<WallReading> wall;
    private final Supplier<LoadReading> load;
    private final Supplier<Optional<Failure>> keeping;
    private final Map<Object, Consumer<DeskState>> listeners = new LinkedHashMap<>();
    private final List<Handle> held;
    private DeskState state;

    /**
     * Begins to watch.
     *
     * @param keeping why what is to be kept on this machine is not; asked once a second
     */
    public WatchDesk(
            SessionService sessions,
            Catalogue catalogue,
            Supplier<WallReading> wall,
            Supplier<LoadReading> load,
            Supplier<Optional<Failure>> keeping,
            Lane desk) {
        this.sessions = sessions;
        this.catalogue = catalogue;
        this.wall = wall;
        this.load = load;
        this.keeping = keeping;
        this.state = read();
        this.held = List.of(
                desk.every(PERIOD, this::look),
                sessions.onChange(any -> look()),
                catalogue.onState(any -> look()),
                catalogue.onChange(any -> look()));
    }

    /** As it was looked at last. */
    public DeskState state() {
        return state;
    }

    /** Tells every later change until the handle is closed. */
    public Handle onChange(Consumer<DeskState> listener) {
        Object token = new Object();
        listeners.put(token, listener);
        return () -> listeners.remove(token);
    }

    /** Looks now, out of turn: somebody knows that something has changed. */
    public void look() {
        DeskState now = read();
        if (!now.equals(state)) {
            state = now;
            List.copyOf(listeners.values()).forEach(listener -> listener.accept(now));
        }
    }

    private DeskState read() {
        return new DeskState(
                sessions.state(),
                catalogue.state(),
                catalogue.snapshot().size(),
                wall.get(),
                load.get(),
                keeping.get());
    }

    @Override
    public void close() {
        held.forEach(Handle::close);
        listeners.clear();
    }
}
