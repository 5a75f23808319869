package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Layout;
import vn.toancanh.model.Layout.Scope;
import vn.toancanh.model.LayoutId;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.wall.LayoutLibrary.Entry;

/** Saving, the list and its questions as hands reach them. */
@Tag("slow")
class LayoutHandsTest {
    private static final LayoutId PEAK = new LayoutId("l-1");
    private static final Texts VI = new Texts(Language.VI);

    private OpenShell open;

    @BeforeEach
    void open() throws Exception {
        open = new OpenShell(60, 2);
        open.signIn();
    }

    @AfterEach
    void close() throws Exception {
        open.close();
    }

    private void key(KeyCode code, boolean control, boolean shift) throws Exception {
        Fx.run(() -> {
            Node at = open.scene().getFocusOwner();
            (at == null ? open.scene().getRoot() : at)
                    .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false));
        });
        Fx.settle(open.scene());
    }

    private boolean says(String words) throws Exception {
        return Fx.on(() -> reads(words));
    }

    /** On the FX thread. */
    private boolean reads(String words) {
        return open.scene().getRoot().lookupAll(".label").stream()
                .anyMatch(each -> each instanceof Label label && label.getText().contains(words));
    }

    /** What lies over the wall itself of edit mode, as over the walls of other monitors; empty for nothing. */
    private String plate() throws Exception {
        return Fx.on(() -> open.scene().getRoot().lookup(".tc-edit-plate") instanceof Label label && label.isVisible()
                ? label.getText()
                : "");
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

    private void show(int tile, String camera) throws Exception {
        Fx.run(() -> open.wall.desk.showCamera(tile, new CameraId(camera)));
        Fx.settle(open.scene());
    }

    private Layout wall() throws Exception {
        return Fx.on(this::now);
    }

    /** On the FX thread. */
    private Layout now() {
        return open.wall.desk.wall().layout();
    }

    private void bySomebodyElse(String camera) throws Exception {
        Fx.run(() -> open.layouts.saved("Bình", PEAK.value(), "Giờ cao điểm", Scope.CITY, "c-1", "c-2", "c-3", camera));
        Fx.settle(open.scene());
    }

    @Test
    void aNewLayoutIsAskedForItsNameAndSaved() throws Exception {
        show(0, "c-1");
        key(KeyCode.S, true, false);
        Fx.run(() -> ((TextField) open.scene().lookup(".tc-save-form .text-field")).setText("Ca sáng"));
        press("layouts.save");
        Fx.until("saved", () -> now().version() == 1);
        assertThat(wall().name()).isEqualTo("Ca sáng");
        assertThat(wall().scope()).isEqualTo(Scope.PRIVATE);
        assertThat(open.scene().lookup(".tc-save-form")).as("the form is away").isNull();
        show(1, "c-2");
        assertThat(says(VI.get("shell.unsaved"))).isTrue();
        key(KeyCode.S, true, false);
        Fx.until("saved again", () -> now().version() == 2);
        Fx.until("the mark is gone", () -> !reads(VI.get("shell.unsaved")));
        assertThat(open.scene().lookup(".tc-save-form"))
                .as("nobody is asked again")
                .isNull();
    }

    @Test
    void aNameThatIsTakenIsNotTakenAgain() throws Exception {
        bySomebodyElse("c-4");
        key(KeyCode.S, true, true);
        Fx.run(() -> ((TextField) open.scene().lookup(".tc-save-form .text-field")).setText("giờ cao điểm"));
        press("layouts.save");
        assertThat(says(VI.get("layouts.nameTaken"))).isTrue();
        assertThat(open.layouts.server.sent).isEmpty();
    }

    @Test
    void theListOpensALayoutOnTheWall() throws Exception {
        bySomebodyElse("c-4");
        key(KeyCode.F3, false, false);
        Fx.until("listed", () -> {
            ListView<?> list = (ListView<?>) open.scene().lookup(".tc-layouts .list-view");
            return list != null
                    && list.getItems().stream()
                            .anyMatch(each ->
                                    each instanceof Entry entry && entry.name().equals("Giờ cao điểm"));
        });
        press("layouts.open");
        Fx.until("open", () -> PEAK.equals(now().id()));
        assertThat(open.scene().lookup(".tc-layouts")).isNull();
    }

    /** On the FX thread. */
    private ListView<?> layouts() {
        return (ListView<?>) open.scene().lookup(".tc-layouts .list-view");
    }

    @Test
    void theListIsInTheOrderOfNamesAndShowsTheLayoutOfTheWall() throws Exception {
        Fx.run(() -> {
            for (int i = 30; i > 0; i--) {
                open.layouts.saved("Bình", "l-" + (100 - i), "Ca " + i, Scope.CITY, "c-1");
            }
            open.layouts.saved("Bình", "l-0", "Ăn ca", Scope.CITY, "c-1");
            open.layouts.desk.open(new LayoutId("l-75"), open.wall.desk);
        });
        Fx.until("open", () -> new LayoutId("l-75").equals(now().id()));
        key(KeyCode.F3, false, false);
        Fx.until("listed", () -> layouts() != null && layouts().getItems().size() == 31);
        Fx.settle(open.scene());
        assertThat(Fx.on(() -> layouts().getItems().stream()
                        .map(each -> ((Entry) each).name())
                        .toList()))
                .startsWith("Ăn ca", "Ca 1", "Ca 2", "Ca 3")
                .endsWith("Ca 29", "Ca 30");
        assertThat(Fx.on(() -> ((Entry) layouts().getSelectionModel().getSelectedItem()).name()))
                .isEqualTo("Ca 25");
        assertThat(Fx.on(() -> layouts().lookupAll(".list-cell").stream()
                        .anyMatch(each -> each.isVisible()
                                && each.getPseudoClassStates().toString().contains("selected"))))
                .as("it is in sight")
                .isTrue();
    }

    @Test
    void whatAnotherSavedIsToldAndLoadedOnlyWhenAsked() throws Exception {
        bySomebodyElse("c-4");
        Fx.run(() -> open.layouts.desk.open(PEAK, open.wall.desk));
        Fx.until("open", () -> PEAK.equals(now().id()));
        bySomebodyElse("c-5");
        Fx.until("told", () -> reads("Bình"));
        assertThat(wall().version()).isEqualTo(1);
        press("desk.layoutLoad");
        assertThat(wall().version()).isEqualTo(2);
    }

    @Test
    void bothSidesOfAQuestionAreShownAndOneIsChosen() throws Exception {
        bySomebodyElse("c-4");
        Fx.run(() -> open.layouts.desk.open(PEAK, open.wall.desk));
        Fx.until("open", () -> PEAK.equals(now().id()));
        show(3, "c-9");
        bySomebodyElse("c-5");
        key(KeyCode.S, true, false);
        Fx.until("asked", () -> reads(VI.get("layouts.markAsks")));
        key(KeyCode.F3, false, false);
        Fx.until("both sides", () -> reads(VI.get("layouts.ofTile", 4)) && reads(VI.get("layouts.mine")));
        press("layouts.keepMine");
        Fx.until("settled", () -> now().version() == 3);
        List<Layout> versions = open.layouts.server.of(PEAK);
        assertThat(versions).hasSize(3);
        Fx.until("no question", () -> !reads(VI.get("layouts.markAsks")));
    }

    @Test
    void whoLosesASaveIsToldOfItAndLedToThatQuestion() throws Exception {
        LayoutId night = new LayoutId("l-2");
        for (LayoutId each : List.of(PEAK, night)) {
            String name = each.equals(PEAK) ? "Giờ cao điểm" : "Ca đêm";
            Fx.run(() -> open.layouts.saved("Bình", each.value(), name, Scope.CITY, "c-1", "c-2", "c-3", "c-4"));
            Fx.run(() -> open.layouts.desk.open(each, open.wall.desk));
            Fx.until("open", () -> each.equals(now().id()));
            show(3, "c-9");
            Fx.run(() -> open.layouts.saved("Bình", each.value(), name, Scope.CITY, "c-1", "c-2", "c-3", "c-5"));
            key(KeyCode.S, true, false);
            Fx.until("told", () -> reads(VI.get("desk.layoutOvertaken", "Bình", name)));
        }
        press("desk.layoutDecide");
        Fx.until("both sides", () -> layouts() != null && reads(VI.get("layouts.ofTile", 4)));
        assertThat(Fx.on(() -> ((Entry) layouts().getSelectionModel().getSelectedItem()).id()))
                .as("the one that the words were of, though another asks for longer")
                .isEqualTo(night);
        press("layouts.keepMine");
        key(KeyCode.ESCAPE, false, false);
        Fx.until("the other is told of", () -> reads(VI.get("desk.layoutOvertaken", "Bình", "Giờ cao điểm")));
        assertThat(open.layouts.server.of(night)).hasSize(3);
    }

    @Test
    void editModeIsSaidInTheBarAndHoldsHandsBack() throws Exception {
        show(0, "c-1");
        Layout before = wall();
        key(KeyCode.F2, false, false);
        assertThat(Fx.on(() -> open.scene().getRoot().lookupAll(".button").stream()
                        .anyMatch(each -> each instanceof Button button
                                && VI.get("layouts.editOff").equals(button.getText()))))
                .isTrue();
        assertThat(plate()).isEqualTo(VI.get("layouts.editOff"));
        show(0, "c-2");
        assertThat(wall()).isEqualTo(before);
        assertThat(says(VI.get("desk.editingOff"))).isTrue();
        assertThat(plate()).as("where he tried").isEqualTo(VI.get("desk.editingOff"));
        key(KeyCode.F2, false, false);
        assertThat(plate()).isEmpty();
        show(0, "c-2");
        assertThat(wall()).isNotEqualTo(before);
    }
}
