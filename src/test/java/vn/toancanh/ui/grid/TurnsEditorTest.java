package vn.toancanh.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.model.CellContent.Carousel;
import vn.toancanh.model.CellContent.Carousel.Stop;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.ui.testing.Hand;
import vn.toancanh.wall.GridShape;

/** Turns of a tile are given their times, ordered and taken out by hand. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class TurnsEditorTest {
    private static final Texts TEXTS = new Texts(Language.VI);

    private Hand hand;
    private GridRig rig;

    @BeforeEach
    void open() throws Exception {
        Fx.needed();
        hand = new Hand();
        rig = Fx.on(() -> new GridRig(Language.VI, GridShape.uniform(2, 2), 15, 4, 960, 540));
        Fx.until("it is on the screen", () -> rig.isShowing() && rig.view.getWidth() == 960);
        Fx.run(() -> {
            rig.desk.selectTile(0);
            rig.desk
                    .chosen()
                    .rotate(IntStream.rangeClosed(1, 3).mapToObj(GridRig::id).toList());
            rig.desk.changes().forget();
            rig.view.requestFocus();
            new TurnsEditor(rig.desk, TEXTS).show(rig.view.lookup(".tile"), 0);
        });
        Fx.until("it is open", this::isOpen);
        Fx.until("the keyboard is there", () -> fields().getFirst().isFocused());
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(rig::close);
    }

    /** On the FX thread. */
    private boolean isOpen() {
        return Window.getWindows().stream().anyMatch(each -> each instanceof Popup && each.isShowing());
    }

    private Parent card() {
        return Window.getWindows().stream()
                .filter(each -> each instanceof Popup && each.isShowing())
                .map(each -> each.getScene().getRoot())
                .findFirst()
                .orElseThrow();
    }

    private List<TextField> fields() {
        return all(".text-field", TextField.class);
    }

    private List<Button> buttons(String key) {
        String words = TEXTS.get(key);
        return all(".button", Button.class).stream()
                .filter(each -> words.equals(each.getAccessibleText()) || words.equals(each.getText()))
                .toList();
    }

    private <N extends Node> List<N> all(String selector, Class<N> type) {
        return card().lookupAll(selector).stream().map(type::cast).toList();
    }

    private List<Stop> stops() throws Exception {
        return Fx.on(() -> ((Carousel) rig.desk.wall().content(0)).stops());
    }

    @Test
    void timesAndOrderAreKeptInOneStep() throws Exception {
        Fx.run(() -> {
            fields().get(1).setText("20");
            buttons("grid.turnsDown").getFirst().fire();
            buttons("grid.turnsOut").get(2).fire();
        });
        assertThat(stops()).as("nothing before it is kept").hasSize(3);
        Fx.run(() -> buttons("grid.turnsKeep").getFirst().fire());
        assertThat(stops()).containsExactly(new Stop(GridRig.id(2), 20), new Stop(GridRig.id(1), 5));
        assertThat(Fx.on(this::isOpen)).isFalse();
        Fx.run(() -> rig.desk.changes().undo());
        assertThat(stops()).hasSize(3);
        assertThat(Fx.on(() -> rig.desk.changes().canUndo())).isFalse();
    }

    @Test
    void onlySecondsThatMayBeAreKept() throws Exception {
        for (String wrong : List.of("", "0", "3601")) {
            Fx.run(() -> fields().getFirst().setText(wrong));
            assertThat(Fx.on(() -> buttons("grid.turnsKeep").getFirst().isDisabled()))
                    .as(wrong)
                    .isTrue();
        }
        Fx.run(() -> fields().getFirst().setText("x"));
        assertThat(Fx.on(() -> fields().getFirst().getText()))
                .as("no letter is taken")
                .isEqualTo("3601");
        Fx.run(() -> fields().getFirst().setText("3600"));
        assertThat(Fx.on(() -> buttons("grid.turnsKeep").getFirst().isDisabled()))
                .isFalse();
    }

    @Test
    void whatIsTypedThereReachesNoTileAndEscapeLeavesAllAsItWas() throws Exception {
        hand.type(KeyCode.H);
        hand.type(KeyCode.DELETE);
        hand.type(KeyCode.DIGIT7);
        Fx.until("it is typed", () -> fields().getFirst().getText().contains("7"));
        assertThat(stops()).hasSize(3);
        assertThat(Fx.on(() -> rig.desk.hotspots().at(0))).isFalse();
        hand.type(KeyCode.ESCAPE);
        Fx.until("it is closed", () -> !isOpen());
        assertThat(stops()).extracting(Stop::seconds).containsExactly(5, 5, 5);
        assertThat(Fx.on(() -> rig.desk.wall().selected())).as("one level").isZero();
    }
}
