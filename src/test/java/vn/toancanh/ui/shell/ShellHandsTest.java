package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Grid;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.ui.testing.Hand;
import vn.toancanh.ui.testing.OpeningWall;
import vn.toancanh.ui.tree.TreeRow;

/** The tree, the bars and a real grid in one window, by mouse and keyboard through the window system. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class ShellHandsTest {
    private static final int CITY = 40;
    private static final int SIDE = 2;

    private Hand hand;
    private OpenShell open;
    private OpeningWall wall;
    private Shell shell;

    @BeforeEach
    void open() throws Exception {
        Fx.needed();
        hand = new Hand();
        open = new OpenShell(CITY, SIDE);
        wall = open.wall;
        shell = open.shell;
        open.signIn();
        Fx.until("the cameras are listed", () -> rows().size() > CITY);
        Fx.until("the window has its size", () -> shell.scene().getWidth() > 1000);
        Fx.settle(shell.scene());
    }

    @AfterEach
    void close() throws Exception {
        open.close();
    }

    private List<?> rows() {
        return shell.scene().lookup(".list-view") instanceof ListView<?> list ? list.getItems() : List.of();
    }

    /** The lines of cameras in sight, from above. */
    private List<ListCell<?>> cameras() throws Exception {
        return Fx.on(() -> shell.scene().getRoot().lookupAll(".list-cell").stream()
                .<ListCell<?>>map(each -> (ListCell<?>) each)
                .filter(each -> each.getItem() instanceof TreeRow.OfCamera && each.isVisible())
                .sorted(Comparator.comparingDouble(
                        each -> each.localToScene(0, 0).getY()))
                .toList());
    }

    private static CellContent shownBy(ListCell<?> line) {
        CameraId camera = ((TreeRow.OfCamera) line.getItem()).camera().id();
        return new CellContent.OfCamera(camera, StreamChoice.AUTO);
    }

    private CellContent content(int tile) {
        return wall.desk.wall().content(tile);
    }

    private Node firstSite() throws Exception {
        return Fx.on(() -> shell.scene().getRoot().lookupAll(".list-cell").stream()
                .filter(each -> ((ListCell<?>) each).getItem() instanceof TreeRow.OfSite)
                .findFirst()
                .orElseThrow());
    }

    private Point2D tile(int tile) throws Exception {
        return Hand.middleOf(Fx.on(() -> shell.scene().getRoot().lookupAll(".tile").stream()
                .skip(tile)
                .findFirst()
                .orElseThrow()));
    }

    private static List<Window> popups() {
        return Window.getWindows().stream()
                .filter(each -> each instanceof PopupWindow && each.isShowing() && !(each instanceof Tooltip))
                .toList();
    }

    @Test
    void aCameraDraggedFromTheTreeStandsWhereItWasDropped() throws Exception {
        ListCell<?> first = cameras().get(0);
        CellContent camera = shownBy(first);
        hand.drag(Hand.middleOf(first), tile(2));
        Fx.until("it is there", () -> content(2).equals(camera));
        assertThat(Fx.on(() -> wall.desk.wall().selected())).isEqualTo(2);
        ListCell<?> second = cameras().get(1);
        CellContent other = shownBy(second);
        hand.drag(Hand.middleOf(second), tile(2));
        Fx.until("another takes its place", () -> content(2).equals(other));
    }

    @Test
    void signingOutByItsKeyLeadsToTheSignInWhereTheKeysDoNothing() throws Exception {
        hand.type(KeyCode.Q, KeyCode.CONTROL, KeyCode.SHIFT);
        Fx.until("the form is there", () -> shell.scene().lookup(".tc-sign-in") != null);
        hand.type(KeyCode.DIGIT3, KeyCode.CONTROL);
        Fx.settle(shell.scene());
        assertThat(Fx.on(() -> wall.desk.wall().layout().grid())).isEqualTo(new Grid(SIDE, SIDE));
    }

    @Test
    void aSiteDraggedFromTheTreeFillsTheTilesFromThere() throws Exception {
        hand.drag(Hand.middleOf(firstSite()), tile(1));
        Fx.until("three tiles are filled", () -> !content(3).equals(CellContent.EMPTY));
        assertThat(Fx.on(() -> content(0))).isEqualTo(CellContent.EMPTY);
    }

    @Test
    void camerasChosenWithCtrlAreDraggedTogether() throws Exception {
        List<ListCell<?>> lines = cameras();
        List<CellContent> chosen = List.of(shownBy(lines.get(0)), shownBy(lines.get(2)));
        hand.click(Hand.middleOf(lines.get(0)), MouseButton.PRIMARY);
        hand.hold(KeyCode.CONTROL);
        hand.click(Hand.middleOf(lines.get(2)), MouseButton.PRIMARY);
        hand.letGo(KeyCode.CONTROL);
        hand.drag(Hand.middleOf(lines.get(2)), tile(2));
        Fx.until(
                "both are there",
                () -> content(2).equals(chosen.get(0)) && content(3).equals(chosen.get(1)));
    }

    @Test
    void aTileShowsWhatADropWouldDoAndADropBesideTheTilesDoesNothing() throws Exception {
        hand.carry(Hand.middleOf(cameras().get(0)), tile(3));
        Node over = shell.scene().getRoot().lookupAll(".tile").stream()
                .skip(3)
                .findFirst()
                .orElseThrow();
        Fx.until("it is welcome", () -> isIn(over, "welcome"));
        hand.moveTo(Hand.at(shell.scene(), 400, 10));
        hand.moveTo(Hand.at(shell.scene(), 404, 12));
        Fx.until("no more", () -> !isIn(over, "welcome"));
        hand.release(MouseButton.PRIMARY);
        Thread.sleep(300);
        for (int tile = 0; tile < SIDE * SIDE; tile++) {
            int each = tile;
            assertThat(Fx.on(() -> content(each))).isEqualTo(CellContent.EMPTY);
        }
    }

    private static boolean isIn(Node node, String state) {
        return node.getPseudoClassStates().stream()
                .anyMatch(each -> each.getPseudoClassName().equals(state));
    }

    @Test
    void aDoubleClickInTheTreeShowsTheCameraInTheFirstFreeTile() throws Exception {
        ListCell<?> line = cameras().get(1);
        CellContent camera = shownBy(line);
        hand.doubleClick(Hand.middleOf(line));
        Fx.until("it is there", () -> content(0).equals(camera));
    }

    @Test
    void theShapeIsChosenFromItsButtonByMouse() throws Exception {
        Node button = Fx.on(() -> shell.scene().lookup(".tc-top-bar .tc-figures"));
        hand.click(Hand.middleOf(button), MouseButton.PRIMARY);
        Fx.until("the shapes are offered", () -> popups().size() == 1);
        Thread.sleep(200);
        Node three = Fx.on(() -> popups().getFirst().getScene().getRoot().lookupAll(".tc-shape").stream()
                .filter(each -> ((Button) each).getText().equals("3×3"))
                .findFirst()
                .orElseThrow());
        hand.click(Hand.middleOf(three), MouseButton.PRIMARY);
        Fx.until("nine tiles", () -> wall.desk.wall().layout().grid().equals(new Grid(3, 3)));
        Fx.until("the shapes are gone", () -> popups().isEmpty());
    }

    @Test
    void theShapeIsChosenFromItsButtonByKeyboard() throws Exception {
        Fx.run(() -> shell.scene().lookup(".tc-top-bar .tc-figures").requestFocus());
        hand.type(KeyCode.SPACE);
        Fx.until("the shapes are offered", () -> popups().size() == 1);
        Fx.until(
                "the keyboard is among them",
                () -> popups().getFirst().getScene().getFocusOwner() instanceof Button owner
                        && owner.getStyleClass().contains("tc-shape"));
        hand.type(KeyCode.RIGHT);
        hand.type(KeyCode.DOWN);
        hand.type(KeyCode.ENTER);
        Fx.until(
                "thirty-six or so tiles",
                () -> !wall.desk.wall().layout().grid().equals(new Grid(SIDE, SIDE)));
        Fx.until("the shapes are gone", () -> popups().isEmpty());
    }
}
