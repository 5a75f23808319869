package vn.toancanh.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import vn.toancanh.live.Governor.Use;
import vn.toancanh.live.TileState.Phase;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.PixelSize;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.model.StreamRole;

/** A machine whose memory is short. Its meter is a fake, which may follow what the tiles do. */
class MemoryGovernorTest {
    private static final PixelSize LARGE = new PixelSize(960, 540);

    private final LiveRig rig = new LiveRig();
    private double memory = 0.1;
    private final Governor governor = governor(Shedding.Pace.OF_MEMORY);

    private Governor governor(Shedding.Pace pace) {
        return new Governor(
                rig.desk,
                rig.clock,
                () -> List.of(rig.wall),
                () -> new Use(0.3, memory),
                Governor.Budget.USUAL,
                rig.wall.commons(),
                pace);
    }

    /** So many tiles that are large enough for main streams, the last one worked with. */
    private void showLarge(int tiles) {
        rig.wall.rearrange(tiles(tiles));
        for (int place = 0; place < tiles; place++) {
            rig.wall.resize(place, new PixelSize(LARGE.width() + place, LARGE.height()), false);
        }
        rig.wall.attend(tiles - 1);
        rig.play(Duration.ofSeconds(10));
        assertThat(on(StreamRole.MAIN)).isEqualTo(tiles);
    }

    private static List<LiveWall.Slot> tiles(int count) {
        List<LiveWall.Slot> slots = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            slots.add(new LiveWall.Slot(LiveRig.content("c" + i), -1));
        }
        return slots;
    }

    private void shortFor(Duration time) {
        memory = 0.7;
        rig.play(time);
    }

    private void shortUntil(int level) {
        memory = 0.7;
        for (int looks = 0; governor.thrift() < level; looks++) {
            assertThat(looks).as("goes on to level %d", level).isLessThan(100);
            rig.play(Governor.PERIOD);
        }
        rig.play(Duration.ofSeconds(1));
    }

    private long on(StreamRole role) {
        return rig.wall.tiles().stream()
                .filter(tile -> tile.stream().orElseThrow().role() == role)
                .count();
    }

    private List<Integer> resting() {
        return rig.wall.tiles().stream()
                .filter(tile -> tile.state().phase() == Phase.PAUSED)
                .map(LiveTile::index)
                .toList();
    }

    private List<String> why(int place) {
        return rig.tile(place).why().stream().map(Reason::textKey).toList();
    }

    @Test
    void whatNobodySeesGoesFirstThenMainStreamsThenTheSmallestTilesAndNeverTheOneWorkedWith() {
        showLarge(9);
        rig.wall.expect(List.of(new CameraId("c50")));
        rig.wall.see(0, false);
        rig.play(Duration.ofSeconds(3));
        assertThat(rig.wall.commons().warm().count()).isPositive();
        assertThat(resting()).isEmpty();

        shortUntil(1);
        assertThat(rig.wall.commons().warm().count()).isZero();
        assertThat(resting()).as("before its ten seconds are over").containsExactly(0);
        assertThat(on(StreamRole.MAIN)).as("what is seen stays").isEqualTo(9);

        shortUntil(2);
        assertThat(on(StreamRole.SUB)).isEqualTo(2);
        assertThat(why(1)).contains("why.memoryShort");
        shortUntil(5);
        assertThat(on(StreamRole.SUB)).isEqualTo(7);
        assertThat(rig.wall.notLive().count()).as("all that is seen is live").isZero();

        shortUntil(6);
        assertThat(resting()).as("the smallest").containsExactly(0, 1);
        assertThat(rig.tile(1).state().cause()).isEqualTo(Cause.MEMORY_SHORT);
        assertThat(why(1)).contains("tile.paused", "cause.memoryShort", "why.restsForMemory");
        assertThat(why(0)).as("nobody sees it").contains("why.unseen").doesNotContain("cause.memoryShort");
        assertThat(rig.wall.notLive())
                .as("what is to be seen and rests is not live, and is counted")
                .isEqualTo(new LiveWall.NotLive(1, 8));

        shortFor(Duration.ofMinutes(10));
        assertThat(governor.thrift()).isEqualTo(Thrift.MOST);
        assertThat(resting()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(rig.phase(8)).isEqualTo(Phase.LIVE);
        assertThat(rig.tile(8).stream().orElseThrow().role()).isEqualTo(StreamRole.MAIN);
        assertThat(governor.level()).as("the processors have time").isZero();
    }

    @Test
    void allIsGivenBackOnceThereIsMemoryStepByStep() {
        showLarge(8);
        shortUntil(Thrift.MOST);
        memory = 0.58;
        rig.play(Duration.ofMinutes(2));
        assertThat(governor.thrift()).as("just below the budget").isEqualTo(Thrift.MOST);
        memory = 0.3;
        rig.play(Duration.ofSeconds(40));
        assertThat(governor.thrift()).isEqualTo(Thrift.MOST - 1);
        rig.play(Duration.ofMinutes(6));
        assertThat(governor.thrift()).isZero();
        assertThat(on(StreamRole.MAIN)).isEqualTo(8);
        assertThat(rig.wall.tiles()).extracting(tile -> tile.state().phase()).containsOnly(Phase.LIVE);
        assertThat(rig.wall.tiles())
                .allSatisfy(tile -> assertThat(tile.why())
                        .extracting(Reason::textKey)
                        .doesNotContain("why.memoryShort", "why.restsForMemory"));
    }

    @Test
    void aTileThatIsSelectedHasItsPicturesBack() {
        showLarge(8);
        shortUntil(Thrift.MOST);
        assertThat(rig.phase(0)).isEqualTo(Phase.PAUSED);
        rig.wall.attend(0);
        rig.play(Governor.PERIOD.plusSeconds(1));
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
        assertThat(Objects.requireNonNull(rig.players.last()).size).isNotNull();
    }

    @Test
    void whatIsPickedByHandOrEnlargedKeepsItsMainStream() {
        showLarge(8);
        List<LiveWall.Slot> slots = new ArrayList<>(tiles(8));
        slots.set(0, new LiveWall.Slot(new CellContent.OfCamera(new CameraId("c1"), StreamChoice.MAIN), 0));
        for (int place = 1; place < 8; place++) {
            slots.set(place, new LiveWall.Slot(slots.get(place).content(), place));
        }
        rig.wall.rearrange(slots);
        rig.wall.resize(1, new PixelSize(1900, 1000), true);
        shortUntil(5);
        assertThat(rig.tile(0).stream().orElseThrow().role()).isEqualTo(StreamRole.MAIN);
        assertThat(rig.tile(1).stream().orElseThrow().role()).isEqualTo(StreamRole.MAIN);
        assertThat(rig.tile(2).stream().orElseThrow().role()).isEqualTo(StreamRole.SUB);
    }

    @Test
    void aTileThatRestsForMemoryAndIsHiddenRestsForThatReasonThen() {
        showLarge(4);
        shortUntil(Thrift.MOST);
        assertThat(rig.tile(0).state().cause()).isEqualTo(Cause.MEMORY_SHORT);
        rig.wall.see(0, false);
        assertThat(rig.phase(0)).isEqualTo(Phase.PAUSED);
        assertThat(rig.tile(0).state().cause()).isNull();
        rig.play(Governor.PERIOD);
        rig.wall.see(0, true);
        rig.play(Governor.PERIOD.plusSeconds(1));
        assertThat(rig.tile(0).state().cause()).isEqualTo(Cause.MEMORY_SHORT);
    }

    @Test
    void aWallOfOneTileIsNeverDark() {
        rig.show("c1");
        shortFor(Duration.ofMinutes(10));
        assertThat(governor.thrift()).isEqualTo(Thrift.MOST);
        assertThat(rig.phase(0)).isEqualTo(Phase.LIVE);
    }

    @Test
    void aStreamThatNobodySeesIsNotOpenedToBeLetGoAtOnce() {
        rig.show("c1");
        shortFor(Duration.ofSeconds(3));
        int opened = rig.players.opened.size();
        rig.wall.expect(List.of(new CameraId("c2")));
        rig.play(Duration.ofSeconds(1));
        assertThat(rig.players.opened).hasSize(opened);
    }

    @Test
    void aShortMomentIsNoReason() {
        showLarge(4);
        shortFor(Duration.ofSeconds(5));
        memory = 0.5;
        rig.play(Duration.ofSeconds(4));
        shortFor(Duration.ofSeconds(5));
        assertThat(governor.thrift()).isZero();
    }

    /** Shares of the machine: decoders of main streams are dear, what rests costs next to nothing. */
    private double taken() {
        double held = 0.1 + 0.01 * rig.wall.commons().warm().count();
        for (LiveTile tile : rig.wall.tiles()) {
            boolean main = tile.stream().orElseThrow().role() == StreamRole.MAIN;
            held += tile.state().phase() == Phase.PAUSED ? 0.002 : main ? 0.06 : 0.03;
        }
        return held;
    }

    /** How often a governor changes its mind within ten minutes of a wall that follows it, from the third minute on. */
    private int changes(Governor of, IntToDoubleFunction besides) {
        int changes = 0;
        int before = 0;
        for (int second = 0; second < 600; second++) {
            memory = taken() + besides.applyAsDouble(second);
            rig.play(Duration.ofSeconds(1));
            changes += second > 180 && of.thrift() != before ? 1 : 0;
            before = of.thrift();
        }
        return changes;
    }

    @Test
    void aWallThatAsksForTooMuchSettlesWithinTheBudget() {
        showLarge(12);
        assertThat(taken()).as("too much").isGreaterThan(Governor.Budget.USUAL.memory());
        int changes = changes(governor, second -> 0);
        assertThat(taken()).isLessThanOrEqualTo(Governor.Budget.USUAL.memory());
        assertThat(resting()).as("small streams are enough").isEmpty();
        assertThat(changes).isLessThanOrEqualTo(8);
    }

    /** What the test above would find: the same wall under a governor that has no patience. */
    @Test
    void aGovernorWithoutPatienceIsSeenToFlap() {
        governor.close();
        Governor hasty = governor(new Shedding.Pace(Thrift.MOST, 1, 1, Duration.ZERO, Duration.ZERO));
        showLarge(12);
        assertThat(changes(hasty, second -> 0)).isGreaterThan(40);
    }

    @Test
    void whereNothingHelpsItStopsAtTheLastStepAndChangesNothingMore() {
        showLarge(12);
        changes(governor, second -> 1);
        int opened = rig.players.opened.size();
        assertThat(governor.thrift()).isEqualTo(Thrift.MOST);
        assertThat(changes(governor, second -> 1)).isZero();
        assertThat(rig.players.opened).hasSize(opened);
        assertThat(rig.phase(11)).isEqualTo(Phase.LIVE);
    }
}
