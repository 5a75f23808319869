package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.desk.DeskRig.camera;
import static vn.toancanh.desk.DeskRig.name;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualLane;
import vn.toancanh.desk.LentTiles.Gone;
import vn.toancanh.live.LiveTile;
import vn.toancanh.live.LiveWall;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Layout;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallHistory;
import vn.toancanh.wall.WallState;

/** What a person takes back on a wall, and what stays whatever is taken back. */
class WallChangesTest {
    private final DeskRig rig = new DeskRig(2, 2);
    private final ManualLane lane = rig.lane;
    private final LiveWall live = rig.live;
    private final WallDesk desk = rig.desk;
    private final List<Gone> gone = new ArrayList<>();

    @Test
    void whatWasDoneIsTakenBackStepByStepAndComesAgain() {
        desk.showCamera(0, camera(1));
        desk.showTogether(List.of(camera(2), camera(3)));
        desk.swapTiles(0, 3);
        desk.changeShape(GridShape.uniform(3, 3));
        desk.clearTile(3);
        List<List<String>> back = new ArrayList<>();
        while (desk.changes().undo()) {
            back.add(rig.kept());
        }
        assertThat(back)
                .containsExactly(
                        List.of("-", "c2", "c3", "c1", "-", "-", "-", "-", "-"),
                        List.of("-", "c2", "c3", "c1"),
                        List.of("c1", "c2", "c3", "-"),
                        List.of("c1", "-", "-", "-"),
                        List.of("-", "-", "-", "-"));
        assertThat(desk.changes().canUndo()).isFalse();
        int again = 0;
        while (desk.changes().redo()) {
            again++;
        }
        assertThat(again).isEqualTo(5);
        assertThat(rig.kept()).containsExactly("-", "c2", "c3", "-", "-", "-", "-", "-", "-");
        desk.changes().undo();
        desk.showCamera(8, camera(8));
        assertThat(desk.changes().canRedo()).as("something else was done").isFalse();
    }

    @Test
    void playersOfCamerasThatStayGoOn() {
        desk.showAll(List.of(camera(1), camera(2), camera(3), camera(4)));
        LiveTile first = live.tiles().getFirst();
        desk.swapTiles(0, 3);
        desk.showCamera(1, camera(5));
        desk.changes().undo();
        desk.changes().undo();
        assertThat(live.tiles().getFirst()).isSameAs(first);
        assertThat(rig.played()).containsExactly("c1", "c2", "c3", "c4");
    }

    @Test
    void selectingAndEnlargingAreNoStepsAndATileTakenBackIsSeen() {
        desk.showCamera(0, camera(1));
        desk.showCamera(1, camera(2));
        desk.selectTile(1);
        desk.enlargeTile(0);
        desk.changes().undo();
        assertThat(rig.kept()).containsExactly("c1", "-", "-", "-");
        assertThat(desk.wall().enlarged()).as("so that it is seen").isEqualTo(WallState.NONE);
        assertThat(desk.wall().selected()).isZero();
    }

    @Test
    void whatIsTakenBackIsRememberedToo() {
        desk.showCamera(0, camera(1));
        lane.advance(Duration.ofSeconds(1));
        desk.changes().undo();
        lane.advance(Duration.ofSeconds(1));
        assertThat(name(rig.saved.getLast().cells().getFirst().content())).isEqualTo("-");
    }

    @Test
    void aWallThatComesBackIsNoStepAndWhoSitsDownNextTakesNothingBack() {
        rig.last = Optional.of(desk.wall().layout());
        desk.restore(any -> true, any -> {});
        assertThat(desk.changes().canUndo()).isFalse();
        desk.showCamera(0, camera(1));
        List<WallState> told = new ArrayList<>();
        desk.onChange(told::add);
        desk.changes().forget();
        assertThat(desk.changes().undo()).isFalse();
        assertThat(told).as("the button is to be grey").hasSize(1);
        assertThat(rig.kept()).containsExactly("c1", "-", "-", "-");
    }

    @Test
    void whatAnAlarmShowsIsNoStepAndStaysWhenAChangeBelowItIsTakenBack() {
        desk.showAll(List.of(camera(1), camera(2), camera(3), camera(4)));
        desk.changes().forget();
        desk.showCamera(3, camera(9));
        long loan = desk.lent().lend(3, new CameraId("alarm"), gone::add);
        desk.changes().undo();
        assertThat(rig.played()).containsExactly("c1", "c2", "c3", "alarm");
        assertThat(rig.kept()).containsExactly("c1", "c2", "c3", "c4");
        assertThat(desk.changes().canUndo()).isFalse();
        desk.changes().redo();
        assertThat(rig.played()).containsExactly("c1", "c2", "c3", "alarm");
        assertThat(gone).isEmpty();
        desk.lent().giveBack(loan);
        assertThat(rig.played()).containsExactly("c1", "c2", "c3", "c9");
    }

    @Test
    void anAlarmKeptByHandIsAStep() {
        desk.showAll(List.of(camera(1), camera(2), camera(3), camera(4)));
        desk.lent().lend(3, new CameraId("alarm"), gone::add);
        desk.lent().keep(3);
        desk.changes().undo();
        assertThat(rig.played()).containsExactly("c1", "c2", "c3", "c4");
        desk.changes().redo();
        assertThat(rig.kept()).containsExactly("c1", "c2", "c3", "alarm");
    }

    /** Whatever a person does and alarms do meanwhile, taking all back brings every wall of before, with what is lent over it. */
    @Test
    void whateverIsDoneIsTakenBackAndComesAgain() {
        for (long seed = 1; seed <= 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            WallChangesTest one = new WallChangesTest();
            Deque<Layout> walls = new ArrayDeque<>();
            for (int step = 0; step < 70; step++) {
                Layout before = one.desk.wall().layout();
                act(one.desk, random, step);
                if (!one.desk.wall().layout().equals(before)) {
                    walls.push(before);
                }
            }
            Layout last = one.desk.wall().layout();
            int steps = Math.min(WallHistory.STEPS, walls.size());
            int lent = one.desk.lent().all().size();
            for (int i = 0; i < steps; i++) {
                assertThat(one.desk.changes().undo()).as("seed %d", seed).isTrue();
                assertThat(one.desk.wall().layout()).as("seed %d", seed).isEqualTo(walls.pop());
                assertThat(one.rig.played()).as("seed %d", seed).isEqualTo(one.seen());
            }
            assertThat(one.desk.changes().undo()).as("seed %d", seed).isFalse();
            for (int i = 0; i < steps; i++) {
                one.desk.changes().redo();
            }
            assertThat(one.desk.wall().layout()).as("seed %d", seed).isEqualTo(last);
            assertThat(one.desk.lent().all()).as("seed %d", seed).hasSizeLessThanOrEqualTo(lent);
        }
    }

    private static void act(WallDesk desk, SplittableRandom random, int step) {
        int tile = random.nextInt(9);
        switch (random.nextInt(8)) {
            case 0 -> desk.lent().lend(tile, new CameraId("a" + step), why -> {});
            case 1 -> desk.swapTiles(tile, random.nextInt(9));
            case 2 -> desk.changeShape(GridShape.uniform(2 + tile % 2, 2 + tile / 5));
            case 3, 4 -> desk.showCamera(tile, camera(random.nextInt(12)));
            case 5 -> desk.clearTile(tile);
            case 6 -> desk.showTogether(List.of(camera(20 + step), camera(70 + step)));
            default -> desk.enlargeTile(tile);
        }
    }

    private List<String> seen() {
        List<String> seen = new ArrayList<>();
        for (int tile = 0; tile < desk.wall().tiles(); tile++) {
            seen.add(name(desk.content(tile)));
        }
        return seen;
    }
}
