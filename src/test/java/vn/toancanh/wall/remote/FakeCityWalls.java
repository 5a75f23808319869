package vn.toancanh.wall.remote;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Layout;
import vn.toancanh.wall.remote.ScreenReport.Result;

/** Walls at a server that the test plays: answers at once, unless it is told to hold its answers or is away. */
public final class FakeCityWalls implements CityWalls {
    /** A report as it came. */
    public record Reported(String wall, String screen, ScreenReport report) {}

    /** An order at the server, which waits for its screens. */
    private static final class Order {
        final WallOrder order;
        final Map<String, Result> answers = new TreeMap<>();
        boolean settled;

        Order(WallOrder order) {
            this.order = order;
        }
    }

    public final Map<String, CityWall> walls = new LinkedHashMap<>();
    public final List<Reported> reports = new ArrayList<>();
    public final List<Push> pushes = new ArrayList<>();
    public final Map<String, List<Scene>> scenes = new HashMap<>();
    public final Map<String, Map<String, Optional<Layout>>> sceneBodies = new HashMap<>();
    public Set<CameraId> published = Set.of();
    public Optional<Control> control = Optional.empty();
    public Map<String, WallStanding.ScreenStanding> standing = new LinkedHashMap<>();
    /** Who controls a wall once it is told something that stays; empty: whoever did before. */
    public Optional<Control> byPush = Optional.empty();

    public boolean mayConfigure;
    public boolean away;
    public boolean offered = true;
    public @Nullable Failure pushFails;
    public @Nullable Failure reportFails;
    public long stateVersion = 5;
    /** True: what stands on walls is not to be had. */
    public boolean blind;
    /** True: what walls are told comes there, and nobody hears so. */
    public boolean unheard;
    /** True: scenes are not taken. */
    public boolean keepsNoScenes;
    /** True: answers to reports wait for {@link #answerHeld}. */
    public boolean hold;

    private final List<Runnable> held = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private final Map<Object, News> listeners = new LinkedHashMap<>();

    /** A wall with screens side by side, numbered from 1. */
    public static CityWall wall(String id, String name, String... screens) {
        List<CityWall.Screen> all = new ArrayList<>();
        for (int i = 0; i < screens.length; i++) {
            all.add(new CityWall.Screen(screens[i], i + 1, i * 1920, 0, 1920, 1080, false, null));
        }
        return new CityWall(id, name, all, 1);
    }

    public FakeCityWalls with(CityWall wall) {
        walls.put(wall.id(), wall);
        return this;
    }

    /** Somebody elsewhere tells the screens something; the event is not sent. */
    public WallOrder order(String op, String name, Map<String, Optional<Layout>> layouts, Duration left) {
        return order(op, List.copyOf(layouts.keySet()), name, layouts, WallOrder.Details.NONE, left);
    }

    /** The same of what brings no layout. */
    public WallOrder order(String op, List<String> screens, WallOrder.Details details) {
        return order(op, screens, "", Map.of(), details, Duration.ofSeconds(10));
    }

    private WallOrder order(
            String op,
            List<String> screens,
            String name,
            Map<String, Optional<Layout>> layouts,
            WallOrder.Details details,
            Duration left) {
        WallOrder order = new WallOrder(
                "m-" + (orders.size() + 1),
                op,
                screens,
                "Chị Lan",
                "bàn 3",
                name,
                layouts,
                details,
                stateVersion + 1,
                left);
        if (order.passes()) {
            order = new WallOrder(
                    order.id(), op, screens, order.by(), order.desk(), name, layouts, details, stateVersion, left);
        } else {
            stateVersion++;
            control = Optional.of(new Control("Chị Lan", Instant.parse("2026-11-21T00:00:00Z")));
        }
        orders.add(new Order(order));
        return order;
    }

    /** That one again, as if its answer had never come. */
    public void forgetAnswers(WallOrder order) {
        orders.stream().filter(each -> each.order.equals(order)).forEach(each -> {
            each.answers.clear();
            each.settled = false;
        });
    }

    public void release() {
        stateVersion++;
        control = Optional.empty();
    }

    /** What the screens answered to it. */
    public Map<String, Result> answers(WallOrder order) {
        return orders.stream()
                .filter(each -> each.order.equals(order))
                .findFirst()
                .orElseThrow()
                .answers;
    }

    public void tell(Consumer<News> word) {
        List.copyOf(listeners.values()).forEach(word);
    }

    @Override
    public boolean offered() {
        return offered;
    }

    private static <T> Outcome<T> fails(Kind kind) {
        return Outcome.failed(Failure.of(kind, "as the test wants"));
    }

    @Override
    public void list(Consumer<Outcome<List<CityWall>>> answer) {
        answer.accept(away ? fails(Kind.UNREACHABLE) : Outcome.done(List.copyOf(walls.values())));
    }

    @Override
    public void describe(CityWall wall, Consumer<Outcome<CityWall>> answer) {
        if (!mayConfigure) {
            answer.accept(fails(Kind.FORBIDDEN));
            return;
        }
        CityWall there = walls.get(wall.id());
        if (there != null && there.version() != wall.version()) {
            answer.accept(fails(Kind.CONFLICT));
            return;
        }
        CityWall kept = new CityWall(wall.id(), wall.name(), wall.site(), wall.screens(), wall.version() + 1);
        walls.put(kept.id(), kept);
        answer.accept(Outcome.done(kept));
    }

    @Override
    public void delete(CityWall wall, Consumer<Outcome<String>> answer) {
        CityWall there = walls.get(wall.id());
        if (!mayConfigure || there == null) {
            answer.accept(fails(mayConfigure ? Kind.NOT_FOUND : Kind.FORBIDDEN));
        } else if (there.version() != wall.version()) {
            answer.accept(fails(Kind.CONFLICT));
        } else {
            walls.remove(wall.id());
            answer.accept(Outcome.done(wall.id()));
        }
    }

    @Override
    public void standing(String wallId, Consumer<Outcome<WallStanding>> answer) {
        answer.accept(
                away || blind || !walls.containsKey(wallId)
                        ? fails(away || blind ? Kind.UNREACHABLE : Kind.NOT_FOUND)
                        : Outcome.done(new WallStanding(stateVersion, control, List.copyOf(standing.values()))));
    }

    @Override
    public void report(String wallId, String screenId, ScreenReport report, Consumer<Outcome<Registered>> answer) {
        if (away || reportFails != null) {
            answer.accept(reportFails == null ? fails(Kind.UNREACHABLE) : Outcome.failed(reportFails));
            return;
        }
        reports.add(new Reported(wallId, screenId, report));
        for (Result result : report.results()) {
            orders.stream()
                    .filter(each -> each.order.id().equals(result.orderId()))
                    .forEach(each -> each.answers.put(screenId, result));
        }
        CityWall wall = walls.get(wallId);
        boolean visitors = wall != null
                && wall.screen(screenId).map(CityWall.Screen::visitors).orElse(false);
        Registered said = new Registered(
                visitors,
                stateVersion,
                Duration.ofSeconds(5),
                control,
                orders.stream()
                        .filter(each -> !each.settled
                                && each.order.screens().contains(screenId)
                                && !each.answers.containsKey(screenId))
                        .map(each -> each.order)
                        .toList());
        Runnable says = () -> answer.accept(Outcome.done(said));
        if (hold) {
            held.add(says);
        } else {
            says.run();
        }
    }

    /** Gives the answers held back, the last first where they are to come in another order. */
    public void answerHeld(boolean lastFirst) {
        List<Runnable> waiting = new ArrayList<>(lastFirst ? held.reversed() : held);
        held.clear();
        waiting.forEach(Runnable::run);
    }

    @Override
    public void push(String wallId, Push push, Consumer<Outcome<Push.Told>> answer) {
        pushes.add(push);
        Failure failure = pushFails;
        if (away || failure != null) {
            answer.accept(failure == null ? fails(Kind.UNREACHABLE) : Outcome.failed(failure));
            return;
        }
        if (push.what() instanceof Push.What.Release) {
            release();
        } else if (!push.what().passes() && byPush.isPresent()) {
            control = byPush;
        }
        long version = stateVersion + (push.what().passes() ? 0 : 1);
        answer.accept(unheard ? fails(Kind.TIMEOUT) : Outcome.done(new Push.Told("m-" + pushes.size(), version)));
    }

    @Override
    public void scenes(String wallId, Consumer<Outcome<List<Scene>>> answer) {
        answer.accept(Outcome.done(scenes.getOrDefault(wallId, List.of())));
    }

    @Override
    public void saveScene(
            String wallId, String name, Map<String, Optional<Layout>> layouts, Consumer<Outcome<Scene>> answer) {
        if (keepsNoScenes) {
            answer.accept(fails(Kind.FORBIDDEN));
            return;
        }
        Map<String, String> names = new LinkedHashMap<>();
        layouts.forEach(
                (screen, layout) -> names.put(screen, layout.map(Layout::name).orElse("")));
        Scene scene = new Scene("c-" + name, name, names, 1, "Tôi", true);
        List<Scene> all = new ArrayList<>(scenes.getOrDefault(wallId, List.of()));
        all.add(scene);
        scenes.put(wallId, all);
        sceneBodies.put(scene.id(), Map.copyOf(layouts));
        answer.accept(Outcome.done(scene));
    }

    @Override
    public void deleteScene(String wallId, Scene scene, Consumer<Outcome<String>> answer) {
        List<Scene> all = new ArrayList<>(scenes.getOrDefault(wallId, List.of()));
        all.remove(scene);
        scenes.put(wallId, all);
        answer.accept(Outcome.done(scene.id()));
    }

    @Override
    public void published(Consumer<Outcome<Set<CameraId>>> answer) {
        answer.accept(away ? fails(Kind.UNREACHABLE) : Outcome.done(published));
    }

    @Override
    public Handle onNews(News news) {
        Object token = new Object();
        listeners.put(token, news);
        return () -> listeners.remove(token);
    }
}
