package vn.toancanh.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.access.Level;
import vn.toancanh.access.SessionService;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Outcome;
import vn.toancanh.desk.FollowedOrders.Standing;
import vn.toancanh.model.Layout;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.wall.remote.CityWalls;
import vn.toancanh.wall.remote.CityWalls.Fate;
import vn.toancanh.wall.remote.Push;
import vn.toancanh.wall.remote.Refusal;
import vn.toancanh.wall.remote.Registered;
import vn.toancanh.wall.remote.ScreenReport.Result;
import vn.toancanh.wall.remote.WallOrder;

/**
 * This desk as a wall of the city, or some screens of one: says what stands there, does what it is told, once, and says what came of it;
 * brings back what stood before when it is told nothing any more. An event only says that there is something to ask for: what is to be done
 * comes with the answer to a report, so that nothing is missed while the server or this desk was away, and nothing old is done. Lane: DESK.
 */
public final class WallNode implements Handle {
    private static final Logger LOG = LoggerFactory.getLogger(WallNode.class);

    /** By which the server knows this desk again. */
    static final PreferenceKey<String> CLIENT = PreferenceKey.text("walls.client");

    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The windows of this desk. */
    public interface Windows {
        /** True once what stood on them last is back. */
        boolean ready();

        /** All there are, the main one first. */
        List<NodeWindow> now();

        /** Whether that window shows only cameras that are published for visitors. */
        void visitors(int windowId, boolean only);
    }

    /** What is said on a window while it shows what somebody elsewhere has put there. */
    public record Plate(String by, String desk, String name, Instant since) {}

    private final CityWalls walls;
    private final SessionService sessions;
    private final Preferences preferences;
    private final Windows windows;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final NodeRegistration registration;
    private final ScreenReports reports;
    private final Map<Object, Runnable> listeners = new LinkedHashMap<>();
    private final Set<Handle> held = new HashSet<>();
    private final boolean follows;
    private FollowedOrders followed;

    /**
     * Begins to follow as soon as somebody is signed in; never, where no wall is named.
     *
     * @param name {@link NodeName#NONE} for a desk that is no wall
     * @param ids makes identifiers that nobody else makes
     * @param told what people here should know: that there is no such wall, or another display shows it
     */
    public WallNode(
            Lane desk,
            Clock clock,
            CityWalls walls,
            SessionService sessions,
            Preferences preferences,
            Windows windows,
            NodeName name,
            Supplier<UUID> ids,
            Consumer<Notices.Notice> told) {
        this.walls = walls;
        this.sessions = sessions;
        this.preferences = preferences;
        this.windows = windows;
        this.ids = ids;
        this.clock = clock;
        this.follows = !name.equals(NodeName.NONE);
        this.followed = follows ? FollowedOrders.read(preferences.get(FollowedOrders.KEPT)) : FollowedOrders.NONE;
        this.registration = new NodeRegistration(walls, windows, name, told, clock, this::found);
        this.reports = new ScreenReports(walls, clock, clientId(), this::heard, registration::refused);
        if (!follows) {
            return;
        }
        held.add(desk.every(TICK, this::tick));
        held.add(walls.onNews(new CityWalls.News() {
            @Override
            public void changed(String wallId) {
                registration.changed(wallId);
            }

            @Override
            public void told(String wallId) {
                if (registration.wall().filter(each -> each.id().equals(wallId)).isPresent()) {
                    reports.dueNow();
                    tick();
                }
            }

            @Override
            public void settled(String orderId, Fate fate, String detail) {
                // of no account to whoever does it
            }

            @Override
            public void afresh() {
                registration.afresh();
                reports.dueNow();
                tick();
            }
        }));
    }

    private String clientId() {
        if (follows && preferences.get(CLIENT).isEmpty()) {
            preferences.set(CLIENT, ids.get().toString());
        }
        return preferences.get(CLIENT);
    }

    private void found() {
        registration.wall().ifPresent(wall -> remember(followed.of(wall)));
        reports.dueNow();
    }

    private void tick() {
        if (!sessions.state().connection().isOnline() || !windows.ready() || !walls.offered()) {
            return;
        }
        registration.look();
        registration.wall().ifPresent(wall -> {
            Map<Integer, String> screens = registration.screens();
            for (NodeWindow window : windows.now()) {
                String screen = screens.get(window.id());
                if (screen != null) {
                    reports.report(wall.id(), screen, window);
                }
            }
        });
    }

    /** The server's answer to a report of one screen. */
    private void heard(NodeWindow of, String screen, Registered answer) {
        registration.heard(screen);
        windows.visitors(of.id(), answer.visitors());
        boolean news = false;
        for (WallOrder order : answer.orders()) {
            news |= follow(order, answer);
            followed.result(order.id()).ifPresent(result -> reports.owe(screen, result));
        }
        Standing standing = followed.standing();
        boolean current = answer.stateVersion() >= followed.newest();
        if (current && answer.control().isEmpty() && answer.orders().isEmpty() && standing != null) {
            bringBack(standing);
        }
        if (news || reports.owes(screen)) {
            reports.dueNow();
            tick();
        }
    }

    /** Does it, once; true where it was not done before. */
    private boolean follow(WallOrder order, Registered answer) {
        if (followed.result(order.id()).isPresent()) {
            return false;
        }
        Optional<Refusal> why = apply(order, answer);
        Result result =
                new Result(order.id(), why.isEmpty(), why.map(Refusal::word).orElse(""));
        remember(followed.with(result));
        LOG.info("{} by {}: {}", order.op(), order.id(), why.map(Refusal::word).orElse("done"));
        return true;
    }

    private Optional<Refusal> apply(WallOrder order, Registered answer) {
        if (order.stateVersion() <= followed.newest()) {
            return Optional.of(Refusal.OVERTAKEN);
        }
        if (order.left().isNegative() || order.left().isZero()) {
            return Optional.of(Refusal.TOO_OLD);
        }
        Optional<Map<NodeWindow, Layout>> plan = OrderHands.plan(order, windows.now(), registration.screens());
        if (plan.isEmpty()) {
            return Optional.of(Refusal.UNKNOWN_ORDER);
        }
        Map<NodeWindow, Layout> changes = plan.get();
        Standing before = followed.standing();
        Set<Integer> under = before == null ? Set.of() : before.windows();
        // What stood there is kept first: whoever switches this desk off now gets it back all the same.
        changes.keySet().stream()
                .filter(window -> !under.contains(window.id()))
                .forEach(window -> window.beneath().save(window.wall().wall().layout()));
        Optional<Refusal> why = OrderHands.bring(changes);
        if (why.isEmpty()) {
            Set<Integer> touched = changes.keySet().stream().map(NodeWindow::id).collect(Collectors.toSet());
            Instant since = answer.control().map(control -> control.since()).orElse(clock.now());
            @Nullable
            Standing next =
                    touched.isEmpty() ? null : new Standing(order.by(), order.desk(), order.name(), since, touched);
            remember(followed.done(order.stateVersion(), next));
        }
        return why;
    }

    private void bringBack(Standing standing) {
        remember(followed.ended());
        for (NodeWindow window : windows.now()) {
            if (standing.windows().contains(window.id())) {
                window.beneath().load(before -> before.ifPresent(layout -> OrderHands.show(window, layout)));
            }
        }
    }

    private void remember(FollowedOrders next) {
        boolean otherwise = !Objects.equals(next.standing(), followed.standing());
        followed = next;
        preferences.set(FollowedOrders.KEPT, next.write());
        if (otherwise) {
            List.copyOf(listeners.values()).forEach(Runnable::run);
        }
    }

    /** What is to be said on that window; empty where it shows its own. */
    public Optional<Plate> plate(int windowId) {
        Standing standing = followed.standing();
        return standing == null || !standing.windows().contains(windowId)
                ? Optional.empty()
                : Optional.of(new Plate(standing.by(), standing.desk(), standing.name(), standing.since()));
    }

    /** True where whoever is signed in here may end what somebody elsewhere has put there, as far as is known. */
    public boolean mayEnd() {
        return sessions.state().connection().isOnline()
                && sessions.state()
                        .signedIn()
                        .filter(who -> who.mayAnywhere(Level.OPERATE))
                        .isPresent();
    }

    /** Ends it; what stood before comes back as soon as the server has said so. */
    public void end(Consumer<Optional<Failure>> answer) {
        registration.wall().ifPresent(wall -> {
            Push release = new Push(ids.get().toString(), new Push.What.Release(), List.of(), -1, "", PATIENCE);
            walls.push(wall.id(), release, outcome -> {
                reports.dueNow();
                tick();
                answer.accept(
                        outcome instanceof Outcome.Failed<String>(Failure failure)
                                ? Optional.of(failure)
                                : Optional.empty());
            });
        });
    }

    /** Tells when another plate is to be shown, or none, until the handle is closed. */
    public Handle onChange(Runnable listener) {
        Object token = new Object();
        listeners.put(token, listener);
        return () -> listeners.remove(token);
    }

    @Override
    public void close() {
        held.forEach(Handle::close);
        listeners.clear();
    }
}
