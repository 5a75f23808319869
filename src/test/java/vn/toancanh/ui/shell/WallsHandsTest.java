package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.toancanh.access.Level;
import vn.toancanh.access.Right;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallEdits;
import vn.toancanh.wall.WallState;
import vn.toancanh.wall.remote.CityWalls;
import vn.toancanh.wall.remote.FakeCityWalls;
import vn.toancanh.wall.remote.Push;
import vn.toancanh.wall.remote.Push.What;
import vn.toancanh.wall.remote.ScreenHealth;
import vn.toancanh.wall.remote.WallStanding.ScreenStanding;

/** The walls of the city in hands: what is clicked, dragged and typed there, and what the wall is told for it. */
@Tag("slow")
class WallsHandsTest {
    private static final Texts VI = new Texts(Language.VI);

    private OpenShell open;

    @BeforeEach
    void open() throws Exception {
        openFor(Level.OPERATE);
    }

    private void openFor(Level level) throws Exception {
        open = new OpenShell(60, 2);
        Fx.run(() -> open.desk.sessions.rights = List.of(new Right(level, null, List.of())));
        open.signIn();
        Fx.run(() -> {
            FakeCityWalls server = open.desk.cityWalls;
            server.offered = true;
            server.with(FakeCityWalls.wall("truc", "Phòng trực", "s1", "s2"));
            server.standing.put("s1", standing("s1", CellContent.Carousel.of(List.of(new CameraId("c-1")), 9)));
            server.standing.put("s2", standing("s2", CellContent.EMPTY));
            open.desk.parts.watch().look();
            Fx.press(open.scene().getRoot(), KeyCode.W, true);
        });
        Fx.settle(open.scene());
    }

    @AfterEach
    void close() throws Exception {
        open.close();
    }

    /** Two tiles by two, with that in the first. */
    private static ScreenStanding standing(String screen, CellContent first) {
        Layout layout = WallEdits.place(WallState.empty(GridShape.uniform(2, 2)), 0, first)
                .layout();
        return new ScreenStanding(screen, true, Optional.of(new ScreenHealth(1, 1)), Optional.of(layout));
    }

    private Node screen(int place) {
        return List.copyOf(open.scene().getRoot().lookupAll(".tc-screen-cells")).get(place);
    }

    /** Presses the mouse on one tile of two by two of a screen, and lets it go on another. */
    private void drag(int screen, int from, int to) throws Exception {
        Fx.run(() -> {
            Region cells = (Region) screen(screen);
            mouse(cells, MouseEvent.MOUSE_PRESSED, from);
            mouse(cells, MouseEvent.MOUSE_DRAGGED, to);
            mouse(cells, MouseEvent.MOUSE_RELEASED, to);
        });
        Fx.settle(open.scene());
    }

    private static void mouse(Region cells, EventType<MouseEvent> type, int tile) {
        double x = cells.getWidth() * (tile % 2 == 0 ? 0.25 : 0.75);
        double y = cells.getHeight() * (tile < 2 ? 0.25 : 0.75);
        Point2D screen = cells.localToScreen(x, y);
        // In the scene's coordinates, from nowhere: whoever it passes on its way makes its own of them.
        Point2D scene = cells.localToScene(x, y);
        cells.fireEvent(new MouseEvent(
                type,
                scene.getX(),
                scene.getY(),
                screen.getX(),
                screen.getY(),
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                false,
                null));
    }

    private void press(String key) throws Exception {
        Fx.run(() -> button(key).fire());
        Fx.settle(open.scene());
    }

    /** On the FX thread. */
    private Button button(String key) {
        return open.scene().getRoot().lookupAll(".button").stream()
                .filter(each -> each instanceof Button button && VI.get(key).equals(button.getText()))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + VI.get(key)));
    }

    private boolean seen(String key) throws Exception {
        return Fx.on(() -> {
            Button button = button(key);
            boolean all = true;
            for (Node node = button; node != null; node = node.getParent()) {
                all &= node.isVisible();
            }
            return all;
        });
    }

    /** Types into the field that is called so, and Enter. */
    private void type(String key, String words) throws Exception {
        Fx.run(() -> {
            TextField field = field(key);
            field.setText(words);
            // What the field makes of Enter.
            field.fireEvent(new ActionEvent(field, field));
        });
        Fx.settle(open.scene());
    }

    private String typed(String key) throws Exception {
        return Fx.on(() -> field(key).getText());
    }

    /** The field that is called so. On the FX thread. */
    private TextField field(String key) {
        return open.scene().getRoot().lookupAll(".text-field").stream()
                .map(TextField.class::cast)
                .filter(each -> VI.get(key).equals(each.getAccessibleText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no field " + VI.get(key)));
    }

    private Push last() throws Exception {
        return Fx.on(() -> open.desk.cityWalls.pushes.getLast());
    }

    @Test
    void aTileIsClickedAndGetsTheCameraOfANumber() throws Exception {
        drag(1, 2, 2);
        assertThat(seen("walls.tileShow")).isTrue();
        CameraId camera = Fx.on(() -> open.desk.catalogue.snapshot().cameras().stream()
                .filter(each -> each.number() != null)
                .findFirst()
                .orElseThrow()
                .id());
        Integer number = Fx.on(() ->
                open.desk.catalogue.snapshot().camera(camera).orElseThrow().number());
        type("walls.tileCamera", String.valueOf(number));
        assertThat(last().what()).isEqualTo(new What.OfTile(2, List.of(camera)));
        assertThat(last().screens()).containsExactly("s2");
        type("walls.tileCamera", number + ", " + number);
        assertThat(last().what()).as("both take turns").isEqualTo(new What.OfTile(2, List.of(camera, camera)));
        Fx.run(() -> open.desk.cityWalls.pushes.removeLast());
        type("walls.tileCamera", "999999");
        assertThat(Fx.on(() -> open.scene().getRoot().lookupAll(".label").stream()
                        .anyMatch(each -> each instanceof Label label
                                && VI.get("walls.noNumber", "999999").equals(label.getText()))))
                .isTrue();
        press("walls.tileClear");
        assertThat(last().what()).isEqualTo(new What.OfTile(2, List.of()));
        press("walls.tileEnlarge");
        press("walls.tileBack");
        assertThat(open.desk.cityWalls.pushes).hasSize(4);
        assertThat(seen("walls.tileNext")).as("no cameras take turns there").isFalse();
        drag(1, 2, 2);
        assertThat(seen("walls.tileShow")).as("let go").isFalse();
    }

    @Test
    void whatDoesNotFitIntoTheFieldForCamerasIsRefusedAtOnceHoweverMuchStandsThere() throws Exception {
        drag(1, 2, 2);
        String sixty = "1204, ".repeat(60);
        String most = "1204, ".repeat(CellContent.Carousel.MOST - 1) + "1204";
        for (List<String> tried : List.of(
                List.of(sixty, sixty + "x"), List.of(sixty, sixty + "1204567"), List.of(most, most + ", 1204"))) {
            Duration took = Fx.on(() -> {
                long begin = System.nanoTime();
                field("walls.tileCamera").setText(tried.getFirst());
                field("walls.tileCamera").setText(tried.getLast());
                return Duration.ofNanos(System.nanoTime() - begin);
            });
            assertThat(typed("walls.tileCamera")).isEqualTo(tried.getFirst());
            // The windows stand still meanwhile, and end after ten seconds of that.
            assertThat(took).as(tried.getLast()).isLessThan(Duration.ofMillis(500));
        }
    }

    @Test
    void aTileThatIsDraggedOntoAnotherSwapsBothAndOneBesideTheScreenDoesNothing() throws Exception {
        drag(0, 0, 3);
        assertThat(last().what()).isEqualTo(new What.Swap(0, 3));
        assertThat(last().screens()).containsExactly("s1");
        drag(0, 0, 0);
        type("walls.tileWith", "2");
        assertThat(last().what()).isEqualTo(new What.Swap(0, 1));
        press("walls.tileNext");
        assertThat(last().what()).isEqualTo(new What.Turn(0, 1));
    }

    @Test
    void withoutTheMouseOneScreenIsChosenAndItsTileTyped() throws Exception {
        Fx.run(() -> ((ToggleButton) open.scene().getRoot().lookup(".tc-screen")).fire());
        Fx.settle(open.scene());
        type("walls.tileNumber", "4");
        press("walls.tileClear");
        assertThat(last().what()).isEqualTo(new What.OfTile(3, List.of()));
        type("walls.tileNumber", "5");
        press("walls.tileClear");
        assertThat(open.desk.cityWalls.pushes).as("there is no fifth").hasSize(1);
    }

    @Test
    void allScreensAreNumberedToldWordsAndBlanked() throws Exception {
        press("walls.identify");
        assertThat(last().what()).isEqualTo(new What.Identify());
        assertThat(last().screens()).as("all").isEmpty();
        assertThat(Fx.on(() -> button("walls.send").isDisabled())).isTrue();
        type("walls.messagePrompt", "Họp lúc 9 giờ");
        assertThat(last().what()).isEqualTo(new What.Message("Họp lúc 9 giờ", Duration.ofMinutes(1)));
        press("walls.blank");
        assertThat(last().what()).isEqualTo(new What.Blank());
    }

    @Test
    void whoMayOnlyLookIsOfferedNothing() throws Exception {
        open.close();
        openFor(Level.VIEW);
        drag(0, 0, 3);
        drag(0, 0, 0);
        for (String key : List.of("walls.identify", "walls.blank", "walls.send")) {
            assertThat(Fx.on(() -> button(key).isDisabled())).as(key).isTrue();
        }
        assertThat(seen("walls.tileShow")).isFalse();
        assertThat(open.desk.cityWalls.pushes).isEmpty();
    }

    @Test
    void whatIsRefusedIsNotTypedAnew() throws Exception {
        drag(1, 2, 2);
        type("walls.tileCamera", "999999");
        assertThat(typed("walls.tileCamera")).as("no such number").isEqualTo("999999");
        Fx.run(() -> open.desk.cityWalls.keepsNoScenes = true);
        type("walls.sceneName", "Ca đêm");
        assertThat(typed("walls.sceneName")).isEqualTo("Ca đêm");
        Fx.run(() -> open.desk.cityWalls.keepsNoScenes = false);
        type("walls.sceneName", "Ca đêm");
        assertThat(typed("walls.sceneName")).isEmpty();
        type("walls.messagePrompt", "Họp lúc 9 giờ");
        assertThat(typed("walls.messagePrompt")).as("on its way").isEqualTo("Họp lúc 9 giờ");
        String order = "m-" + Fx.on(() -> open.desk.cityWalls.pushes.size());
        Fx.run(() -> open.desk.cityWalls.tell(news -> news.settled(order, CityWalls.Fate.EXPIRED, "")));
        Fx.settle(open.scene());
        assertThat(typed("walls.messagePrompt")).as("nobody answered").isEqualTo("Họp lúc 9 giờ");
        type("walls.messagePrompt", "Họp lúc 9 giờ");
        String again = "m-" + Fx.on(() -> open.desk.cityWalls.pushes.size());
        Fx.run(() -> open.desk.cityWalls.tell(news -> news.settled(again, CityWalls.Fate.DONE, "")));
        Fx.settle(open.scene());
        assertThat(typed("walls.messagePrompt")).isEmpty();
    }

    /** There the keyboard is when they come. */
    @Test
    void escapeTakesThemAwayFromTheListOfScenesToo() throws Exception {
        Fx.until("the keyboard is there", () -> scenes().isFocused());
        Fx.run(() -> Fx.press(scenes(), KeyCode.ESCAPE, false));
        Fx.settle(open.scene());
        assertThat(Fx.on(() -> open.scene().lookup(".tc-walls") == null)).isTrue();
    }

    @Test
    void aSceneIsDeletedByTwoClicksAndNotByOne() throws Exception {
        type("walls.sceneName", "Ca đêm");
        type("walls.sceneName", "Ca ngày");
        Fx.run(() -> scenes().getSelectionModel().select(0));
        Fx.run(() -> delete().fire());
        assertThat(Fx.on(() -> scenes().getItems().size())).isEqualTo(2);
        Fx.run(() -> scenes().getSelectionModel().select(1));
        Fx.run(() -> delete().fire());
        assertThat(Fx.on(() -> scenes().getItems().size()))
                .as("it was the other one that was asked about")
                .isEqualTo(2);
        assertThat(Fx.on(() -> delete().getText())).isEqualTo(VI.get("walls.deleteSure"));
        Fx.run(() -> delete().fire());
        Fx.settle(open.scene());
        assertThat(Fx.on(() -> scenes().getItems().size())).isEqualTo(1);
        assertThat(Fx.on(() -> delete().getText())).isEmpty();
    }

    /** On the FX thread. */
    private ListView<?> scenes() {
        return open.scene().getRoot().lookupAll(".list-view").stream()
                .filter(each -> VI.get("walls.scenes").equals(each.getAccessibleText()))
                .map(each -> (ListView<?>) each)
                .findFirst()
                .orElseThrow();
    }

    /** On the FX thread. */
    private Button delete() {
        return open.scene().getRoot().lookupAll(".button").stream()
                .filter(each -> VI.get("walls.delete").equals(each.getAccessibleText()))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whileTheServerDoesNotAnswerWhatStandsThereIsSaidToBeOfBefore() throws Exception {
        String words = VI.get("walls.unheard");
        assertThat(reads(words)).isFalse();
        Fx.run(() -> {
            open.desk.cityWalls.away = true;
            open.desk.cityWalls.tell(CityWalls.News::afresh);
        });
        assertThat(reads(words)).isTrue();
        assertThat(reads(VI.get("walls.meansAll"))).isFalse();
        Fx.run(() -> {
            open.desk.cityWalls.away = false;
            open.desk.cityWalls.tell(CityWalls.News::afresh);
        });
        assertThat(reads(words)).isFalse();
    }

    private boolean reads(String words) throws Exception {
        return Fx.on(() -> open.scene().getRoot().lookupAll(".tc-walls .label").stream()
                .anyMatch(each -> each instanceof Label label && label.getText().equals(words)));
    }
}
