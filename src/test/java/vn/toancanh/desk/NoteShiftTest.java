package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.live.LiveRig;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;
import vn.toancanh.shift.CameraWatch;
import vn.toancanh.shift.Happening;
import vn.toancanh.shift.Note;
import vn.toancanh.shift.ShiftBook;
import vn.toancanh.shift.ShiftOwner;
import vn.toancanh.shift.ShiftsInMemory;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallMemory;

/** What a wall and its cameras do, as it stands in the shift. */
class NoteShiftTest {
    private static final GridShape SHAPE = GridShape.uniform(2, 1);

    private final LiveRig rig = new LiveRig();
    private final ShiftBook book = new ShiftBook(rig.desk, rig.clock, new ShiftsInMemory(rig.desk), UUID::randomUUID);
    private Optional<Layout> last = Optional.empty();
    private final WallDesk wall = new WallDesk(rig.desk, rig.wall, new Memory(), SHAPE);
    private final List<OpenWindow> windows = new ArrayList<>(List.of(new OpenWindow(1, 1, Optional.of(wall))));
    private NoteShift notes = notes();

    private final class Memory implements WallMemory {
        @Override
        public void save(Layout layout) {}

        @Override
        public void load(Consumer<Optional<Layout>> answer) {
            answer.accept(last);
        }
    }

    NoteShiftTest() {
        book.follow(new ShiftOwner(URI.create("https://a"), "anna"));
        rig.advance(Duration.ofSeconds(1));
    }

    private NoteShift notes() {
        return new NoteShift(
                rig.desk,
                rig.clock,
                book,
                () -> windows,
                new StandingOnWalls(() -> windows, () -> CatalogueSnapshot.EMPTY));
    }

    private Stream<String> noted() {
        return book.shift().orElseThrow().notes().stream()
                .filter(note -> note.what() != Happening.SIGNED_ON && note.what() != Happening.CAMERA_STOOD)
                .map(note -> note.what() + " " + note.subject() + " " + note.words());
    }

    private static Layout layout(String id, String name, long version) {
        return new Layout(new LayoutId(id), name, Layout.Scope.CITY, SHAPE.grid(), SHAPE.cells(), version);
    }

    @Test
    void aCameraWhosePicturesStopIsLostAndFoundAgain() {
        rig.advance(NoteShift.LOOK);
        wall.showCamera(0, new CameraId("c1"));
        rig.play(Duration.ofSeconds(5));
        rig.advance(CameraWatch.AFTER.plusSeconds(20));
        assertThat(noted()).containsExactly("WALL_CHANGED 1 ", "CAMERA_LOST c1 Camera c1");
        rig.advance(Duration.ofSeconds(60));
        rig.play(Duration.ofSeconds(20));
        assertThat(noted()).containsExactly("WALL_CHANGED 1 ", "CAMERA_LOST c1 Camera c1", "CAMERA_FOUND c1 Camera c1");
    }

    @Test
    void whatStoodBeforeTheFirstChangeOfAShiftIsNotedOnce() {
        rig.advance(NoteShift.LOOK);
        wall.showCamera(0, new CameraId("c1"));
        rig.advance(NoteShift.LOOK);
        assertThat(stood()).as("nothing").containsExactly("1");
        book.handedOver();
        for (String camera : List.of("c2", "c3")) {
            wall.showCamera(1, new CameraId(camera));
            rig.advance(NoteShift.LOOK);
        }
        assertThat(stood()).as("of the next shift").containsExactly("1", "1 c1");
    }

    private Stream<String> stood() {
        return book.shift().orElseThrow().notes().stream()
                .filter(note -> note.what() == Happening.CAMERA_STOOD)
                .map(Note::subject);
    }

    @Test
    void layoutsThatAreOpenedAndSavedAreToldFromWhatHandsChange() {
        rig.advance(NoteShift.LOOK);
        wall.showLayout(layout("l1", "Nút giao", 3));
        rig.advance(NoteShift.LOOK);
        wall.showLayout(layout("l1", "Nút giao", 4));
        rig.advance(NoteShift.LOOK);
        wall.changeShape(GridShape.uniform(3, 3));
        rig.advance(NoteShift.LOOK);
        wall.selectTile(1);
        rig.advance(NoteShift.LOOK);
        assertThat(noted()).containsExactly("LAYOUT_OPENED l1 Nút giao", "LAYOUT_SAVED l1 Nút giao", "WALL_CHANGED 1 ");
    }

    @Test
    void whatIsSavedForTheFirstTimeWasNotOpened() {
        rig.advance(NoteShift.LOOK);
        wall.changeShape(GridShape.uniform(3, 3));
        rig.advance(NoteShift.LOOK);
        Layout stands = wall.wall().layout();
        for (long version : new long[] {0, 1}) {
            wall.changes().saved(stands.as(new LayoutId("l7"), "Mới", Layout.Scope.CITY, version));
            rig.advance(NoteShift.LOOK);
        }
        assertThat(noted()).containsExactly("WALL_CHANGED 1 ", "LAYOUT_SAVED l7 Mới");
        wall.changes().saved(stands.as(new LayoutId("l8"), "Khác", Layout.Scope.CITY, 1));
        rig.advance(NoteShift.LOOK);
        assertThat(noted())
                .as("the server had it at once")
                .containsExactly("WALL_CHANGED 1 ", "LAYOUT_SAVED l7 Mới", "LAYOUT_SAVED l8 Khác");
    }

    @Test
    void whatAWallBeginsWithNobodyHasChanged() {
        last = Optional.of(layout("l9", "Hôm qua", 1));
        rig.advance(NoteShift.LOOK);
        wall.restore(any -> true, any -> {});
        rig.advance(NoteShift.LOOK);
        assertThat(wall.wall().layout().name()).isEqualTo("Hôm qua");
        assertThat(noted()).isEmpty();
    }

    @Test
    void theLayoutThatAWallIsToldToBeginWithNobodyHasOpenedAndWhatIsDoneThenIsSeenAgainstIt() {
        rig.advance(NoteShift.LOOK);
        wall.showLayout(layout("l9", "Ca đêm", 1));
        wall.showCamera(0, new CameraId("c1"));
        wall.changes().forget();
        rig.advance(NoteShift.LOOK);
        assertThat(noted()).isEmpty();
        assertThat(stood()).isEmpty();
        wall.showCamera(1, new CameraId("c2"));
        rig.advance(NoteShift.LOOK);
        assertThat(noted()).containsExactly("WALL_CHANGED 1 ");
        assertThat(stood()).containsExactly("1", "1 c1");
    }

    @Test
    void whatIsDoneBetweenTheBeginningAndTheNextLookIsNoted() {
        rig.advance(NoteShift.LOOK);
        wall.showLayout(layout("l9", "Ca đêm", 1));
        wall.changes().forget();
        wall.showLayout(layout("l1", "Nút giao", 3));
        rig.advance(NoteShift.LOOK);
        assertThat(noted()).containsExactly("LAYOUT_OPENED l1 Nút giao");
    }

    @Test
    void aWindowInTheMiddleThatIsClosedIsNotedAndTheLaterOneStaysItself() {
        WallDesk second = second();
        WallDesk third = second();
        second.showCamera(0, new CameraId("c2"));
        third.showCamera(0, new CameraId("c3"));
        notes.close();
        windows.add(new OpenWindow(7, 2, Optional.of(second)));
        windows.add(new OpenWindow(9, 3, Optional.of(third)));
        notes = notes();
        rig.advance(NoteShift.LOOK);
        assertThat(noted()).as("they were there").isEmpty();
        windows.remove(1);
        windows.set(1, new OpenWindow(9, 2, Optional.of(third)));
        rig.advance(NoteShift.LOOK);
        third.showCamera(1, new CameraId("c4"));
        rig.advance(NoteShift.LOOK);
        assertThat(noted()).containsExactly("WALL_CHANGED 7 ", "WALL_CHANGED 9 ");
        assertThat(stood()).containsExactly("7", "7 c2", "9", "9 c3");
    }

    @Test
    void aWindowThatIsOpenedIsNotedWithNothingThatStoodThere() {
        rig.advance(NoteShift.LOOK);
        windows.add(new OpenWindow(7, 2, Optional.empty()));
        rig.advance(NoteShift.LOOK);
        WallDesk second = second();
        second.showCamera(0, new CameraId("c2"));
        windows.set(1, new OpenWindow(7, 2, Optional.of(second)));
        rig.advance(NoteShift.LOOK);
        assertThat(noted()).containsExactly("WALL_CHANGED 7 ");
        assertThat(stood()).containsExactly("7");
    }

    private WallDesk second() {
        return DeskRig.window(rig.clock, rig.desk, 2, 1).desk;
    }

    @Test
    void nothingIsNotedOfAWallWhoseWindowIsGone() {
        rig.advance(NoteShift.LOOK);
        wall.showCamera(0, new CameraId("c1"));
        windows.clear();
        rig.advance(Duration.ofMinutes(1));
        assertThat(noted()).as("but that it is gone").containsExactly("WALL_CHANGED 1 ");
        assertThat(stood()).containsExactly("1");
        notes.close();
    }
}
