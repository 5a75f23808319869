package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.model.CameraId;
import vn.toancanh.ui.grid.GridView;
import vn.toancanh.ui.testing.Fx;

/** When a joystick means the wall, with a real window. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class AtHandTest {
    private OpenShell open;

    @BeforeEach
    void open() throws Exception {
        open = new OpenShell(40, 2);
        Fx.until("it has the keyboard", () -> open.scene().getWindow().isFocused());
    }

    @AfterEach
    void close() throws Exception {
        open.close();
    }

    private boolean atHand() throws Exception {
        return Fx.on(() -> open.wall.part.view().filter(AtHand::is).isPresent());
    }

    private GridView grid() {
        return open.wall.part.view().orElseThrow();
    }

    private void key(KeyCode code, boolean control) throws Exception {
        Fx.run(() -> Fx.press(open.scene().getFocusOwner(), code, control));
        Fx.settle(open.scene());
    }

    private void signIn() throws Exception {
        open.signIn();
        Fx.run(() -> grid().requestFocus());
        Fx.settle(open.scene());
    }

    @Test
    void notWhileWhoeverSitsThereIsAskedWhoHeIsAndAsSoonAsHeHasSaidSo() throws Exception {
        assertThat(atHand()).isFalse();
        signIn();
        assertThat(atHand()).isTrue();
        Fx.run(() -> open.desk.sessions.signOut());
        Fx.settle(open.scene());
        assertThat(atHand()).isFalse();
    }

    @Test
    void notUnderAListOrAFormAndAgainWithoutIt() throws Exception {
        signIn();
        key(KeyCode.F3, false);
        assertThat(Fx.on(() -> open.scene().lookup(".tc-layouts"))).isNotNull();
        assertThat(atHand()).isFalse();
        key(KeyCode.ESCAPE, false);
        assertThat(atHand()).isTrue();
        key(KeyCode.H, true);
        assertThat(atHand()).as("the handover").isFalse();
    }

    @Test
    void notWhileSomethingIsTypedOverItButWhileACameraIsLookedForBesideIt() throws Exception {
        signIn();
        Fx.run(() -> open.wall.part.togglePalette());
        Fx.settle(open.scene());
        assertThat(Fx.on(() -> open.scene().getFocusOwner())).isInstanceOf(TextField.class);
        assertThat(atHand()).isFalse();
        Fx.run(() -> open.wall.part.closePalette());
        Fx.settle(open.scene());
        assertThat(atHand()).isTrue();
        Fx.run(() -> open.scene().lookup(".tc-tree .text-field").requestFocus());
        assertThat(Fx.on(() -> open.scene().getFocusOwner())).isInstanceOf(TextField.class);
        assertThat(atHand()).isTrue();
    }

    @Test
    void notWhileNumbersOfSalvosAreTyped() throws Exception {
        signIn();
        Fx.run(() -> {
            open.wall.callUp.salvos().keep(1, List.of(new CameraId("camera-1")));
            new SalvoEditor(open.wall.desk, open.wall.callUp, open.desk.language.texts()).show(grid());
        });
        Fx.until("it asks", () -> Window.getWindows().stream().anyMatch(each -> each instanceof Popup));
        assertThat(atHand()).isFalse();
        Fx.run(() -> Window.getWindows().stream()
                .filter(each -> each instanceof Popup)
                .findFirst()
                .ifPresent(Window::hide));
        Fx.until("the window has the keyboard", () -> AtHand.is(grid()));
    }

    @Test
    void notAtADeskThatIsLocked() throws Exception {
        signIn();
        key(KeyCode.L, true);
        assertThat(Fx.on(() -> open.desk.lock.locked())).isTrue();
        assertThat(atHand()).isFalse();
    }
}
