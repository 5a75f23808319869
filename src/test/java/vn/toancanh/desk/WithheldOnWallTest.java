package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Secret;
import vn.toancanh.desk.LayoutDesk.Standing;
import vn.toancanh.layouts.LayoutReader;
import vn.toancanh.layouts.LayoutWriter;
import vn.toancanh.layouts.TextDiff;
import vn.toancanh.layouts.WallText;
import vn.toancanh.live.Cause;
import vn.toancanh.live.TileState;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.model.Layout.Scope;
import vn.toancanh.model.LayoutId;
import vn.toancanh.ui.testing.FakeSessions;

/** A tile whose camera somebody may not see, through all that he does with the layout in which it is. */
class WithheldOnWallTest {
    private static final LayoutId ID = new LayoutId("l-1");

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final FakeSessions sessions = new FakeSessions();
    private final SharedServer server = new SharedServer(lane);
    private final Random ids = new Random(7);
    private final DeskRig rig = DeskRig.window(clock, lane, 2, 1);
    private final WallDesk wall = rig.desk;
    private final SaveLayouts saves = new SaveLayouts(
            server,
            server,
            new UnsentShelfInMemory(lane),
            sessions,
            lane,
            clock,
            () -> new UUID(ids.nextLong(), ids.nextLong()),
            new Random(1));
    private final LayoutDesk desk = new LayoutDesk(
            saves,
            server,
            () -> List.of(wall),
            sessions,
            new EditMode(FreshPreferences.on(lane), false, () -> {}),
            any -> {},
            any -> {});

    private static CellContent withheld(long version, int cell) {
        return new CellContent.Unknown(
                "withheld", "{\"type\": \"withheld\", \"from\": \"l-1/" + version + "/" + cell + "\"}");
    }

    @BeforeEach
    void open() {
        server.told = WithheldOnWallTest::saidAnew;
        sessions.signIn(URI.create("https://may.vn"), "an", Secret.of(FakeSessions.PASSWORD), outcome -> {});
        server.by(
                "Bình",
                new Layout(
                        ID,
                        "Hai phường",
                        Scope.CITY,
                        new Grid(2, 1),
                        List.of(new Cell(0, 0, 1, 1, withheld(0, 0)), new Cell(1, 0, 1, 1, CellContent.EMPTY)),
                        0));
        desk.open(ID, wall);
        lane.runReady();
    }

    /** As a server does, which says where it stands in this version. */
    private static Layout saidAnew(Layout saved) {
        List<Cell> cells = new ArrayList<>();
        for (Cell cell : saved.cells()) {
            cells.add(CellContent.withheld(cell.content()) ? cell.with(withheld(saved.version(), cells.size())) : cell);
        }
        return new Layout(saved.id(), saved.name(), saved.scope(), saved.grid(), cells, saved.version());
    }

    private CellContent content(int tile) {
        return wall.wall().layout().cells().get(tile).content();
    }

    @Test
    void theTileSaysThatThereIsNoRightAndAsksForNoStream() {
        assertThat(rig.live.tiles().getFirst().state())
                .isEqualTo(TileState.of(TileState.Phase.NO_RIGHTS, Cause.WITHHELD));
        assertThat(rig.live.tiles().getFirst().mayTry()).isFalse();
        assertThat(rig.asked).isEmpty();
    }

    @Test
    void itIsNoFreeTile() {
        wall.showCameraWhereItFits(new CameraId("c-1"));
        assertThat(content(0)).isEqualTo(withheld(1, 0));
        assertThat(DeskRig.name(content(1))).isEqualTo("c-1");
    }

    @Test
    void onAFullWallAnotherTileIsTaken() {
        wall.showCameraWhereItFits(new CameraId("c-1"));
        wall.showCameraWhereItFits(new CameraId("c-2"));
        assertThat(content(0)).isEqualTo(withheld(1, 0));
        assertThat(DeskRig.name(content(1))).isEqualTo("c-2");
        wall.showTogether(List.of(new CameraId("c-3")));
        assertThat(content(0)).isEqualTo(withheld(1, 0));
        assertThat(DeskRig.name(content(1))).isEqualTo("c-3");
    }

    @Test
    void movedAndTakenBackItIsWhatItWas() {
        wall.swapTiles(0, 1);
        assertThat(content(1)).isEqualTo(withheld(1, 0));
        wall.showCamera(1, new CameraId("c-2"));
        wall.clearTile(1);
        wall.changes().undo();
        wall.changes().undo();
        assertThat(content(1)).isEqualTo(withheld(1, 0));
        wall.changes().undo();
        assertThat(content(0)).isEqualTo(withheld(1, 0));
        assertThat(desk.standing(wall)).isEqualTo(Standing.SAVED);
    }

    @Test
    void itIsSentAsItCameAndTheWallIsSavedThen() {
        wall.swapTiles(0, 1);
        assertThat(desk.standing(wall)).isEqualTo(Standing.CHANGED);
        desk.save(wall);
        lane.runReady();
        assertThat(server.sent.getLast().cells().get(1).content()).isEqualTo(withheld(1, 0));
        assertThat(wall.wall().layout().version()).isEqualTo(2);
        assertThat(desk.standing(wall)).isEqualTo(Standing.SAVED);
        desk.saveAs(wall, "Của tôi", Scope.PRIVATE);
        lane.runReady();
        assertThat(server.sent.getLast().cells().get(1).content()).isEqualTo(withheld(1, 0));
        assertThat(desk.standing(wall)).isEqualTo(Standing.SAVED);
    }

    @Test
    void aSaveWhoseAnswerWasLostIsKnownAgain() {
        wall.swapTiles(0, 1);
        server.losesAnswers = true;
        desk.save(wall);
        lane.runReady();
        server.losesAnswers = false;
        lane.advance(Duration.ofMinutes(3));
        assertThat(desk.questions()).isEmpty();
        assertThat(server.of(ID)).hasSize(2);
        assertThat(desk.unsent(ID)).isEmpty();
    }

    @Test
    void asATextItGoesOutAndComesBackTheSame() {
        WallText text = WallText.of(wall.wall().layout());
        String written = LayoutWriter.write(text);
        assertThat(written).contains("1: {content: {\"type\": \"withheld\", \"from\": \"l-1/1/0\"}}");
        WallText read = LayoutReader.read(written).text().orElseThrow();
        assertThat(read.screens().getFirst().layout().cells().getFirst().content())
                .isEqualTo(withheld(1, 0));
        wall.swapTiles(0, 1);
        desk.save(wall);
        lane.runReady();
        Layout saved = server.of(ID).getFirst();
        assertThat(TextDiff.between(WallText.of(wall.wall().layout()), WallText.of(saved)))
                .as("of another version, and the same to who may not see it")
                .isEmpty();
        assertThat(TextDiff.between(text, WallText.of(saved))).hasSize(2);
    }

    @Test
    void whereTheServerWouldLoseItThatIsAQuestion() {
        server.refusing = "central.withheldLost";
        wall.showCamera(0, new CameraId("c-3"));
        desk.save(wall);
        lane.runReady();
        assertThat(desk.questions())
                .singleElement()
                .satisfies(asked -> assertThat(asked.why()).isEqualTo("central.withheldLost"));
        server.refusing = "";
        desk.keepAs(ID, "Của tôi", Scope.PRIVATE);
        lane.runReady();
        assertThat(desk.questions()).isEmpty();
        assertThat(server.of(ID)).as("theirs stays").hasSize(1);
    }
}
