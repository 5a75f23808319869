package vn.toancanh.desk;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Secret;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.model.Layout;
import vn.toancanh.model.Monitor;
import vn.toancanh.prefs.PreferenceStore;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.ui.testing.FakeSessions;
import vn.toancanh.wall.WallMemory;
import vn.toancanh.wall.remote.FakeCityWalls;

/** A desk of two windows that shows a wall, and can be killed and started again with what it kept. */
final class NodeRig implements WallNode.Windows {
    /** Keeps one layout at once. */
    static final class Kept implements WallMemory {
        Optional<Layout> layout = Optional.empty();
        /** True: answers wait for {@link #answer}. */
        boolean held;

        private final List<Runnable> waiting = new ArrayList<>();

        @Override
        public void save(Layout wall) {
            layout = Optional.of(wall);
        }

        @Override
        public void load(Consumer<Optional<Layout>> answer) {
            if (held) {
                waiting.add(() -> answer.accept(layout));
            } else {
                answer.accept(layout);
            }
        }

        /** Gives the answers that were held back. */
        void answer() {
            held = false;
            List<Runnable> all = List.copyOf(waiting);
            waiting.clear();
            all.forEach(Runnable::run);
        }
    }

    final ManualClock clock = new ManualClock();
    final ManualLane lane = new ManualLane(clock);
    final FakeCityWalls server = new FakeCityWalls();
    final FakeSessions sessions = new FakeSessions();
    final List<Notices.Notice> told = new ArrayList<>();
    final Map<Integer, Boolean> visitors = new HashMap<>();
    final List<Kept> kept = List.of(new Kept(), new Kept());
    final List<Kept> beneath = List.of(new Kept(), new Kept());
    private final Map<String, String> settings = new HashMap<>();
    private final String name;
    private int made;
    boolean ready = true;
    Preferences preferences;
    List<DeskRig> windows = List.of();
    WallNode node;

    NodeRig(String name) {
        this.name = name;
        sessions.signIn(URI.create("https://may.vn"), "nut", Secret.of(FakeSessions.PASSWORD), any -> {});
        start();
    }

    private void start() {
        windows = List.of(DeskRig.window(clock, lane, 2, 1), DeskRig.window(clock, lane, 2, 1));
        for (int i = 0; i < windows.size(); i++) {
            DeskRig window = windows.get(i);
            kept.get(i).layout.ifPresent(last -> window.desk.showLayout(last));
        }
        preferences = new Preferences(
                Map.copyOf(settings),
                new PreferenceStore() {
                    @Override
                    public Map<String, String> load() {
                        return settings;
                    }

                    @Override
                    public void save(String key, String value) {
                        settings.put(key, value);
                    }
                },
                lane);
        node = new WallNode(
                lane,
                clock,
                server,
                sessions,
                new PlaceRights(sessions, () -> CatalogueSnapshot.EMPTY),
                preferences,
                this,
                NodeName.read(name).orElseThrow(),
                () -> new UUID(0, ++made),
                told::add);
    }

    /** As kill -9 does: what was kept is there, and nothing else. */
    void killedAndStartedAgain() {
        node.close();
        start();
    }

    @Override
    public boolean ready() {
        return ready;
    }

    @Override
    public List<NodeWindow> now() {
        List<NodeWindow> now = new ArrayList<>();
        for (int i = 0; i < windows.size(); i++) {
            now.add(new NodeWindow(
                    i + 1,
                    i + 1,
                    new Monitor("DP-" + (i + 1), "", 1920 * i, 0, 1920, 1080),
                    windows.get(i).desk,
                    kept.get(i),
                    beneath.get(i)));
        }
        return now;
    }

    @Override
    public void visitors(int windowId, boolean only) {
        visitors.put(windowId, only);
    }

    void pass(int seconds) {
        lane.advance(Duration.ofSeconds(seconds));
    }

    List<String> stands(int window) {
        return windows.get(window).kept();
    }
}
