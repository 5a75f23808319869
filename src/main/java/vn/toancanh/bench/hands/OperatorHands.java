package vn.toancanh.bench.hands;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import vn.toancanh.base.Clock;
import vn.toancanh.bench.ClientStatus;
import vn.toancanh.bench.MeasuredClient;
import vn.toancanh.bench.WallProbe;

/**
 * Does to a client what an operator does: with keys and mouse in its window, and what takes a dialogue or a list there by the same verbs.
 * What it picks is drawn by lot, cameras that are broken more often than others. On MAIN.
 */
final class OperatorHands {
    /** What hands do; how often beside the others. */
    enum Act {
        ENLARGE(6),
        BACK(5),
        CALL_UP(4),
        SWAP(3),
        BLANK(2),
        PAGE(3),
        LAYOUT(2),
        SHAPE(2),
        ZOOM(2),
        STREAM(1),
        UNDO(2),
        TURNS(1);

        final int often;

        Act(int often) {
            this.often = often;
        }
    }

    private static final List<Act> ALL = Arrays.stream(Act.values())
            .flatMap(act -> Collections.nCopies(act.often, act).stream())
            .toList();

    private static final int ZOOM_STEPS = 4;
    private static final int BETWEEN_KEYS_MS = 30;

    /** What hands reach. */
    record Reach(MeasuredClient client, Fingers fingers, Supplier<ClientStatus> seen) {}

    private final Reach reach;
    private final CamerasOfRun cameras;
    private final BrokenCameras broken;
    private final Diary diary;
    private final Clock clock;
    private final Random random;
    private final Map<Act, Integer> done = new EnumMap<>(Act.class);
    private boolean in;

    OperatorHands(Reach reach, CamerasOfRun cameras, BrokenCameras broken, Diary diary, Clock clock, Random random) {
        this.reach = reach;
        this.cameras = cameras;
        this.broken = broken;
        this.diary = diary;
        this.clock = clock;
        this.random = random;
    }

    /** Has the wall fill the window. */
    void begin() throws IOException, InterruptedException {
        press("F12");
        TimeUnit.SECONDS.sleep(1);
    }

    /** Does something. */
    void act() throws IOException, InterruptedException {
        act(ALL.get(random.nextInt(ALL.size())));
    }

    /** Enlarges a tile by a double click, or makes it smaller again where that was done last. */
    void inAndOut() throws IOException, InterruptedException {
        in = !in;
        if (in) {
            done.merge(Act.ENLARGE, 1, Integer::sum);
            click(any(true), 2);
        } else {
            act(Act.BACK);
        }
    }

    private void act(Act act) throws IOException, InterruptedException {
        done.merge(act, 1, Integer::sum);
        switch (act) {
            case ENLARGE -> enlarge();
            case BACK -> back();
            case CALL_UP -> callUp();
            case SWAP -> swap();
            case BLANK -> blank();
            case PAGE -> page(random.nextBoolean() ? 1 : 1 + cameras.spare());
            case LAYOUT -> layout();
            case SHAPE -> press("Control_L " + Math.max(1, side() - random.nextInt(2)));
            case ZOOM -> zoom();
            case STREAM -> select(any(false), "l");
            case UNDO -> press(random.nextInt(3) == 0 ? "Control_L y" : "Control_L z");
            case TURNS -> turns();
        }
    }

    /** Two in three acts on a small tile begin with one whose camera is broken, where one is to be seen. */
    private ClientStatus.Tile any(boolean large) {
        List<ClientStatus.Tile> seen = reach.seen.get().tiles().stream()
                .filter(tile -> tile.spot().width() > 0)
                .filter(tile -> !large || cameras.large().contains(tile.camera()))
                .toList();
        List<Integer> hurt = broken.hurt();
        List<ClientStatus.Tile> struck =
                seen.stream().filter(tile -> hurt.contains(tile.camera())).toList();
        List<ClientStatus.Tile> from = struck.isEmpty() || random.nextInt(3) == 0 ? seen : struck;
        return from.isEmpty()
                ? new ClientStatus.Tile(1, 0, "", false, new WallProbe.Spot(0, 0, 0, 0, 0), List.of())
                : from.get(random.nextInt(from.size()));
    }

    private void enlarge() throws IOException, InterruptedException {
        ClientStatus.Tile tile = any(true);
        if (random.nextBoolean()) {
            click(tile, 2);
        } else {
            select(tile, "f");
        }
    }

    void back() throws IOException {
        press("Escape");
    }

    private void callUp() throws IOException {
        List<Integer> hurt = broken.hurt();
        int camera = hurt.isEmpty() || random.nextInt(3) == 0
                ? cameras.all().get(random.nextInt(cameras.all().size()))
                : hurt.get(random.nextInt(hurt.size()));
        type(1 + random.nextInt(cameras.tiles()) + "/" + camera);
    }

    private void blank() throws IOException, InterruptedException {
        ClientStatus.Tile tile = any(false);
        type(tile.number() + "/0");
        TimeUnit.MILLISECONDS.sleep(random.nextInt(1500));
        if (random.nextBoolean()) {
            press("Control_L z");
        } else {
            type(tile.number() + "/" + Math.max(1, tile.camera()));
        }
    }

    private void swap() throws IOException, InterruptedException {
        List<String> ways = List.of("Left", "Right", "Up", "Down");
        select(any(false), "Control_L " + ways.get(random.nextInt(ways.size())));
    }

    private void zoom() throws IOException, InterruptedException {
        ClientStatus.Tile tile = any(true);
        for (int i = 0; i < ZOOM_STEPS; i++) {
            select(tile, "Prior");
        }
        TimeUnit.MILLISECONDS.sleep(random.nextInt(2000));
        press("Escape");
    }

    /** As many cameras as tiles, from that place in their order. */
    void page(int first) throws IOException {
        note("page from " + first);
        reach.client.show(first, cameras.tiles());
    }

    private void layout() throws IOException {
        List<Integer> shuffled = new ArrayList<>(cameras.all());
        Collections.shuffle(shuffled, random);
        List<Integer> shown = shuffled.subList(0, random.nextInt(cameras.tiles() * 2 / 3, cameras.tiles() + 1));
        note("a layout of " + shown.size());
        reach.client.show(shown);
    }

    private void turns() throws IOException {
        List<Integer> shuffled = new ArrayList<>(cameras.all());
        Collections.shuffle(shuffled, random);
        int tile = 1 + random.nextInt(cameras.tiles());
        note("turns in tile " + tile);
        reach.client.turns(tile, shuffled.subList(0, 3));
    }

    private int side() {
        return Math.clamp(Math.round(Math.sqrt(cameras.tiles())), 1, 9);
    }

    private void select(ClientStatus.Tile tile, String keys) throws IOException, InterruptedException {
        click(tile, 1);
        TimeUnit.MILLISECONDS.sleep(BETWEEN_KEYS_MS);
        press(keys);
    }

    private void click(ClientStatus.Tile tile, int times) throws InterruptedException {
        WallProbe.Spot spot = tile.spot();
        if (spot.width() > 0) {
            note((times > 1 ? "double click on tile " : "click on tile ") + tile.number());
            reach.fingers.click(spot.x() + spot.width() / 2, spot.y() + spot.height() / 2, times);
        }
    }

    private void press(String keys) throws IOException {
        note(keys);
        reach.fingers.press(keys);
    }

    private void type(String call) throws IOException {
        note("typed " + call);
        reach.fingers.type(call);
        reach.fingers.press("Return");
    }

    private void note(String what) {
        diary.note(clock.nanos(), Diary.WALL, what);
    }

    /** How often what was done. */
    Map<String, Integer> done() {
        Map<String, Integer> told = new TreeMap<>();
        done.forEach((act, count) -> told.put(act.name(), count));
        return told;
    }

    /** How often anything was done. */
    int acts() {
        return done.values().stream().mapToInt(Integer::intValue).sum();
    }
}
