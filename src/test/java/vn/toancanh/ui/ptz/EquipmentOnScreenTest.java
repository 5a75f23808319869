package vn.toancanh.ui.ptz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
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
import vn.toancanh.ptz.HeadEquipment;
import vn.toancanh.ptz.HeadEquipment.Auxiliary;
import vn.toancanh.ptz.HeadEquipment.Choice;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.ui.testing.Hand;

/** Focus, iris and auxiliaries in the tile that is steered, by mouse and keys through the window system. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class EquipmentOnScreenTest {
    private Hand hand;
    private SteeringRig rig;

    @BeforeEach
    void open() throws Exception {
        Fx.needed();
        hand = new Hand();
        rig = Fx.on(() -> new SteeringRig(Language.EN));
        rig.comeUp(hand);
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(rig::close);
    }

    private void steer(HeadEquipment equipment) throws Exception {
        rig.heads.equipment = equipment;
        Fx.run(() -> rig.sessions.rights = List.of(new Right(Level.OPERATE, SteeringRig.SITE, List.of())));
        Fx.run(() -> rig.signIn("ban2"));
        hand.type(KeyCode.P);
        Fx.until("it is steered", () -> rig.steer.tile(rig.wall) == 0);
        Fx.until("it has told", () -> rig.steer.equipment().known().equals(equipment));
        Fx.settle(rig.stage.getScene());
    }

    /** On FX. */
    private Optional<ButtonBase> find(String words) {
        Node root = rig.stage.getScene().getRoot();
        return Stream.concat(root.lookupAll(".button").stream(), root.lookupAll(".toggle-button").stream())
                .filter(node ->
                        node instanceof ButtonBase each && words.equals(each.getText()) && SteeringRig.isSeen(each))
                .map(ButtonBase.class::cast)
                .findFirst();
    }

    private ButtonBase shown(String words) throws Exception {
        Fx.until("it shows " + words, () -> find(words).isPresent());
        Fx.settle(rig.stage.getScene());
        return Fx.on(() -> find(words).orElseThrow());
    }

    private String last() {
        return rig.heads.story.isEmpty() ? "" : rig.heads.story.getLast();
    }

    @Test
    void aFocusMovesAsLongAsItsButtonOrKeyIsHeld() throws Exception {
        steer(new HeadEquipment(true, true, false, null, List.of()));
        hand.click(Hand.middleOf(shown("Lens and extras")), MouseButton.PRIMARY);
        hand.moveTo(Hand.middleOf(shown("Near")));
        hand.press(MouseButton.PRIMARY);
        Fx.until("it moves", () -> last().equals("focus -0.5"));
        hand.release(MouseButton.PRIMARY);
        Fx.until("it stands", () -> last().equals("stop"));
        assertThat(Fx.on(() -> find("Open"))).as("it has no iris").isEmpty();
        hand.hold(KeyCode.CLOSE_BRACKET);
        Fx.until("it moves", () -> last().equals("focus 0.4"));
        hand.letGo(KeyCode.CLOSE_BRACKET);
        Fx.until("it stands", () -> last().equals("stop"));
    }

    @Test
    void aWiperIsSwitchedAndMarkedWhenTheHeadHasIt() throws Exception {
        steer(new HeadEquipment(
                false, null, true, null, List.of(new Auxiliary("Wiper", List.of(new Choice("tt:Wiper|On", "On"))))));
        hand.click(Hand.middleOf(shown("Lens and extras")), MouseButton.PRIMARY);
        assertThat(((ToggleButton) shown("On")).isSelected()).isFalse();
        hand.click(Hand.middleOf(shown("On")), MouseButton.PRIMARY);
        Fx.until("it wipes", () -> last().equals("Auxiliary[aux=tt:Wiper|On]"));
        Fx.until(
                "it is marked",
                () -> find("On").filter(on -> ((ToggleButton) on).isSelected()).isPresent());
        hand.click(Hand.middleOf(shown("Open")), MouseButton.PRIMARY);
        Fx.until("it opens", () -> last().equals("Iris[opening=0.1]"));
    }

    @Test
    void nothingIsOfferedOfAHeadThatHasNothing() throws Exception {
        steer(HeadEquipment.NONE);
        shown("Home");
        assertThat(Fx.on(() -> find("Lens and extras"))).isEmpty();
    }
}
