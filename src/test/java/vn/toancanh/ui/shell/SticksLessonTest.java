package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.toancanh.base.Language;
import vn.toancanh.ptz.stick.StickAxis;
import vn.toancanh.ptz.stick.StickDeed;
import vn.toancanh.ptz.stick.StickDeed.Kind;
import vn.toancanh.ui.ptz.stick.SticksView;
import vn.toancanh.ui.testing.DeskSticks;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.ui.testing.LongWords;
import vn.toancanh.ui.testing.Walk;

/** A joystick that is taught over the wall, in words; and all of that view without a mouse, without eyes, and in longer words. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class SticksLessonTest {
    /** What a window manager's frame may take at the sides. */
    private static final double FRAME = 8;

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
    void itIsTaughtInWordsTriedAndKept() throws Exception {
        rig.learn();
        rig.put(0, 0, 1);
        assertThat(rig.says(SticksRig.VI.get("sticks.right", 100L))).isTrue();
        assertThat(rig.kept()).as("nothing holds yet").isEqualTo(DeskSticks.USUAL);
        rig.put(0, 0, 0);
        rig.fire("sticks.again");
        assertThat(rig.says(SticksRig.VI.get("sticks.askRest"))).isTrue();
        rig.fire("sticks.giveUp");
        assertThat(rig.kept()).isEqualTo(DeskSticks.USUAL);
        rig.learn();
        rig.fire("sticks.keep");
        assertThat(rig.kept().pan().index()).isEqualTo(2);
        assertThat(rig.kept().zoom()).isEqualTo(StickAxis.NONE);
        assertThat(rig.kept().pressed()).containsEntry(6, StickDeed.of(Kind.MODIFIER));
        assertThat(rig.offers("sticks.teach")).isTrue();
        assertThat(Fx.on(() -> rig.sticks.port.story)).as("it steered nothing").containsExactly("1 came");
    }

    @Test
    void escapeGivesTheLessonUpFirstAndAStickThatVanishesOrDriftsIsSaid() throws Exception {
        rig.learn();
        rig.press(KeyCode.ESCAPE);
        assertThat(rig.view()).isPresent();
        assertThat(rig.offers("sticks.teach")).isTrue();
        rig.fire("sticks.teach");
        for (int i = 0; i < 40; i++) {
            double drift = Math.sin(i / 3.0) * 0.5;
            Fx.run(() -> {
                rig.sticks.port.put(rig.stick, new double[] {drift, 0, 0});
                rig.sticks.pass(40);
            });
        }
        assertThat(rig.says(SticksRig.VI.get("sticks.restless"))).isTrue();
        Fx.run(() -> rig.sticks.port.pull(rig.stick));
        rig.pass(100);
        assertThat(rig.says(SticksRig.VI.get("sticks.gone"))).isTrue();
        assertThat(rig.offers("sticks.keep")).isFalse();
        rig.fire("sticks.back");
        assertThat(rig.says(SticksRig.VI.get("sticks.none"))).isTrue();
        Fx.run(() -> rig.sticks.port.plug(4, "0aaa:0002"));
        rig.pass(300);
        assertThat(rig.says(SticksRig.VI.get("sticks.noAxes"))).isTrue();
        rig.press(KeyCode.ESCAPE);
        assertThat(rig.view()).isEmpty();
        assertThat(rig.kept()).isEqualTo(DeskSticks.USUAL);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void allOfItIsReachedByTheKeyboardHasANameAndRoomForLongerWords(Language language) throws Exception {
        rig.keys();
        Fx.run(() -> rig.open.desk.language.to(language));
        Fx.settle(rig.open.scene());
        Stage stage = (Stage) rig.open.scene().getWindow();
        Fx.run(() -> stage.setMaximized(false));
        // A window manager may still be about to maximise it: asked again until it is so.
        Fx.until("the window has its size", () -> {
            stage.setWidth(1280);
            stage.setHeight(720);
            return Math.abs(rig.open.scene().getWidth() - 1280) <= FRAME;
        });
        rig.keys();
        rig.pass(300);
        look("settings");
        List<Node> way = Walk.byTab(rig.open.scene());
        List<String> missed = Fx.on(() -> Walk.controls(rig.open.scene()).stream()
                .filter(each -> each.isFocusTraversable() && !Walk.isReached(each, way))
                .map(Walk::name)
                .toList());
        assertThat(missed).isEmpty();
        assertThat(way).hasSizeGreaterThan(15);
        Fx.run(() -> rig.sticks.setUp.teach());
        look("lesson that begins");
        rig.pass(1300);
        look("lesson that asks");
        for (int i = 0; i < 4; i++) {
            Fx.run(() -> rig.sticks.setUp.skip());
        }
        look("lesson that is tried");
        Fx.run(() -> rig.sticks.port.pull(rig.stick));
        rig.pass(100);
        look("stick that is gone");
    }

    private void look(String where) throws Exception {
        Fx.settle(rig.open.scene());
        assertThat(Fx.on(() -> Walk.faults(rig.open.scene()))).as(where).isEmpty();
        LongWords.haveRoom(rig.open.scene(), 0.25, where, node -> isBehind(node) || node instanceof ListView);
    }

    /** What lies under the view is not read while it is there. */
    private boolean isBehind(Node node) {
        return rig.open.scene().getRoot().equals(node.getParent()) && !(node instanceof SticksView);
    }
}
