package vn.toancanh.ui.ptz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.access.Level;
import vn.toancanh.access.Right;
import vn.toancanh.base.Language;
import vn.toancanh.ptz.HeadPlace;
import vn.toancanh.ptz.PlaceChange;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.ui.testing.Hand;

/** Presets in the tile that is steered, by mouse and keys through the window system. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class PresetsOnScreenTest {
    private static final HeadPlace GATE = new HeadPlace("1", 1, "Cổng Bệnh viện Việt Đức", false);
    private static final HeadPlace LOCKED = new HeadPlace("12", 12, "Ngã tư Tràng Tiền", true);
    private static final HeadPlace NAMELESS = new HeadPlace("tok", null, "", false);

    private Hand hand;
    private SteeringRig rig;

    @BeforeEach
    void open() throws Exception {
        Fx.needed();
        hand = new Hand();
        rig = Fx.on(() -> new SteeringRig(Language.EN));
        rig.heads.places.knows(GATE, LOCKED, NAMELESS);
        rig.comeUp(hand);
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(rig::close);
    }

    private void steer(Level level) throws Exception {
        Fx.run(() -> rig.sessions.rights = List.of(new Right(level, SteeringRig.SITE, List.of())));
        Fx.run(() -> rig.signIn("ban2"));
        hand.type(KeyCode.P);
        Fx.until(
                "its presets are known",
                () -> !rig.steer.places().reading().known().all().isEmpty());
        Fx.settle(rig.stage.getScene());
    }

    private void list() throws Exception {
        hand.click(Hand.middleOf(shown("Presets")), MouseButton.PRIMARY);
        Fx.until("they are listed", () -> find(GATE.name()).isPresent());
        Fx.settle(rig.stage.getScene());
    }

    /** On FX: what says that on the screen. */
    private Optional<Labeled> find(String words) {
        Node root = rig.stage.getScene().getRoot();
        return Stream.concat(root.lookupAll(".label").stream(), root.lookupAll(".button").stream())
                .filter(node ->
                        node instanceof Labeled each && words.equals(each.getText()) && SteeringRig.isSeen(each))
                .map(Labeled.class::cast)
                .findFirst();
    }

    private Labeled shown(String words) throws Exception {
        Fx.until("it says " + words, () -> find(words).isPresent());
        return Fx.on(() -> find(words).orElseThrow());
    }

    private long pencils() throws Exception {
        return Fx.on(() -> rig.stage.getScene().getRoot().lookupAll(".tc-preset-panel .list-cell .button").stream()
                .filter(SteeringRig::isSeen)
                .count());
    }

    private String last() {
        return rig.heads.story.isEmpty() ? "" : rig.heads.story.getLast();
    }

    @Test
    void aPresetIsGoneToByAClickAndByItsNumber() throws Exception {
        steer(Level.OPERATE);
        list();
        hand.click(Hand.middleOf(shown("Ngã tư Tràng Tiền")), MouseButton.PRIMARY);
        Fx.until("it goes there", () -> last().equals("preset 12"));
        hand.click(Hand.middleOf(shown("No name (tok)")), MouseButton.PRIMARY);
        Fx.until("it goes there", () -> last().equals("preset tok"));
        hand.type(KeyCode.DIGIT1);
        shown("Preset 1: Cổng Bệnh viện Việt Đức — press Enter");
        hand.type(KeyCode.ENTER);
        Fx.until("it goes there", () -> last().equals("preset 1"));
        hand.type(KeyCode.DIGIT9);
        hand.type(KeyCode.ENTER);
        shown("There is no preset 9.");
        hand.type(KeyCode.DIGIT1);
        hand.type(KeyCode.ESCAPE);
        assertThat(Fx.on(() -> rig.steer.tile(rig.wall)))
                .as("Esc took the digit back")
                .isZero();
        assertThat(pencils()).as("who steers alone changes none").isZero();
        assertThat(Fx.on(() -> find("Keep this place …"))).isEmpty();
        assertThat(Fx.on(() -> find("Set home …"))).isEmpty();
    }

    @Test
    void whoManagesKeepsOneUnderANameAndIsAskedBeforeOneIsRemoved() throws Exception {
        steer(Level.MANAGE);
        list();
        assertThat(pencils()).isEqualTo(3);
        hand.click(Hand.middleOf(shown("Keep this place …")), MouseButton.PRIMARY);
        Fx.until("it asks for a name", () -> rig.stage.getScene().getFocusOwner() instanceof TextField);
        assertThat(((Button) shown("Keep")).isDisabled()).isTrue();
        Fx.run(() -> ((TextField) rig.stage.getScene().getFocusOwner()).setText("Hồ Gươm"));
        hand.type(KeyCode.ENTER);
        shown("Hồ Gươm");
        assertThat(rig.heads.places.changes).containsExactly(new PlaceChange.Keep("Hồ Gươm"));
        // A stop overtakes a movement that nobody was told of yet: the key is held until somebody was.
        hand.hold(KeyCode.RIGHT);
        Fx.until("the keyboard is back", () -> rig.heads.story.contains("move 0.4 0.0 0.0"));
        hand.letGo(KeyCode.RIGHT);
        hand.click(Hand.middleOf(shown("Set home …")), MouseButton.PRIMARY);
        hand.click(Hand.middleOf(shown("Cancel")), MouseButton.PRIMARY);
        Fx.settle(rig.stage.getScene());
        assertThat(rig.heads.places.changes).hasSize(1);
        hand.click(Hand.middleOf(shown("Set home …")), MouseButton.PRIMARY);
        hand.click(Hand.middleOf(shown("Set")), MouseButton.PRIMARY);
        Fx.until("it is set", () -> rig.heads.places.changes.contains(new PlaceChange.Home()));
    }

    @Test
    void whoeverElseHoldsTheHeadIsNamedAndNothingIsChanged() throws Exception {
        steer(Level.MANAGE);
        list();
        rig.takenBy("Trần Thị Bình");
        Fx.until("it is hers", () -> rig.steer.reading().others());
        hand.click(Hand.middleOf(shown("Set home …")), MouseButton.PRIMARY);
        hand.click(Hand.middleOf(shown("Set")), MouseButton.PRIMARY);
        shown("Trần Thị Bình is steering this head.");
        assertThat(rig.heads.places.changes).isEmpty();
    }
}
