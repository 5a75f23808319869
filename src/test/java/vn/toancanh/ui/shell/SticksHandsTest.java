package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.ptz.stick.Stick;
import vn.toancanh.ptz.stick.StickAxis;
import vn.toancanh.ptz.stick.StickDeed;
import vn.toancanh.ptz.stick.StickDeed.Kind;
import vn.toancanh.ui.testing.DeskSticks;
import vn.toancanh.ui.testing.Fx;

/** Joysticks over the wall: which there are, how they stand, and what is changed of them. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class SticksHandsTest {
    private SticksRig rig;

    @BeforeEach
    void open() throws Exception {
        Fx.needed();
        rig = new SticksRig();
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void theKeyOpensItWhereSticksCanBeReadAndTheListOfKeysSaysSo() throws Exception {
        assertThat(rig.view()).isPresent();
        rig.keys();
        assertThat(rig.view()).isEmpty();
        rig.keys();
        rig.press(KeyCode.ESCAPE);
        assertThat(rig.view()).isEmpty();
        rig.press(KeyCode.F1);
        assertThat(keysListed(rig.open)).contains("Ctrl+J");
        Fx.until("the bar has a button", () -> hasButton(rig.open));
        OpenShell without = new OpenShell(20, 2);
        try {
            without.signIn();
            Fx.run(() -> {
                Fx.press(without.scene().getRoot(), KeyCode.J, true);
                Fx.press(without.scene().getRoot(), KeyCode.F1, false);
            });
            assertThat(Fx.on(() -> hasButton(without))).isFalse();
            assertThat(keysListed(without)).isNotEmpty().doesNotContain("Ctrl+J");
        } finally {
            without.close();
        }
    }

    /** On the FX thread. */
    private static boolean hasButton(OpenShell open) {
        return open.scene().getRoot().lookupAll(".tc-top-bar .button").stream()
                .anyMatch(each ->
                        each.isVisible() && SticksRig.VI.get("sticks.title").equals(each.getAccessibleText()));
    }

    private static List<String> keysListed(OpenShell open) throws Exception {
        return Fx.on(() -> open.scene().getRoot().lookupAll(".tc-key").stream()
                .map(each -> ((Label) each).getText())
                .toList());
    }

    private int listed() throws Exception {
        return Fx.on(() -> rig.list("sticks.list").getItems().size());
    }

    @Test
    void sticksComeAndGoWhileItIsOpen() throws Exception {
        assertThat(rig.says("Axis T8311")).isTrue();
        assertThat(listed()).isEqualTo(1);
        Stick other = Fx.on(() -> rig.sticks.port.plug(2, "0aaa:0001", 0.9, 0));
        rig.pass(300);
        assertThat(listed()).isEqualTo(2);
        Fx.run(() -> rig.list("sticks.list").getSelectionModel().select(1));
        Fx.settle(rig.open.scene());
        assertThat(rig.says(SticksRig.VI.get("sticks.unknown", SticksRig.VI.get("sticks.counts", 2, 24))))
                .isTrue();
        assertThat(rig.says(SticksRig.VI.get("sticks.notRested"))).isTrue();
        assertThat(rig.says(SticksRig.VI.get("sticks.notRestedHint"))).isTrue();
        Fx.run(() -> rig.sticks.port.put(other, new double[] {0, 0}));
        rig.pass(100);
        assertThat(rig.says(SticksRig.VI.get("sticks.quiet"))).isTrue();
        Fx.run(() -> rig.sticks.port.pull(other));
        rig.pass(100);
        assertThat(rig.says(SticksRig.VI.get("sticks.unknown", SticksRig.VI.get("sticks.counts", 2, 24))))
                .isFalse();
        Fx.run(() -> rig.sticks.port.pull(rig.stick));
        rig.pass(100);
        assertThat(rig.says(SticksRig.VI.get("sticks.none"))).isTrue();
        assertThat(rig.offers("sticks.teach")).isFalse();
    }

    @Test
    void itIsSeenWhatTheStickTellsAndWhatComesOfItAndNothingIsSteered() throws Exception {
        rig.put(1, 0.5, -0.05, 2);
        assertThat(rig.says(SticksRig.VI.get("sticks.right", 100L))).isTrue();
        assertThat(rig.says("0,50")).isTrue();
        assertThat(rig.says(SticksRig.VI.get("sticks.still")))
                .as("zoom is in its dead zone")
                .isTrue();
        assertThat(Fx.on(() -> rig.seen(
                        Node.class,
                        each -> SticksRig.VI.get("sticks.buttonsDown", "2").equals(each.getAccessibleText()))))
                .isNotEmpty();
        assertThat(Fx.on(() -> rig.sticks.port.story)).containsExactly("1 came");
    }

    @Test
    void axesAreChangedAtOnceAndPutBackByTwoPresses() throws Exception {
        assertThat(Fx.on(() -> rig.seen(
                                Button.class,
                                each -> SticksRig.VI.get("sticks.defaults").equals(each.getText()))
                        .getFirst()
                        .isDisabled()))
                .isTrue();
        Fx.run(() -> {
            Slider dead = rig.called(Slider.class, "sticks.pan", "sticks.dead");
            dead.requestFocus();
            Fx.press(dead, KeyCode.RIGHT, false);
            rig.called(Slider.class, "sticks.tilt", "sticks.curve").setValue(2.74);
            rig.called(CheckBox.class, "sticks.pan", "sticks.inverted").fire();
            box("sticks.zoom").setValue(StickAxis.ABSENT);
        });
        rig.pass(100);
        assertThat(rig.kept().pan()).isEqualTo(new StickAxis(0, true, 0, 0.09, 2));
        assertThat(rig.kept().tilt()).isEqualTo(new StickAxis(1, true, 0, 0.08, 2.7));
        assertThat(rig.kept().zoom()).isEqualTo(StickAxis.NONE);
        rig.put(1, 0, 1);
        assertThat(rig.says(SticksRig.VI.get("sticks.left", 100L))).isTrue();
        Fx.run(() -> box("sticks.zoom").setValue(2));
        assertThat(rig.kept().zoom().index()).isEqualTo(2);
        assertThat(rig.kept().zoom().dead()).as("one that steered nothing").isEqualTo(0.12);
        rig.fire("sticks.defaults");
        assertThat(rig.kept()).isNotEqualTo(DeskSticks.USUAL);
        rig.fire("sticks.defaultsSure");
        rig.pass(100);
        assertThat(rig.kept()).isEqualTo(DeskSticks.USUAL);
        assertThat(Fx.on(() -> rig.called(CheckBox.class, "sticks.pan", "sticks.inverted")
                        .isSelected()))
                .isFalse();
    }

    /** On the FX thread. */
    @SuppressWarnings("unchecked")
    private ComboBox<Integer> box(String of) {
        return rig.called(ComboBox.class, of, "sticks.whichAxis");
    }

    /** On the FX thread. */
    @SuppressWarnings("unchecked")
    private ComboBox<Optional<Kind>> deed(String key) {
        return rig.seen(ComboBox.class, each -> SticksRig.VI.get(key).equals(each.getAccessibleText()))
                .getFirst();
    }

    @Test
    void aButtonIsChosenByPressingItAndDoesSomethingElse() throws Exception {
        rig.put(0, 0, 0, 24);
        rig.put(0, 0, 0);
        assertThat(Fx.on(() -> rig.list("sticks.buttons").getSelectionModel().getSelectedIndex()))
                .isEqualTo(23);
        Fx.run(() -> deed("sticks.pressed").setValue(Optional.of(Kind.PRESET)));
        Fx.settle(rig.open.scene());
        Fx.run(() -> number().setText("300"));
        assertThat(rig.kept().pressed()).as("no preset").containsEntry(23, StickDeed.preset(1));
        Fx.run(() -> {
            number().setText("17");
            deed("sticks.released").setValue(Optional.of(Kind.STOP));
        });
        assertThat(rig.kept().pressed()).containsEntry(23, StickDeed.preset(17));
        assertThat(rig.kept().released()).containsEntry(23, StickDeed.of(Kind.STOP));
        assertThat(Fx.on(() -> deed("sticks.released").getItems()))
                .as("nothing is held by a button that is up")
                .doesNotContain(Optional.of(Kind.MODIFIER));
        rig.put(0, 0, 0, 3);
        assertThat(Fx.on(() -> deed("sticks.pressed").getValue())).contains(Kind.HOME);
        Fx.run(() -> deed("sticks.pressed").setValue(Optional.empty()));
        assertThat(rig.kept().pressed()).doesNotContainKey(2);
    }

    /** On the FX thread. */
    private TextField number() {
        return rig.seen(TextField.class, each -> true).getFirst();
    }
}
