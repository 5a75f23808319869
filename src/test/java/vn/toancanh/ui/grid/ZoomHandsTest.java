package vn.toancanh.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.base.Language;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.StreamRole;
import vn.toancanh.ui.shell.WindowPicture;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.ui.testing.Hand;
import vn.toancanh.wall.GridShape;

/** Pictures gone into, moved, turned and fitted by hand, through the window system and as they are painted. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class ZoomHandsTest {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 540;
    private static final int LARGE = GridRig.TWO_STREAMS;

    private Hand hand;
    private GridRig rig;

    @BeforeEach
    void open() throws Exception {
        Fx.needed();
        hand = new Hand();
        rig = Fx.on(() -> new GridRig(Language.VI, GridShape.uniform(2, 2), 15, 2, WIDTH, HEIGHT));
        Fx.run(() -> rig.desk.showCamera(2, GridRig.id(LARGE)));
        Fx.until("it is on the screen", () -> rig.isShowing() && rig.view.getWidth() == WIDTH);
        Fx.until(
                "there are pictures",
                () -> !rig.view.picture(2).equals(Rectangle2D.EMPTY)
                        && !rig.view.picture(0).equals(Rectangle2D.EMPTY));
        Fx.settle(rig.view.getScene());
        Fx.run(rig.view::requestFocus);
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(rig::close);
    }

    private Point2D tile(int tile) throws Exception {
        return Hand.at(
                rig.view.getScene(), WIDTH / 4.0 + tile % 2 * WIDTH / 2.0, HEIGHT / 4.0 + tile / 2 * HEIGHT / 2.0);
    }

    private Optional<StreamRole> stream(int tile) {
        return rig.live.tiles().get(tile).stream().map(each -> each.role());
    }

    /** Beside a frame, and still in the lowest four rows. */
    private static final int INSET = 3;

    /** True where the lowest rows of a camera's picture, which have a colour of their own, are seen at that point of its place. */
    private boolean markAt(int tile, int camera, double x, double y) {
        Rectangle2D place = rig.view.picture(tile);
        WindowPicture window = WindowPicture.of(rig.view.getScene());
        int column = (int) (place.getMinX() + INSET + x * (place.getWidth() - 1 - 2 * INSET));
        int row = (int) (place.getMinY() + INSET + y * (place.getHeight() - 1 - 2 * INSET));
        return window.argb()[row * window.width() + column] == PaintedPictures.markOf(camera);
    }

    @Test
    void theWheelGoesInWithTheLargeStreamAndOutAgain() throws Exception {
        assertThat(Fx.on(() -> stream(2))).contains(StreamRole.SUB);
        hand.moveTo(tile(2));
        hand.wheelUp(3);
        Fx.until("the large stream is asked for", () -> stream(2).equals(Optional.of(StreamRole.MAIN)));
        Fx.until(
                "and comes as large as it is needed",
                () -> rig.player(LARGE).pictures.width() >= 900);
        assertThat(Fx.on(() -> markAt(2, LARGE, 0.5, 1)))
                .as("the lower edge is not seen")
                .isFalse();
        for (int i = 0; i < 12; i++) {
            hand.wheelUp(-1);
        }
        Fx.until("all of it is seen", () -> markAt(2, LARGE, 0.5, 1));
    }

    @Test
    void aDragMovesAPictureThatOneWentIntoAndDoesNotCarryItsTile() throws Exception {
        CellContent first = Fx.on(() -> rig.desk.wall().content(0));
        hand.moveTo(tile(0));
        hand.wheelUp(4);
        Fx.until("gone in", () -> !markAt(0, 0, 0.5, 1));
        hand.drag(tile(0), tile(0).add(0, -HEIGHT / 2.0 + 20));
        hand.drag(tile(0), tile(0).add(0, -HEIGHT / 2.0 + 20));
        Fx.until("the lower edge is seen", () -> markAt(0, 0, 0.5, 1));
        assertThat(Fx.on(() -> rig.desk.wall().content(0))).isEqualTo(first);
        hand.click(tile(0), MouseButton.MIDDLE);
        hand.drag(tile(0), tile(3));
        Fx.until("now it is carried again", () -> rig.desk.wall().content(3).equals(first));
    }

    @Test
    void keysGoInMoveAndComeOutOneLevelAtATime() throws Exception {
        hand.click(tile(1), MouseButton.PRIMARY);
        hand.type(KeyCode.PAGE_UP);
        hand.type(KeyCode.PAGE_UP);
        hand.type(KeyCode.PAGE_UP);
        Fx.until("gone in", () -> !markAt(1, 1, 0.5, 1));
        for (int i = 0; i < 6; i++) {
            hand.type(KeyCode.DOWN, KeyCode.CONTROL, KeyCode.SHIFT);
        }
        Fx.until("down to the edge", () -> markAt(1, 1, 0.5, 1));
        hand.type(KeyCode.UP, KeyCode.CONTROL, KeyCode.SHIFT);
        Fx.until("and up", () -> !markAt(1, 1, 0.5, 1));
        hand.type(KeyCode.ESCAPE);
        Fx.until("all of it again", () -> markAt(1, 1, 0.5, 1));
        assertThat(Fx.on(() -> rig.desk.wall().selected())).as("one level").isEqualTo(1);
    }

    @Test
    void aTurnedPictureIsSeenTurned() throws Exception {
        hand.click(tile(0), MouseButton.PRIMARY);
        hand.type(KeyCode.T);
        Fx.until("its lower edge is at the left", () -> markAt(0, 0, 0, 0.5));
        Rectangle2D place = Fx.on(() -> rig.view.picture(0));
        assertThat(place.getHeight()).isGreaterThan(place.getWidth());
        hand.type(KeyCode.T);
        Fx.until(
                "it stands on its head, with its lower edge under the header",
                () -> rig.view.picture(0).getWidth() > rig.view.picture(0).getHeight() && !markAt(0, 0, 0.5, 1));
        hand.type(KeyCode.T);
        Fx.until("its lower edge is at the right", () -> markAt(0, 0, 1, 0.5));
        assertThat(Fx.on(() -> rig.players.size()))
                .as("nothing was opened anew")
                .isEqualTo(3);
    }

    @Test
    void aPictureFillsItsTileOrIsSeenWhole() throws Exception {
        Fx.run(() -> rig.desk.changeShape(GridShape.uniform(3, 1)));
        Fx.until("in a high tile there are bars", () -> rig.view.picture(0).getHeight() < 300);
        hand.click(Hand.at(rig.view.getScene(), 100, 300), MouseButton.PRIMARY);
        hand.type(KeyCode.V);
        hand.type(KeyCode.V);
        Fx.until("it fills it", () -> rig.view.picture(0).getHeight() > HEIGHT - 3);
        hand.type(KeyCode.V);
        Fx.until("as ever", () -> rig.view.picture(0).getHeight() < 300);
    }

    @Test
    void altAndAnArrowGoBackAndForwardInATile() throws Exception {
        CellContent first = Fx.on(() -> rig.desk.wall().content(0));
        Fx.run(() -> rig.desk.showCamera(0, GridRig.id(5)));
        hand.click(tile(0), MouseButton.PRIMARY);
        hand.type(KeyCode.LEFT, KeyCode.ALT);
        Fx.until("the one before", () -> rig.desk.wall().content(0).equals(first));
        hand.type(KeyCode.RIGHT, KeyCode.ALT);
        Fx.until("and after", () -> !rig.desk.wall().content(0).equals(first));
        hand.click(tile(0), MouseButton.BACK);
        Fx.until("by the mouse, too", () -> rig.desk.wall().content(0).equals(first));
    }
}
