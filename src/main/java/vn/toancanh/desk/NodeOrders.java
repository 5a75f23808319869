package vn.toancanh.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Handle;
import vn.toancanh.desk.FollowedOrders.Standing;
import vn.toancanh.model.Layout;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.wall.remote.CityWall;
import vn.toancanh.wall.remote.Refusal;
import vn.toancanh.wall.remote.Registered;
import vn.toancanh.wall.remote.ScreenReport.Result;
import vn.toancanh.wall.remote.WallOrder;

/**
 * What this desk does of what its wall is told: each once, also after a kill, and what stood before is kept beneath until nobody elsewhere
 * has a say any more. Lane: DESK.
 */
final class NodeOrders {
    private static final Logger LOG = LoggerFactory.getLogger(NodeOrders.class);

    private static final long NOT_ENDING = Long.MIN_VALUE;

    private final Preferences preferences;
    private final WallNode.Windows windows;
    private final NodeRegistration registration;
    private final NodeSigns signs;
    private final Clock clock;
    private final Map<Object, Runnable> listeners = new LinkedHashMap<>();
    private FollowedOrders followed;
    /** Newest order of what is just being ended. */
    private long ending = NOT_ENDING;

    /** @param before what was done until now */
    NodeOrders(
            Preferences preferences,
            FollowedOrders before,
            WallNode.Windows windows,
            NodeRegistration registration,
            NodeSigns signs,
            Clock clock) {
        this.preferences = preferences;
        this.windows = windows;
        this.registration = registration;
        this.signs = signs;
        this.clock = clock;
        this.followed = before;
    }

    /** The desk is that wall. */
    void are(CityWall wall) {
        remember(followed.of(wall));
    }

    /** What stands of it; empty where nothing does. */
    Optional<Standing> standing() {
        return Optional.ofNullable(followed.standing());
    }

    /** What came of that order; empty where it was not done. */
    Optional<Result> result(String orderId) {
        return followed.result(orderId);
    }

    /** Does it, once; true where it was not done before. */
    boolean follow(WallOrder order, Registered answer) {
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
        if (!order.passes() && order.stateVersion() <= followed.newest()) {
            return Optional.of(Refusal.OVERTAKEN);
        }
        if (order.left().isNegative() || order.left().isZero()) {
            return Optional.of(Refusal.TOO_OLD);
        }
        Map<NodeWindow, String> concerned = concerned(order);
        return switch (order.op()) {
            case "identify" -> {
                concerned.forEach(this::identify);
                yield Optional.empty();
            }
            case "message" -> {
                WallOrder.Details said = order.details();
                NodeSigns.Message message = new NodeSigns.Message(said.text(), order.by(), order.desk(), clock.now());
                concerned.keySet().forEach(window -> signs.say(window.id(), message, said.time()));
                yield Optional.empty();
            }
            case "playlistStep" -> OrderHands.turn(order, concerned);
            default -> change(order, concerned, answer);
        };
    }

    private Map<NodeWindow, String> concerned(WallOrder order) {
        Map<NodeWindow, String> concerned = new LinkedHashMap<>();
        Map<Integer, String> screens = registration.screens();
        for (NodeWindow window : windows.now()) {
            String screen = screens.get(window.id());
            if (screen != null && order.screens().contains(screen)) {
                concerned.put(window, screen);
            }
        }
        return concerned;
    }

    private void identify(NodeWindow window, String screen) {
        registration
                .wall()
                .ifPresent(wall -> signs.identify(
                        window.id(),
                        new NodeSigns.Which(
                                wall.screen(screen).map(CityWall.Screen::number).orElse(window.number()),
                                screen,
                                wall.name())));
    }

    private Optional<Refusal> change(WallOrder order, Map<NodeWindow, String> concerned, Registered answer) {
        OrderHands.Plan plan = OrderHands.plan(order, concerned);
        if (plan.why().isPresent()) {
            return plan.why();
        }
        Set<Integer> under = standing().map(Standing::windows).orElse(Set.of());
        // What stood there is kept first: whoever switches this desk off now gets it back all the same.
        plan.changes().keySet().stream()
                .filter(window -> !under.contains(window.id()))
                .forEach(window -> window.beneath().save(window.wall().wall().layout()));
        Optional<Refusal> why = OrderHands.bring(plan.changes());
        if (why.isEmpty()) {
            Set<Integer> touched =
                    plan.changes().keySet().stream().map(NodeWindow::id).collect(Collectors.toSet());
            Instant since = answer.control().map(control -> control.since()).orElse(clock.now());
            @Nullable
            Standing next =
                    touched.isEmpty() ? null : new Standing(order.by(), order.desk(), order.name(), since, touched);
            remember(followed.done(order.stateVersion(), next));
        }
        return why;
    }

    /** Nobody elsewhere has a say any more, as the server said after it had heard of all that was done here. */
    void ended(Registered answer) {
        Standing standing = followed.standing();
        long newest = followed.newest();
        if (standing == null || answer.stateVersion() < newest || ending == newest) {
            return;
        }
        List<NodeWindow> concerned = windows.now().stream()
                .filter(window -> standing.windows().contains(window.id()))
                .toList();
        Map<NodeWindow, Optional<Layout>> before = new LinkedHashMap<>();
        ending = newest;
        if (concerned.isEmpty()) {
            bringBack(newest, before);
        }
        for (NodeWindow window : concerned) {
            window.beneath().load(layout -> {
                before.put(window, layout);
                if (before.size() == concerned.size()) {
                    bringBack(newest, before);
                }
            });
        }
    }

    /** Shown first and remembered then: whoever is switched off in between does it again, and not never. */
    private void bringBack(long newest, Map<NodeWindow, Optional<Layout>> before) {
        ending = NOT_ENDING;
        if (followed.newest() != newest || followed.standing() == null) {
            // Something else was brought here while it was read.
            return;
        }
        before.forEach(
                (window, layout) -> layout.ifPresent(each -> OrderHands.show(window, OrderHands.Change.whole(each))));
        remember(followed.ended());
    }

    private void remember(FollowedOrders next) {
        boolean otherwise = !Objects.equals(next.standing(), followed.standing());
        followed = next;
        preferences.set(FollowedOrders.KEPT, next.write());
        if (otherwise) {
            List.copyOf(listeners.values()).forEach(Runnable::run);
        }
    }

    /** Tells when something else of it stands, until the handle is closed. */
    Handle onChange(Runnable listener) {
        Object token = new Object();
        listeners.put(token, listener);
        return () -> listeners.remove(token);
    }

    void close() {
        listeners.clear();
    }
}
