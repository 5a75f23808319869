package vn.toancanh.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Popup;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Language;
import vn.toancanh.live.TileState;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.ui.testing.Hand;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallState;

/** What an operator's hand does to the tiles, through the window system. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class GridHandsTest {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 540;

    private @Nullable GridRig shown;

    @BeforeEach
    void display() throws Exception {
        Fx.needed();
    }

    @AfterEach
    void close() throws Exception {
        GridRig open = shown;
        if (open != null) {
            Fx.run(open::close);
        }
    }

    private GridRig show(int cameras) throws Exception {
        GridRig rig = Fx.on(() -> new GridRig(Language.VI, GridShape.uniform(2, 2), 15, cameras, WIDTH, HEIGHT));
        shown = rig;
        Fx.until("it is on the screen", () -> rig.isShowing() && rig.view.getWidth() == WIDTH);
        Fx.settle(rig.view.getScene());
        Fx.run(rig.view::requestFocus);
        return rig;
    }

    private static WallState wall(GridRig rig) throws Exception {
        return Fx.on(() -> rig.desk.wall());
    }

    private static Point2D tile(GridRig rig, int tile) throws Exception {
        return Hand.at(
                rig.view.getScene(), WIDTH / 4.0 + tile % 2 * WIDTH / 2.0, HEIGHT / 4.0 + tile / 2 * HEIGHT / 2.0);
    }

    @Test
    void aClickSelectsAndADoubleClickEnlargesAndGoesBack() throws Exception {
        GridRig rig = show(3);
        Hand hand = new Hand();
        hand.click(tile(rig, 1), MouseButton.PRIMARY);
        Fx.until("it is selected", () -> rig.desk.wall().selected() == 1);
        assertThat(wall(rig).enlarged()).isEqualTo(WallState.NONE);
        Thread.sleep(600);
        hand.doubleClick(tile(rig, 2));
        Fx.until("it is enlarged", () -> rig.desk.wall().enlarged() == 2);
        Thread.sleep(600);
        hand.doubleClick(tile(rig, 0));
        Fx.until("it is back", () -> rig.desk.wall().enlarged() == WallState.NONE);
        Thread.sleep(600);
        hand.doubleClick(tile(rig, 3));
        Fx.until("the empty one is selected", () -> rig.desk.wall().selected() == 3);
        assertThat(wall(rig).enlarged()).as("there is nothing to enlarge").isEqualTo(WallState.NONE);
    }

    @Test
    void aDragFromTileToTileSwapsThem() throws Exception {
        GridRig rig = show(2);
        Hand hand = new Hand();
        CellContent first = wall(rig).content(0);
        CellContent second = wall(rig).content(1);
        hand.drag(tile(rig, 0), tile(rig, 3));
        Fx.until(
                "it has moved to the empty tile",
                () -> rig.desk.wall().content(3).equals(first));
        assertThat(wall(rig).content(0)).isEqualTo(CellContent.EMPTY);
        hand.drag(tile(rig, 3), tile(rig, 1));
        Fx.until("both have changed places", () -> rig.desk.wall().content(1).equals(first));
        assertThat(wall(rig).content(3)).isEqualTo(second);
        assertThat(Fx.on(() -> rig.players.size()))
                .as("nothing was opened anew")
                .isEqualTo(2);
    }

    @Test
    void aDragOfAnEmptyTileOrOntoItselfDoesNothing() throws Exception {
        GridRig rig = show(1);
        Hand hand = new Hand();
        WallState before = wall(rig);
        hand.drag(tile(rig, 2), tile(rig, 0));
        hand.drag(tile(rig, 0), tile(rig, 0).add(20, 20));
        Thread.sleep(300);
        assertThat(wall(rig).layout()).isEqualTo(before.layout());
    }

    private static List<ContextMenu> menus() {
        return Window.getWindows().stream()
                .filter(each -> each instanceof ContextMenu && each.isShowing())
                .map(each -> (ContextMenu) each)
                .toList();
    }

    private static MenuItem item(String words) {
        return menus().getFirst().getItems().stream()
                .filter(each -> words.equals(each.getText()))
                .findFirst()
                .orElseThrow();
    }

    private static void choose(Hand hand, String words) throws Exception {
        Node line = Fx.on(() -> item(words).getStyleableNode());
        hand.click(Hand.middleOf(line), MouseButton.PRIMARY);
        Fx.until("the menu is gone", () -> menus().isEmpty());
    }

    @Test
    void theMenuOfATileEnlargesExplainsAndClears() throws Exception {
        GridRig rig = show(2);
        Hand hand = new Hand();
        hand.click(tile(rig, 1), MouseButton.SECONDARY);
        Fx.until("there is a menu", () -> menus().size() == 1);
        assertThat(wall(rig).selected()).as("it is that tile's").isEqualTo(1);
        choose(hand, "Phóng to");
        Fx.until("it is enlarged", () -> rig.desk.wall().enlarged() == 1);
        hand.click(tile(rig, 1), MouseButton.SECONDARY);
        Fx.until("there is a menu", () -> menus().size() == 1);
        choose(hand, "Trở lại lưới");
        Fx.until("it is back", () -> rig.desk.wall().enlarged() == WallState.NONE);
        hand.click(tile(rig, 1), MouseButton.SECONDARY);
        Fx.until("there is a menu", () -> menus().size() == 1);
        choose(hand, "Vì sao hiện như vậy?");
        Fx.until(
                "it says why",
                () -> Window.getWindows().stream().anyMatch(each -> each instanceof Popup && each.isShowing()));
        hand.type(KeyCode.ESCAPE);
        Fx.until("no more", () -> Window.getWindows().stream().noneMatch(each -> each instanceof PopupWindow));
        hand.click(tile(rig, 1), MouseButton.SECONDARY);
        Fx.until("there is a menu", () -> menus().size() == 1);
        choose(hand, "Xóa khỏi ô");
        Fx.until("it is empty", () -> rig.desk.wall().content(1).equals(CellContent.EMPTY));
        hand.click(tile(rig, 1), MouseButton.SECONDARY);
        Fx.until("there is a menu", () -> menus().size() == 1);
        assertThat(Fx.on(() -> menus().getFirst().getItems().stream()
                        .filter(each -> each.isVisible() && !(each instanceof SeparatorMenuItem))
                        .filter(each -> !List.of("Tách ô", "Camera trước đó", "Làm ô tiêu điểm")
                                .contains(each.getText()))
                        .allMatch(MenuItem::isDisable)))
                .as("nothing can be done to an empty tile but splitting it, going back and making it a hotspot")
                .isTrue();
        hand.type(KeyCode.ESCAPE);
        Fx.until("the menu is gone", () -> menus().isEmpty());
        assertThat(wall(rig).selected()).as("and only the menu").isEqualTo(1);
    }

    private static StreamChoice choice(GridRig rig, int tile) {
        return rig.desk.wall().content(tile) instanceof CellContent.OfCamera of ? of.choice() : StreamChoice.AUTO;
    }

    @Test
    void theStreamIsChosenByKeyAndTheMenuSaysWhich() throws Exception {
        GridRig rig = show(1);
        Hand hand = new Hand();
        Fx.run(() -> rig.desk.showCamera(1, GridRig.id(GridRig.TWO_STREAMS)));
        hand.click(tile(rig, 1), MouseButton.PRIMARY);
        Fx.until("it is selected", () -> rig.desk.wall().selected() == 1);
        hand.type(KeyCode.L);
        Fx.until("the main stream is chosen", () -> choice(rig, 1) == StreamChoice.MAIN);
        Fx.until(
                "and plays, and says so",
                () -> rig.live.tiles().get(1).why().stream()
                        .anyMatch(each -> each.textKey().equals("why.byHand")));
        assertThat(Fx.on(() -> choice(rig, 0))).as("no other tile's").isEqualTo(StreamChoice.AUTO);
        hand.type(KeyCode.L);
        Fx.until("the sub stream", () -> choice(rig, 1) == StreamChoice.SUB);
        hand.click(tile(rig, 1), MouseButton.SECONDARY);
        Fx.until("there is a menu", () -> menus().size() == 1);
        assertThat(Fx.on(() -> ((Menu) item("Luồng"))
                        .getItems().stream()
                                .filter(each -> ((RadioMenuItem) each).isSelected())
                                .map(MenuItem::getText)
                                .toList()))
                .containsExactly("Luồng phụ");
        Fx.run(() -> ((Menu) item("Luồng")).getItems().getFirst().fire());
        Fx.until("whichever fits", () -> choice(rig, 1) == StreamChoice.AUTO);
        hand.type(KeyCode.ESCAPE);
        Fx.until("the menu is gone", () -> menus().isEmpty());
        hand.click(tile(rig, 0), MouseButton.PRIMARY);
        Fx.until("one of a single stream is selected", () -> rig.desk.wall().selected() == 0);
        hand.type(KeyCode.L);
        hand.click(tile(rig, 0), MouseButton.SECONDARY);
        Fx.until("there is a menu", () -> menus().size() == 1);
        assertThat(Fx.on(() -> item("Luồng").isDisable()))
                .as("nothing to choose")
                .isTrue();
        assertThat(Fx.on(() -> choice(rig, 0))).isEqualTo(StreamChoice.AUTO);
        hand.type(KeyCode.ESCAPE);
    }

    @Test
    void aLostCameraIsTriedAgainFromItsMenu() throws Exception {
        GridRig rig = show(1);
        Hand hand = new Hand();
        Fx.until("live", () -> rig.live.tiles().get(0).state().phase() == TileState.Phase.LIVE);
        Fx.run(() -> {
            rig.dying.put(GridRig.id(0), Failure.Kind.UNREACHABLE);
            rig.player(0).fail(Failure.Kind.UNREACHABLE);
        });
        Fx.until("it waits", () -> rig.live.tiles().get(0).state().attempt() == 3);
        Fx.run(() -> rig.dying.clear());
        hand.click(tile(rig, 0), MouseButton.SECONDARY);
        Fx.until("there is a menu", () -> menus().size() == 1);
        choose(hand, "Thử nối lại ngay");
        Fx.until("live again", () -> rig.live.tiles().get(0).state().phase() == TileState.Phase.LIVE);
    }

    @Test
    void theMenuComesByKeyboardTooAndIsWorkedByIt() throws Exception {
        GridRig rig = show(2);
        Hand hand = new Hand();
        hand.type(KeyCode.RIGHT);
        hand.type(KeyCode.RIGHT);
        Fx.until("it is selected", () -> rig.desk.wall().selected() == 1);
        hand.type(KeyCode.F10, KeyCode.SHIFT);
        Fx.until("there is a menu", () -> menus().size() == 1);
        hand.type(KeyCode.ESCAPE);
        Fx.until("the menu is gone", () -> menus().isEmpty());
        // Keyboards of virtual screens have no such key.
        Fx.run(() -> Fx.press(rig.view, KeyCode.CONTEXT_MENU, false));
        Fx.until("there is a menu again", () -> menus().size() == 1);
        hand.type(KeyCode.DOWN);
        hand.type(KeyCode.ENTER);
        Fx.until("it is enlarged", () -> rig.desk.wall().enlarged() == 1);
    }

    @Test
    void keysDoAllThatTheMouseDoes() throws Exception {
        GridRig rig = show(2);
        Hand hand = new Hand();
        CellContent first = wall(rig).content(0);
        hand.type(KeyCode.DOWN);
        Fx.until("the first is selected", () -> rig.desk.wall().selected() == 0);
        hand.type(KeyCode.DOWN, KeyCode.CONTROL);
        Fx.until("it was carried down", () -> rig.desk.wall().content(2).equals(first));
        assertThat(wall(rig).selected()).as("and the selection along").isEqualTo(2);
        hand.type(KeyCode.UP, KeyCode.CONTROL);
        hand.type(KeyCode.LEFT, KeyCode.CONTROL);
        Fx.until(
                "and up, and not beyond the border",
                () -> rig.desk.wall().content(0).equals(first));
        hand.type(KeyCode.END);
        Fx.until("the last", () -> rig.desk.wall().selected() == 3);
        hand.type(KeyCode.HOME);
        Fx.until("the first again", () -> rig.desk.wall().selected() == 0);
        hand.type(KeyCode.F);
        Fx.until("it is enlarged", () -> rig.desk.wall().enlarged() == 0);
        hand.type(KeyCode.RIGHT);
        Fx.until("the next one is", () -> rig.desk.wall().enlarged() == 1);
        hand.type(KeyCode.ESCAPE);
        Fx.until("all are seen", () -> rig.desk.wall().enlarged() == WallState.NONE);
        assertThat(wall(rig).selected()).isEqualTo(1);
        hand.type(KeyCode.I);
        Fx.until(
                "it says why",
                () -> Window.getWindows().stream().anyMatch(each -> each instanceof Popup && each.isShowing()));
        hand.type(KeyCode.ESCAPE);
        Fx.until("no more", () -> Window.getWindows().stream().noneMatch(each -> each instanceof PopupWindow));
        assertThat(wall(rig).selected()).as("one level at a time").isEqualTo(1);
        hand.type(KeyCode.ESCAPE);
        Fx.until("nothing is selected", () -> rig.desk.wall().selected() == WallState.NONE);
    }

    @Test
    void whereTheKeyboardIsCanBeSeenBeforeATileIsSelected() throws Exception {
        GridRig rig = show(2);
        Hand hand = new Hand();
        Node first = Fx.on(() -> rig.view.lookup(".tile"));
        hand.type(KeyCode.RIGHT);
        hand.type(KeyCode.ESCAPE);
        Fx.until("the first tile is pointed at", () -> states(first).contains("pointed"));
        hand.type(KeyCode.RIGHT);
        Fx.until("it is selected", () -> states(first).contains("selected"));
        List<String> now = Fx.on(() -> states(first));
        assertThat(now).doesNotContain("pointed");
    }

    private static List<String> states(Node node) {
        return node.getPseudoClassStates().stream()
                .map(PseudoClass::getPseudoClassName)
                .toList();
    }
}
