package vn.toancanh.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.base.Language;
import vn.toancanh.desk.EditMode;
import vn.toancanh.model.CellContent;
import vn.toancanh.prefs.PreferenceStore;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.ui.testing.Hand;
import vn.toancanh.wall.GridShape;

/** A tile dragged from the window of one monitor to that of another, through the window system. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class TwoWindowsHandsTest {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 450;

    private Hand hand;
    private GridRig left;
    private GridRig right;

    @BeforeEach
    void open() throws Exception {
        Fx.needed();
        hand = new Hand();
        left = Fx.on(() -> new GridRig(Language.VI, GridShape.uniform(2, 2), 15, 2, WIDTH, HEIGHT));
        right = Fx.on(() -> {
            GridRig made = new GridRig(Language.VI, GridShape.uniform(2, 2), 15, 0, WIDTH, HEIGHT);
            made.stand(WIDTH + 40);
            made.desk.showCameras(0, List.of(GridRig.id(5), GridRig.id(6), GridRig.id(7)));
            return made;
        });
        for (GridRig each : List.of(left, right)) {
            Fx.until("it is on the screen", () -> each.isShowing() && each.view.getWidth() == WIDTH);
            Fx.settle(each.view.getScene());
        }
        Fx.until(
                "they stand beside each other",
                () -> right.view.getScene().getWindow().getX() > WIDTH);
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(left::close);
        Fx.run(right::close);
    }

    private static Point2D tile(GridRig rig, int tile) throws Exception {
        int row = tile / 2;
        return Hand.at(rig.view.getScene(), WIDTH * (0.25 + tile % 2 * 0.5), HEIGHT * (0.25 + row * 0.5));
    }

    /** On the FX thread. */
    private static List<String> cameras(GridRig rig) {
        return rig.desk.wall().layout().cells().stream()
                .map(cell -> cell.content() instanceof CellContent.OfCamera of
                        ? of.camera().value()
                        : "-")
                .toList();
    }

    private static void until(GridRig rig, String... cameras) throws Exception {
        Fx.until("there are " + List.of(cameras), () -> cameras(rig).equals(List.of(cameras)));
    }

    private static void untilOneIs(GridRig rig, String look) throws Exception {
        Fx.until(
                "one is " + look,
                () -> rig.view.lookupAll(".tile").stream()
                        .anyMatch(each -> each.getPseudoClassStates().contains(PseudoClass.getPseudoClass(look))));
    }

    @Test
    void whatIsDraggedAcrossChangesPlacesWithWhatIsThere() throws Exception {
        hand.drag(tile(left, 0), tile(right, 1));
        until(left, "c6", "c1", "-", "-");
        until(right, "c5", "c0", "c7", "-");
        hand.drag(tile(left, 1), tile(right, 1));
        until(left, "c6", "c0", "-", "-");
        until(right, "c5", "c1", "c7", "-");
        assertThat(Fx.on(() -> right.desk.changes().undo())).isTrue();
        until(right, "c5", "c0", "c7", "-");
        until(left, "c6", "c1", "-", "-");
    }

    @Test
    void withControlItIsShownAtBoth() throws Exception {
        hand.hold(KeyCode.CONTROL);
        hand.drag(tile(left, 1), tile(right, 3));
        hand.letGo(KeyCode.CONTROL);
        until(right, "c5", "c6", "c7", "c1");
        assertThat(Fx.on(() -> cameras(left))).containsExactly("c0", "c1", "-", "-");
    }

    @Test
    void whereAnAlarmStandsItIsNotWelcome() throws Exception {
        Fx.run(() -> right.desk.lent().lend(2, GridRig.id(9), why -> {}));
        hand.carry(tile(left, 0), tile(right, 2));
        untilOneIs(right, "unwelcome");
        hand.release(MouseButton.PRIMARY);
        assertThat(Fx.on(() -> cameras(left))).containsExactly("c0", "c1", "-", "-");
        assertThat(Fx.on(() -> cameras(right))).containsExactly("c5", "c6", "c7", "-");
        assertThat(Fx.on(() -> right.desk.lent().has(2))).isTrue();
    }

    @Test
    void whileEditModeIsOffNothingIsWelcomeAndWhoTriesIsToldWhy() throws Exception {
        int[] told = {0};
        Fx.run(() -> {
            EditMode off = new EditMode(new Preferences(Map.of(), new Nowhere(), right.lane), false, () -> told[0]++);
            off.toggle();
            left.desk.changes().only(off);
            right.desk.changes().only(off);
        });
        hand.carry(tile(left, 0), tile(left, 3));
        untilOneIs(left, "unwelcome");
        hand.release(MouseButton.PRIMARY);
        Fx.until("told", () -> told[0] == 1);
        hand.drag(tile(left, 0), tile(right, 3));
        Fx.until("told again", () -> told[0] == 2);
        assertThat(Fx.on(() -> cameras(left))).containsExactly("c0", "c1", "-", "-");
        assertThat(Fx.on(() -> cameras(right))).containsExactly("c5", "c6", "c7", "-");
    }

    private static final class Nowhere implements PreferenceStore {
        @Override
        public Map<String, String> load() {
            return Map.of();
        }

        @Override
        public void save(String name, String value) {}
    }
}
