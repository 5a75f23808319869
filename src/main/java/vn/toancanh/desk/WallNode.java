package vn.toancanh.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vn.toancanh.access.Level;
import vn.toancanh.access.SessionService;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Outcome;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.wall.WallMemory;
import vn.toancanh.wall.remote.CityWalls;
import vn.toancanh.wall.remote.CityWalls.Fate;
import vn.toancanh.wall.remote.Push;
import vn.toancanh.wall.remote.Registered;
import vn.toancanh.wall.remote.WallOrder;

/**
 * This desk as a wall of the city, or some screens of one: says what stands there, does what it is told, once, and says what came of it;
 * brings back what stood before when it is told nothing any more. An event only says that there is something to ask for: what is to be done
 * comes with the answer to a report, so that nothing is missed while the server or this desk was away, and nothing old is done. Lane: DESK.
 */
public final class WallNode implements Handle {
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
    private final PlaceRights rights;
    private final Preferences preferences;
    private final Windows windows;
    private final Supplier<UUID> ids;
    private final NodeRegistration registration;
    private final NodeSigns signs;
    private final NodeOrders orders;
    private final ScreenReports reports;
    private final Set<Handle> held = new HashSet<>();
    private final Map<Object, Runnable> listeners = new LinkedHashMap<>();
    private final boolean follows;

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
            PlaceRights rights,
            Preferences preferences,
            Windows windows,
            NodeName name,
            Supplier<UUID> ids,
            Consumer<Notices.Notice> told) {
        this.walls = walls;
        this.sessions = sessions;
        this.rights = rights;
        this.preferences = preferences;
        this.windows = windows;
        this.ids = ids;
        this.follows = !name.equals(NodeName.NONE);
        this.registration = new NodeRegistration(walls, preferences, windows, name, told, clock, this::found);
        KeptMessages words = follows ? KeptMessages.read(preferences.get(KeptMessages.KEPT)) : KeptMessages.NONE;
        this.signs = new NodeSigns(desk, clock, preferences, words);
        FollowedOrders before =
                follows ? FollowedOrders.read(preferences.get(FollowedOrders.KEPT)) : FollowedOrders.NONE;
        this.orders = new NodeOrders(preferences, before, windows, registration, signs, clock);
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
        registration.wall().ifPresent(orders::are);
        reports.dueNow();
        List.copyOf(listeners.values()).forEach(Runnable::run);
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
            news |= orders.follow(order, answer);
            orders.result(order.id()).ifPresent(result -> reports.owe(screen, result));
        }
        if (answer.control().isEmpty() && answer.orders().isEmpty()) {
            orders.ended(answer);
        }
        if (news || reports.owes(screen)) {
            reports.dueNow();
            tick();
        }
    }

    /** What is to be said on that window; empty where it shows its own. */
    public Optional<Plate> plate(int windowId) {
        return orders.standing()
                .filter(standing -> standing.windows().contains(windowId))
                .map(standing -> new Plate(standing.by(), standing.desk(), standing.name(), standing.since()));
    }

    /** Where what is to come to that wall when control from elsewhere ends is kept; empty where it shows its own. */
    Optional<WallMemory> beneath(WallDesk wall) {
        return windows.now().stream()
                .filter(window ->
                        window.wall().equals(wall) && plate(window.id()).isPresent())
                .map(NodeWindow::beneath)
                .findFirst();
    }

    /** True once what stood on its windows last is back. */
    boolean ready() {
        return windows.ready();
    }

    /** What lies over the tiles of its windows for a while. */
    public NodeSigns signs() {
        return signs;
    }

    /** True where whoever is signed in here may end what somebody elsewhere has put on this wall, as far as is known. */
    public boolean mayEnd() {
        return registration
                .wall()
                .filter(wall -> rights.atWall(Level.OPERATE, wall.site()))
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
                        outcome instanceof Outcome.Failed<Push.Told>(Failure failure)
                                ? Optional.of(failure)
                                : Optional.empty());
            });
        });
    }

    /** Tells when another plate is to be shown, or none, or somebody else may end it, until the handle is closed. */
    public Handle onChange(Runnable listener) {
        Object token = new Object();
        listeners.put(token, listener);
        Handle standing = orders.onChange(listener);
        Handle judged = rights.onChange(listener);
        return () -> {
            listeners.remove(token);
            standing.close();
            judged.close();
        };
    }

    @Override
    public void close() {
        held.forEach(Handle::close);
        listeners.clear();
        orders.close();
        signs.close();
    }
}
