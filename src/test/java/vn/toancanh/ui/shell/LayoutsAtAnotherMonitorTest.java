package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Layout;
import vn.toancanh.ui.testing.Fx;

/** Saving and listing layouts at the window of a second monitor: what is asked stands where the keyboard is. */
@Tag("slow")
class LayoutsAtAnotherMonitorTest {
    private OpenShell open;
    private SecondWindow second;

    @BeforeEach
    void open() throws Exception {
        open = new OpenShell(60, 2);
        open.signIn();
        second = new SecondWindow(open, 2);
        Fx.run(() -> {
            second.wall.desk.showCamera(0, new CameraId("c-1"));
            second.wall.desk.showCamera(1, new CameraId("c-2"));
            second.wall.desk.chosen().exactly(Set.of(0, 1));
        });
    }

    @AfterEach
    void close() throws Exception {
        second.close();
        open.close();
    }

    private Layout here() throws Exception {
        return Fx.on(() -> second.wall.desk.wall().layout());
    }

    private Node asked() throws Exception {
        return Fx.on(() -> second.scene().getRoot().lookup(".tc-save-form .text-field"));
    }

    @Test
    void theNameIsAskedThereAndItsLettersChangeNoWall() throws Exception {
        Layout before = here();
        second.key(KeyCode.S, true, false);
        assertThat(asked()).isInstanceOf(TextField.class);
        TextField name = (TextField) asked();
        assertThat(Fx.on(() -> second.scene().getFocusOwner()))
                .as("the keyboard is in it")
                .isSameAs(name);
        assertThat(Fx.on(() -> open.scene().getRoot().lookup(".tc-save-form")))
                .as("nothing lies over the main window")
                .isNull();
        Fx.run(name::clear);
        for (KeyCode letter : new KeyCode[] {KeyCode.C, KeyCode.S, KeyCode.H, KeyCode.A}) {
            second.key(letter, false, false);
        }
        assertThat(Fx.on(() -> name.getText())).isEqualTo("csha");
        second.key(KeyCode.DELETE, false, false);
        assertThat(here()).isEqualTo(before);
        second.key(KeyCode.ENTER, false, false);
        Fx.until("saved", () -> second.wall.desk.wall().layout().version() == 1);
        assertThat(here().name()).isEqualTo("csha");
        assertThat(here().cells()).isEqualTo(before.cells());
        assertThat(asked()).as("the form is away").isNull();
        assertThat(Fx.on(() -> second.scene().getFocusOwner()))
                .as("the keyboard is back at the tiles")
                .isSameAs(Fx.on(() -> second.wall.part.view().orElseThrow()));
    }

    @Test
    void theListComesThereAndEscapeTakesItAway() throws Exception {
        second.key(KeyCode.F3, false, false);
        assertThat(Fx.on(() -> second.scene().getRoot().lookup(".tc-layouts"))).isNotNull();
        assertThat(Fx.on(() -> open.scene().getRoot().lookup(".tc-layouts"))).isNull();
        second.key(KeyCode.ESCAPE, false, false);
        assertThat(Fx.on(() -> second.scene().getRoot().lookup(".tc-layouts"))).isNull();
        assertThat(Fx.on(() -> second.wall.desk.wall().selection()))
                .as("Esc did nothing else")
                .containsExactly(0, 1);
    }

    @Test
    void escapeTakesItAwayFromTheMainWindowToo() throws Exception {
        Fx.run(() -> Fx.press(open.scene().getRoot(), KeyCode.F3, false));
        Fx.settle(open.scene());
        assertThat(Fx.on(() -> open.scene().getRoot().lookup(".tc-layouts"))).isNotNull();
        Fx.run(() -> Fx.press(open.scene().getRoot(), KeyCode.ESCAPE, false));
        Fx.settle(open.scene());
        assertThat(Fx.on(() -> open.scene().getRoot().lookup(".tc-layouts"))).isNull();
    }

    @Test
    void whatIsAskedGoesWithWhoeverIsSignedIn() throws Exception {
        second.key(KeyCode.F3, false, false);
        Fx.run(() -> open.desk.parts.signOut().now());
        Fx.until("signed out", () -> open.desk.sessions.current().isEmpty());
        assertThat(Fx.on(() -> second.scene().getRoot().lookup(".tc-layouts"))).isNull();
        second.key(KeyCode.F3, false, false);
        assertThat(Fx.on(() -> second.scene().getRoot().lookup(".tc-layouts"))).isNull();
    }
}
