package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.live.LiveRig;
import vn.toancanh.live.LiveTile;
import vn.toancanh.live.Reason;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallMemory;

/** Tiles that show what is selected elsewhere, on two windows of one desk. */
class HotspotsTest {
    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final DeskRig left = DeskRig.window(clock, lane, 2, 2);
    private final DeskRig right = DeskRig.window(clock, lane, 2, 2);
    private final WallDesk first = left.desk;
    private final WallDesk second = right.desk;
    private final Hotspots hotspots = new Hotspots(lane, () -> List.of(first, second));

    private static CameraId camera(String name) {
        return new CameraId(name);
    }

    @BeforeEach
    void open() {
        hotspots.join(first);
        hotspots.join(second);
        first.showCameras(0, List.of(camera("a1"), camera("a2"), camera("a3")));
        second.showCameras(0, List.of(camera("b1"), camera("b2")));
        first.hotspots().toggle(3);
        lane.advance(Duration.ofSeconds(2));
        left.saved.clear();
        right.saved.clear();
    }

    private void select(WallDesk wall, int tile) {
        wall.selectTile(tile);
        lane.advance(Hotspots.REST);
    }

    private static String seen(WallDesk wall) {
        return String.join(
                " ",
                wall.live().tiles().stream()
                        .map(tile -> switch (tile.content()) {
                            case CellContent.OfCamera of ->
                                of.camera().value() + (of.choice() == StreamChoice.MAIN ? "!" : "");
                            case CellContent.Hotspot hotspot -> "?";
                            default -> "-";
                        })
                        .toList());
    }

    @Test
    void itShowsTheMainStreamOfWhatIsSelectedOnAnyWindow() {
        assertThat(seen(first)).isEqualTo("a1 a2 a3 ?");
        select(first, 1);
        assertThat(seen(first)).isEqualTo("a1 a2 a3 a2!");
        select(second, 0);
        assertThat(seen(first)).isEqualTo("a1 a2 a3 b1!");
        select(first, 1);
        assertThat(seen(first)).as("selected there already, and clicked again").isEqualTo("a1 a2 a3 a2!");
        select(first, 3);
        assertThat(seen(first)).as("itself is no other").isEqualTo("a1 a2 a3 a2!");
        select(second, 3);
        assertThat(seen(first)).as("nothing is there to be shown").isEqualTo("a1 a2 a3 a2!");
        second.hotspots().toggle(2);
        assertThat(seen(second)).as("one made later joins in").isEqualTo("b1 b2 a2! -");
    }

    @Test
    void whatItShowsIsNoChangeOfTheWallAndMovesNoPlayer() {
        List<LiveTile> players = first.live().tiles();
        select(first, 0);
        select(first, 2);
        lane.advance(Duration.ofSeconds(5));
        assertThat(left.saved).isEmpty();
        assertThat(right.saved).isEmpty();
        assertThat(first.live().tiles().subList(0, 3)).isEqualTo(players.subList(0, 3));
        assertThat(first.wall().content(3)).isEqualTo(CellContent.HOTSPOT);
        first.changes().undo();
        assertThat(seen(first)).as("the step taken back is the making of it").isEqualTo("a1 a2 a3 -");
        first.changes().redo();
        assertThat(seen(first)).isEqualTo("a1 a2 a3 a3!");
    }

    @Test
    void endingItKeepsTheCameraByTheStreamThatFits() {
        select(first, 0);
        first.hotspots().toggle(3);
        assertThat(seen(first)).isEqualTo("a1 a2 a3 a1");
        select(first, 1);
        assertThat(seen(first)).isEqualTo("a1 a2 a3 a1");
        first.changes().undo();
        assertThat(seen(first)).as("what was selected meanwhile").isEqualTo("a1 a2 a3 a2!");
        first.copyTile(3, 0);
        assertThat(seen(first)).isEqualTo("a2 a2 a3 a2!");
        first.clearTile(3);
        assertThat(seen(first)).isEqualTo("a2 a2 a3 -");
        first.hotspots().toggle(9);
        assertThat(seen(first)).as("there is no such tile").isEqualTo("a2 a2 a3 -");
    }

    @Test
    void aCameraThatIsCalledUpIntoItIsShownThereAndSeveralPassItOver() {
        first.showCamera(3, camera("x"));
        lane.advance(Hotspots.REST);
        assertThat(seen(first)).isEqualTo("a1 a2 a3 x!");
        select(first, 3);
        first.showCameraWhereItFits(camera("y"));
        lane.advance(Hotspots.REST);
        first.showTogether(List.of(camera("z")));
        lane.advance(Hotspots.REST);
        assertThat(seen(first)).isEqualTo("a1 a2 a3 z!");
        assertThat(first.wall().content(3)).isEqualTo(CellContent.HOTSPOT);
        first.showCameras(2, List.of(camera("n1"), camera("n2"), camera("n3")));
        assertThat(seen(first)).isEqualTo("a1 a2 n1 z!");
        first.chosen().exactly(Set.of());
        first.chosen().rotate(List.of(camera("r1"), camera("r2"), camera("r3")));
        assertThat(seen(first)).isEqualTo("r1 r2 r3 z!");
        first.showCameraWhereItFits(camera("q"));
        assertThat(seen(first)).isEqualTo("q r2 r3 z!");
    }

    @Test
    void ofACarouselItIsTheOneWhoseTurnItWasAndOfALentTileWhatIsLentThere() {
        first.selectTile(0);
        first.chosen().rotate(List.of(camera("c1"), camera("c2")));
        lane.advance(Hotspots.REST);
        assertThat(seen(first)).isEqualTo("c1 a2 a3 c1!");
        lane.advance(Duration.ofSeconds(5));
        assertThat(seen(first)).as("it stays for whoever looks at it").isEqualTo("c2 a2 a3 c1!");
        long loan = first.lent().lend(1, camera("alarm"), why -> {});
        select(first, 1);
        assertThat(seen(first)).isEqualTo("c2 alarm a3 alarm!");
        first.lent().giveBack(loan);
        assertThat(seen(first)).isEqualTo("c2 a2 a3 alarm!");
    }

    /** Keeps no wall. */
    private static final class Forgetful implements WallMemory {
        @Override
        public void save(Layout wall) {}

        @Override
        public void load(Consumer<Optional<Layout>> answer) {
            answer.accept(Optional.empty());
        }
    }

    private static List<String> why(WallDesk wall, int tile) {
        return wall.live().tiles().get(tile).why().stream().map(Reason::textKey).toList();
    }

    @Test
    void itsStreamIsNobodysChoiceAndWhereverOneIsThatIsSaid() {
        LiveRig rig = new LiveRig();
        WallDesk wall = new WallDesk(rig.desk, rig.wall, new Forgetful(), GridShape.uniform(2, 2));
        wall.showCameras(0, List.of(camera("c1"), camera("c2")));
        wall.hotspots().toggle(3);
        wall.selectTile(1);
        rig.play(Duration.ofSeconds(1));
        assertThat(why(wall, 3)).contains("why.hotspot").doesNotContain("why.byHand");
        wall.chosen().stream(StreamChoice.MAIN);
        rig.play(Duration.ofSeconds(2));
        assertThat(why(wall, 1)).contains("why.byHand").doesNotContain("why.hotspot");
        wall.swapTiles(0, 3);
        assertThat(why(wall, 0)).as("it goes along").contains("why.hotspot");
        wall.hotspots().toggle(0);
        rig.play(Duration.ofSeconds(8));
        assertThat(why(wall, 0)).doesNotContain("why.hotspot", "why.byHand");
    }

    @Test
    void alarmsLeaveItAlone() {
        AlarmsOnWalls alarms = new AlarmsOnWalls();
        alarms.add(first);
        assertThat(alarms.tile(0, 3).untouched()).isFalse();
        assertThat(alarms.tile(0, 2).untouched()).isTrue();
        select(first, 1);
        assertThat(alarms.tile(0, 3).camera()).contains(camera("a2"));
        first.swapTiles(2, 3);
        assertThat(seen(first)).as("it goes along").isEqualTo("a1 a2 a2! a3");
        assertThat(alarms.tile(0, 2).untouched()).isFalse();
        assertThat(alarms.tile(0, 3).untouched()).isTrue();
    }

    @Test
    void whoeverRunsThroughTilesOpensOnlyNowAndThen() {
        first.selectTile(0);
        first.selectTile(1);
        first.selectTile(2);
        assertThat(seen(first)).isEqualTo("a1 a2 a3 a1!");
        lane.advance(Hotspots.REST);
        assertThat(seen(first)).as("the last of them").isEqualTo("a1 a2 a3 a3!");
        first.selectTile(0);
        assertThat(seen(first)).isEqualTo("a1 a2 a3 a3!");
        lane.advance(Hotspots.REST.multipliedBy(2));
        first.selectTile(1);
        assertThat(seen(first)).as("at once after a rest").isEqualTo("a1 a2 a3 a2!");
        hotspots.close();
    }
}
