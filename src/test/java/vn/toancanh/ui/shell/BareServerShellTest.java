package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.model.CameraId;
import vn.toancanh.shift.Happening;
import vn.toancanh.ui.testing.Fx;

/** The main window at a server that offers cameras and nothing else: there is no door that leads nowhere, and what is saved stays here. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class BareServerShellTest {
    private static final Texts VI = new Texts(Language.VI);

    private OpenShell open;

    @BeforeEach
    void open() throws Exception {
        open = new OpenShell(40, 2);
        open.desk.handoverServer.there = false;
        open.desk.handoverServer.signing = false;
        open.desk.alarmServer.there = false;
        open.desk.cityWalls.offered = false;
        open.desk.administrationServer.offered.clear();
        open.layouts.server.there = false;
        open.layouts.server.locking = false;
        open.signIn();
        Fx.settle(open.scene());
    }

    @AfterEach
    void close() throws Exception {
        open.close();
    }

    private void key(KeyCode code, boolean control) throws Exception {
        Fx.run(() -> {
            Node at = open.scene().getFocusOwner();
            (at == null ? open.scene().getRoot() : at)
                    .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
        });
        Fx.settle(open.scene());
    }

    /** On the FX thread. */
    private boolean reads(String words) {
        return open.scene().getRoot().lookupAll(".label").stream()
                .anyMatch(each -> each instanceof Label label
                        && label.isVisible()
                        && label.getText().contains(words));
    }

    private List<String> buttons() throws Exception {
        return Fx.on(() -> Stream.concat(
                        open.scene().getRoot().lookupAll(".button").stream(),
                        open.scene().getRoot().lookupAll(".menu-button").stream())
                .filter(each -> each instanceof Labeled && each.isVisible() && each.isManaged())
                .map(each -> String.valueOf(((Labeled) each).getText()))
                .toList());
    }

    private void press(String textKey) throws Exception {
        Fx.run(() -> open.scene().getRoot().lookupAll(".button").stream()
                .filter(each -> each instanceof Button button && VI.get(textKey).equals(button.getText()))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + VI.get(textKey)))
                .fire());
        Fx.settle(open.scene());
    }

    @Test
    void noDoorIsShownThatCannotBeOpened() throws Exception {
        assertThat(buttons())
                .contains(VI.get("shell.signOut"))
                .doesNotContain(
                        VI.get("shift.title"),
                        VI.get("walls.title"),
                        VI.get("alarms.title"),
                        VI.get("administration.title"));
        for (KeyCode code : List.of(KeyCode.H, KeyCode.W)) {
            key(code, true);
        }
        for (KeyCode code : List.of(KeyCode.F6, KeyCode.F7)) {
            key(code, false);
        }
        assertThat(Fx.on(() -> open.scene().lookup(".tc-handover"))).isNull();
        assertThat(Fx.on(() -> open.scene().lookup(".tc-administration"))).isNull();
        key(KeyCode.F1, false);
        List<String> keys = Fx.on(() -> open.scene().getRoot().lookupAll(".tc-key").stream()
                .map(each -> ((Label) each).getText())
                .toList());
        assertThat(keys)
                .contains("F1", "F9")
                .doesNotContain("Ctrl+H", "Ctrl+W", "F6", "F7", "F8", "P", "Home, End", "B, K", "Shift+Enter");
    }

    @Test
    void whoSignsOutIsNotAskedToHandOverWhatNobodyKeeps() throws Exception {
        Fx.run(() -> open.desk.shiftBook.note(Happening.CAMERA_LOST, "camera-3", "Ngã tư số 3", 10));
        assertThat(Fx.on(() -> open.desk.shift.toBeHandedOver())).isFalse();
    }

    @Test
    void whatIsSavedStaysOnThisMachineAndThatIsSaid() throws Exception {
        Fx.run(() -> open.wall.desk.showCamera(0, new CameraId("c-1")));
        key(KeyCode.S, true);
        List<String> whom = Fx.on(() -> open.scene().getRoot().lookupAll(".tc-save-form .toggle-button").stream()
                .map(each -> ((ToggleButton) each).getText())
                .toList());
        assertThat(whom).as("nobody else gets it").containsExactly(VI.get("layouts.private"));
        Fx.run(() -> ((TextField) open.scene().lookup(".tc-save-form .text-field")).setText("Ca sáng"));
        press("layouts.save");
        Fx.until("it is said", () -> reads(VI.get("desk.savedHere")));
        Fx.until("the bar says so, too", () -> reads(VI.get("layouts.markHere")));
        key(KeyCode.F3, false);
        Fx.until("it is listed", () -> open.scene().lookup(".tc-layouts .list-cell") != null && reads("Ca sáng"));
        assertThat(buttons())
                .contains(VI.get("layouts.open"), VI.get("layouts.delete"))
                .doesNotContain(VI.get("layouts.lock"));
        assertThat(Fx.on(() -> reads(VI.get("layouts.versions")))).isFalse();
        assertThat(open.layouts.server.requests).isZero();
    }
}
