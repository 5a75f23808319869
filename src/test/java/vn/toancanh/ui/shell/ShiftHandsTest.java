package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.model.Layout.Scope;
import vn.toancanh.model.LayoutId;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.wall.Shift;

/** The shifts of a layout as hands reach them: those of the server, whose they are, and those of this desk. */
@Tag("slow")
class ShiftHandsTest {
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

    private void list(boolean offered, boolean changeable) throws Exception {
        Fx.run(() -> {
            open.layouts.timetables.there = offered;
            open.layouts.saved("Bình", PEAK.value(), "Giờ cao điểm", Scope.CITY, "c-1");
            if (offered) {
                open.layouts.timetables.by("Chị Lan", Scope.CITY, PEAK, changeable, night());
            }
            Node at = open.scene().getFocusOwner();
            (at == null ? open.scene().getRoot() : at)
                    .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F3, false, false, false, false));
        });
        Fx.settle(open.scene());
        Fx.until("the shifts of the layout", () -> reads(VI.get("layouts.shifts")));
    }

    private static Shift night() {
        return new Shift(
                EnumSet.of(DayOfWeek.MONDAY), LocalTime.of(22, 0), LocalTime.of(6, 0), 1, PEAK, "Giờ cao điểm");
    }

    /** On the FX thread. */
    private boolean reads(String words) {
        return open.scene().getRoot().lookupAll(".label").stream()
                .anyMatch(each -> each instanceof Label label
                        && label.isVisible()
                        && label.getText().contains(words));
    }

    private boolean says(String words) throws Exception {
        return Fx.on(() -> reads(words));
    }

    private void press(String textKey) throws Exception {
        Fx.run(() -> buttons(textKey).getFirst().fire());
        Fx.settle(open.scene());
    }

    /** On the FX thread. */
    private List<Button> buttons(String textKey) {
        return open.scene().getRoot().lookupAll(".button").stream()
                .filter(each -> each instanceof Button button
                        && (VI.get(textKey).equals(button.getText())
                                || VI.get(textKey).equals(button.getAccessibleText())))
                .map(Button.class::cast)
                .toList();
    }

    private int there() throws Exception {
        return Fx.on(() -> open.layouts.timetables.of(PEAK).size());
    }

    private int here() throws Exception {
        return Fx.on(() -> open.layouts.shifts.here().size());
    }

    @Test
    void whoseTheyAreAndWhoSetThemIsSaidAndOneMoreGoesToTheServer() throws Exception {
        list(true, true);
        Fx.until("who set them", () -> reads("Chị Lan") && reads("22:00"));
        press("layouts.shiftAdd");
        Fx.until("one more", () -> open.layouts.timetables.of(PEAK).size() == 2 && reads("An · Bàn 1"));
        assertThat(here()).isZero();
        Fx.run(() -> open.layouts.timetables.by("Anh Tú", Scope.CITY, PEAK, true, night()));
        Fx.until("what others set meanwhile", () -> reads("Anh Tú") && !reads("06:00 đến 14:00"));
        press("layouts.shiftRemove");
        Fx.until("taken out", () -> open.layouts.timetables.of(PEAK).isEmpty() && !reads("22:00"));
    }

    @Test
    void whatIsForThisDeskAloneStaysThereUntilItIsMoved() throws Exception {
        list(true, true);
        Fx.run(() -> ((CheckBox) open.scene().lookup(".tc-layouts .check-box")).setSelected(true));
        press("layouts.shiftAdd");
        assertThat(here()).isEqualTo(1);
        assertThat(there()).isEqualTo(1);
        press("layouts.shiftMove");
        Fx.until(
                "moved",
                () -> open.layouts.timetables.of(PEAK).size() == 2
                        && open.layouts.shifts.here().isEmpty());
        assertThat(Fx.on(() -> buttons("layouts.shiftMove"))).isEmpty();
    }

    @Test
    void whatTheServerRefusesIsSaid() throws Exception {
        list(true, true);
        Fx.run(() -> open.layouts.timetables.refusing.add(PEAK));
        press("layouts.shiftAdd");
        Fx.until("said", () -> reads(VI.get("failure.forbidden")));
        assertThat(there() + here()).isEqualTo(1);
    }

    @Test
    void whoMayNotChangeTheLayoutSeesThemAndAddsAtThisDeskAlone() throws Exception {
        list(true, false);
        Fx.until("who set them", () -> reads("Chị Lan"));
        assertThat(Fx.on(() -> buttons("layouts.shiftRemove"))).isEmpty();
        assertThat(says(VI.get("layouts.shiftsOthers"))).isTrue();
        press("layouts.shiftAdd");
        assertThat(here()).isEqualTo(1);
        assertThat(there()).isEqualTo(1);
        assertThat(Fx.on(() -> buttons("layouts.shiftMove"))).isEmpty();
    }

    @Test
    void aServerThatKeepsNoneIsNotSpokenOf() throws Exception {
        list(false, false);
        press("layouts.shiftAdd");
        assertThat(here()).isEqualTo(1);
        assertThat(there()).isZero();
        assertThat(says(VI.get("layouts.shiftsShared"))).isFalse();
        assertThat(says(VI.get("layouts.shiftsOthers"))).isFalse();
        assertThat(says(VI.get("layouts.shiftAlone")))
                .as("nothing else to tell it from")
                .isFalse();
        assertThat(Fx.on(() -> open.scene().lookup(".tc-layouts .check-box").isVisible()))
                .isFalse();
    }
}
