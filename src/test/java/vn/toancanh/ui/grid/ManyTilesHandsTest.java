package vn.toancanh.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.base.Language;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.PictureView;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.ui.testing.Hand;
import vn.toancanh.wall.GridShape;

/** Many tiles selected, copied, merged and split by hand, through the window system. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class ManyTilesHandsTest {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 540;
    private static final int SIDE = 3;

    /** What people call green or red is no further from it. */
    private static final double HUE_DEGREES = 30;

    private Hand hand;
    private GridRig rig;

    @BeforeEach
    void open() throws Exception {
        Fx.needed();
        hand = new Hand();
        rig = Fx.on(() -> new GridRig(Language.VI, GridShape.uniform(SIDE, SIDE), 15, 6, WIDTH, HEIGHT));
        Fx.until("it is on the screen", () -> rig.isShowing() && rig.view.getWidth() == WIDTH);
        Fx.settle(rig.view.getScene());
        Fx.run(rig.view::requestFocus);
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(rig::close);
    }

    private Point2D tile(int tile) throws Exception {
        int column = tile % SIDE;
        int row = tile / SIDE;
        return Hand.at(rig.view.getScene(), WIDTH * (column + 0.5) / SIDE, HEIGHT * (row + 0.5) / SIDE);
    }

    private void untilSelected(Integer... tiles) throws Exception {
        Fx.until(
                "selected are " + List.of(tiles),
                () -> rig.desk.wall().selection().equals(Set.of(tiles)));
    }

    private void clickWith(int tile, KeyCode key) throws Exception {
        hand.moveTo(tile(tile));
        hand.hold(key);
        hand.press(MouseButton.PRIMARY);
        hand.release(MouseButton.PRIMARY);
        hand.letGo(key);
    }

    private List<String> states(int tile) throws Exception {
        return Fx.on(() -> {
            List<Node> nodes = new ArrayList<>(rig.view.lookupAll(".tile"));
            nodes.sort(
                    Comparator.comparingDouble((Node each) -> each.getLayoutY()).thenComparingDouble(Node::getLayoutX));
            return nodes.get(tile).getPseudoClassStates().stream()
                    .map(PseudoClass::getPseudoClassName)
                    .toList();
        });
    }

    @Test
    void controlAddsATileAndShiftAllAsFarAsThere() throws Exception {
        hand.click(tile(0), MouseButton.PRIMARY);
        untilSelected(0);
        clickWith(5, KeyCode.CONTROL);
        untilSelected(0, 5);
        assertThat(states(5)).contains("selected", "foremost");
        assertThat(states(0)).contains("selected").doesNotContain("foremost");
        clickWith(5, KeyCode.CONTROL);
        untilSelected(0);
        clickWith(4, KeyCode.SHIFT);
        untilSelected(0, 1, 3, 4);
        hand.type(KeyCode.ESCAPE);
        untilSelected(0);
        hand.type(KeyCode.ESCAPE);
        Fx.until("none", () -> rig.desk.wall().selection().isEmpty());
    }

    @Test
    void aBandFromAnEmptyTileSelectsWhatItTouches() throws Exception {
        hand.carry(tile(8), tile(4));
        untilSelected(4, 5, 7, 8);
        Node band = Fx.on(() -> rig.view.lookup(".grid-band"));
        assertThat(band.isVisible()).isTrue();
        hand.release(MouseButton.PRIMARY);
        Fx.until("it is gone", () -> !band.isVisible());
        untilSelected(4, 5, 7, 8);
    }

    @Test
    void withShiftABandBeginsAtACameraToo() throws Exception {
        CellContent first = Fx.on(() -> rig.desk.wall().content(0));
        hand.hold(KeyCode.SHIFT);
        hand.drag(tile(0), tile(1));
        hand.letGo(KeyCode.SHIFT);
        untilSelected(0, 1);
        assertThat(Fx.on(() -> rig.desk.wall().content(0)))
                .as("nothing was moved")
                .isEqualTo(first);
    }

    @Test
    void arrowsWithShiftDoTheSameAndGoBack() throws Exception {
        hand.click(tile(4), MouseButton.PRIMARY);
        hand.type(KeyCode.RIGHT, KeyCode.SHIFT);
        hand.type(KeyCode.DOWN, KeyCode.SHIFT);
        untilSelected(4, 5, 7, 8);
        hand.type(KeyCode.LEFT, KeyCode.SHIFT);
        untilSelected(4, 7);
        hand.type(KeyCode.A, KeyCode.CONTROL);
        untilSelected(0, 1, 2, 3, 4, 5, 6, 7, 8);
        hand.type(KeyCode.DELETE);
        Fx.until(
                "all are empty",
                () -> rig.desk.wall().layout().cells().stream()
                        .allMatch(cell -> cell.content() instanceof CellContent.Empty));
        assertThat(Fx.on(() -> rig.desk.changes().undo())).isTrue();
        assertThat(Fx.on(() -> rig.desk.wall().content(5))).isInstanceOf(CellContent.OfCamera.class);
    }

    @Test
    void keysMergeAndSplit() throws Exception {
        hand.click(tile(0), MouseButton.PRIMARY);
        hand.type(KeyCode.RIGHT, KeyCode.SHIFT);
        hand.type(KeyCode.DOWN, KeyCode.SHIFT);
        untilSelected(0, 1, 3, 4);
        hand.type(KeyCode.M);
        Fx.until("six tiles are left", () -> rig.desk.wall().tiles() == 6);
        untilSelected(0);
        hand.type(KeyCode.S);
        Fx.until("nine again", () -> rig.desk.wall().tiles() == 9);
    }

    @Test
    void hMakesAHotspotThatShowsWhatIsClickedAndTheMenuEndsIt() throws Exception {
        hand.click(tile(8), MouseButton.PRIMARY);
        hand.type(KeyCode.H);
        Fx.until("it is one", () -> rig.desk.wall().content(8).equals(CellContent.HOTSPOT));
        hand.click(tile(1), MouseButton.PRIMARY);
        Fx.until("it shows the second", () -> rig.desk.content(8).cameras().equals(List.of(GridRig.id(1))));
        choose(8, "Thôi làm ô tiêu điểm, giữ camera này");
        Fx.until("the camera stays", () -> rig.desk.wall().content(8).cameras().equals(List.of(GridRig.id(1))));
        hand.type(KeyCode.H);
        Fx.until("one again", () -> rig.desk.wall().content(8).equals(CellContent.HOTSPOT));
        assertThat(Fx.on(() -> rig.desk.changes().undo())).isTrue();
        assertThat(Fx.on(() -> rig.desk.wall().content(8))).isInstanceOf(CellContent.OfCamera.class);
    }

    @Test
    void aDragWithControlCopiesAndSaysSoWhileItLasts() throws Exception {
        CellContent first = Fx.on(() -> rig.desk.wall().content(0));
        hand.hold(KeyCode.CONTROL);
        hand.carry(tile(0), tile(8));
        Fx.until("it is welcome there, framed green", () -> framed("welcome", Color.LIME));
        hand.release(MouseButton.PRIMARY);
        hand.letGo(KeyCode.CONTROL);
        Fx.until("it is there", () -> rig.desk.wall().content(8).equals(first));
        assertThat(Fx.on(() -> rig.desk.wall().content(0))).as("and here, too").isEqualTo(first);
    }

    @Test
    void overItselfADragIsNotWelcome() throws Exception {
        hand.carry(tile(0), tile(0).add(30, 20));
        Fx.until("it is not welcome, framed red", () -> framed("unwelcome", Color.RED));
        hand.release(MouseButton.PRIMARY);
    }

    /** True where a tile in that state has a frame of about that colour all around. */
    private boolean framed(String state, Color colour) {
        return rig.view.lookupAll(".tile").stream()
                .filter(each -> each.getPseudoClassStates().contains(PseudoClass.getPseudoClass(state)))
                .map(each -> ((Region) each).getBorder())
                .anyMatch(border -> border != null
                        && border.getStrokes().stream()
                                .allMatch(each -> each.getTopStroke() instanceof Color stroke
                                        && apart(stroke, colour) < HUE_DEGREES
                                        && each.isStrokeUniform()));
    }

    private static double apart(Color one, Color other) {
        double degrees = Math.abs(one.getHue() - other.getHue());
        return Math.min(degrees, 360 - degrees);
    }

    private static List<MenuItem> lines() {
        return Window.getWindows().stream()
                .filter(each -> each instanceof ContextMenu && each.isShowing())
                .flatMap(each -> ((ContextMenu) each).getItems().stream())
                .flatMap(each -> each instanceof Menu menu ? menu.getItems().stream() : Stream.of(each))
                .toList();
    }

    /** Opens the menu of a tile and chooses a line of it, or of a menu in it. */
    private void choose(int tile, String words) throws Exception {
        hand.click(tile(tile), MouseButton.SECONDARY);
        Fx.until(
                "there is a menu with " + words, () -> lines().stream().anyMatch(each -> words.equals(each.getText())));
        Fx.run(() -> {
            MenuItem line = lines().stream()
                    .filter(each -> words.equals(each.getText()))
                    .findFirst()
                    .orElseThrow();
            assertThat(line.isDisable()).as(words).isFalse();
            line.fire();
        });
        hand.type(KeyCode.ESCAPE);
        Fx.until("the menu is gone", () -> lines().isEmpty());
    }

    @Test
    void theMenuDoesWhatTheKeysDo() throws Exception {
        hand.click(tile(0), MouseButton.PRIMARY);
        hand.type(KeyCode.RIGHT, KeyCode.SHIFT);
        untilSelected(0, 1);
        choose(0, "Luân phiên các camera đang chọn");
        Fx.until("they take turns", () -> rig.desk.wall().content(0) instanceof CellContent.Carousel);
        choose(0, "Mỗi camera 20 giây");
        assertThat(Fx.on(() -> ((CellContent.Carousel) rig.desk.wall().content(0))
                        .stops()
                        .getFirst()
                        .seconds()))
                .isEqualTo(20);
        choose(0, "Ngừng luân phiên, giữ camera này");
        Fx.until("one is left", () -> rig.desk.wall().content(0) instanceof CellContent.OfCamera);
        choose(0, "Lấp đầy ô");
        choose(0, "Xoay sang phải 90°");
        assertThat(Fx.on(() -> ((CellContent.OfCamera) rig.desk.wall().content(0)).view()))
                .isEqualTo(new PictureView(PictureView.Fit.FILL, 1));
        hand.type(KeyCode.RIGHT, KeyCode.SHIFT);
        choose(1, "Gộp các ô đang chọn");
        Fx.until("eight tiles are left", () -> rig.desk.wall().tiles() == 8);
        choose(0, "Tách ô");
        Fx.until("nine again", () -> rig.desk.wall().tiles() == 9);
        choose(0, "Xóa khỏi ô");
        choose(0, "Camera trước đó");
        Fx.until("it is back", () -> rig.desk.wall().content(0) instanceof CellContent.OfCamera);
    }
}
