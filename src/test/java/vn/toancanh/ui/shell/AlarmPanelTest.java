package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.alarms.Samples.alarm;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.access.Level;
import vn.toancanh.access.Right;
import vn.toancanh.alarms.FakeAlarms;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmId;
import vn.toancanh.model.AlarmOutcome;
import vn.toancanh.model.AlarmStep;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.SiteId;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.ui.testing.LookAlarms;

/** The alarm panel in the main window, by keyboard. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class AlarmPanelTest {
    private OpenShell window;

    @BeforeEach
    void open() throws Exception {
        open(List.of());
    }

    /** @param rights none told where empty */
    private void open(List<Right> rights) throws Exception {
        window = new OpenShell(40, 2);
        Fx.run(() -> window.desk.sessions.rights = rights);
        window.signIn();
        Fx.run(() -> {
            window.desk.alarmBook.open();
            window.desk.alarmServer.lists.remove().accept(Outcome.done(List.of(of("a", 80), of("b", 20))));
        });
        Fx.settle(window.scene());
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private static Alarm of(String id, int priority) {
        return of(id, priority, "camera-4");
    }

    private static Alarm of(String id, int priority, String camera) {
        Alarm made = alarm(id, priority, AlarmStep.NEW, 1);
        return new Alarm(
                made.id(),
                made.type(),
                made.priority(),
                made.step(),
                List.of(new CameraId(camera)),
                made.site(),
                made.place(),
                made.title(),
                made.procedure(),
                false,
                made.raisedAt(),
                "",
                1);
    }

    private void press(KeyCode code, boolean shift) throws Exception {
        Fx.run(() -> {
            Node to = window.scene().getFocusOwner();
            to.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false));
            to.fireEvent(new KeyEvent(KeyEvent.KEY_RELEASED, "", "", code, shift, false, false, false));
        });
        Fx.settle(window.scene());
    }

    private void openPanel() throws Exception {
        press(KeyCode.F8, false);
    }

    private List<String> words(String selector) throws Exception {
        return Fx.on(() -> window.scene().getRoot().lookupAll(selector).stream()
                .filter(Node::isVisible)
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .filter(text -> text != null && !text.isEmpty())
                .toList());
    }

    @Test
    void theBarCountsAndTheKeyOpensTheListWithTheKeyboardInIt() throws Exception {
        assertThat(words(".tc-top-bar .button")).contains("2");
        openPanel();
        assertThat(Fx.on(() -> window.scene().getFocusOwner() instanceof ListView<?>))
                .isTrue();
        assertThat(words(".tc-alarms .label"))
                .contains("Báo động · 2 chưa nhận", "Người vào khu vực cấm", "Việc cần làm")
                .contains("Xem camera bên cạnh\nGọi tổ tuần tra");
        press(KeyCode.F8, false);
        assertThat(Fx.on(() -> window.scene().lookup(".tc-alarms") == null)).isTrue();
    }

    @Test
    void theMenuOfChoicesSaysWhatHoldsWhenItIsOpened() throws Exception {
        openPanel();
        MenuButton menu = Fx.on(() -> (MenuButton) window.scene().lookup(".tc-alarm-menu"));
        assertThat(Fx.on(() -> ((CheckMenuItem) menu.getItems().getLast()).isSelected()))
                .isTrue();
        Fx.run(() ->
                window.desk.preferences.person(Map.of(PreferenceKey.ALARMS_SOUND.name(), "false"), (key, text) -> {}));
        Fx.run(menu::show);
        Fx.run(menu::hide);
        assertThat(Fx.on(() -> ((CheckMenuItem) menu.getItems().getLast()).isSelected()))
                .as("whoever signed in brought his own")
                .isFalse();
    }

    @Test
    void enterAcceptsAndTheAnswerIsShown() throws Exception {
        openPanel();
        press(KeyCode.ENTER, false);
        FakeAlarms.Move move = window.desk.alarmServer.moves.remove();
        assertThat(move.seen().id().value()).isEqualTo("a");
        assertThat(move.next()).isEqualTo(AlarmStep.ACKNOWLEDGED);
        Fx.run(() -> move.answer().accept(Outcome.done(alarm("a", 80, AlarmStep.ACKNOWLEDGED, 2))));
        Fx.settle(window.scene());
        assertThat(words(".tc-alarms .label")).contains("Báo động · 1 chưa nhận", "Đã nhận");
        assertThat(words(".tc-alarms .button"))
                .contains("Bắt đầu xử lý", "Kết thúc")
                .doesNotContain("Nhận");
        press(KeyCode.ENTER, false);
        assertThat(window.desk.alarmServer.moves).isEmpty();
    }

    @Test
    void whoWasFasterIsSaid() throws Exception {
        openPanel();
        press(KeyCode.ENTER, false);
        FakeAlarms.Move move = window.desk.alarmServer.moves.remove();
        Fx.run(() -> {
            move.answer().accept(Outcome.failed(Failure.of(Failure.Kind.CONFLICT, "412")));
            window.desk
                    .alarmServer
                    .gets
                    .remove()
                    .answer()
                    .accept(Outcome.done(alarm("a", 80, AlarmStep.ACKNOWLEDGED, 2)));
        });
        Fx.settle(window.scene());
        assertThat(words(".tc-alarms .label")).contains("Người khác đã xử lý báo động này trước.");
    }

    @Test
    void whoWasFasterIsSaidByName() throws Exception {
        openPanel();
        press(KeyCode.ENTER, false);
        FakeAlarms.Move move = window.desk.alarmServer.moves.remove();
        Alarm theirs = LookAlarms.taken();
        Fx.run(() -> {
            move.answer().accept(Outcome.failed(Failure.of(Failure.Kind.CONFLICT, "412")));
            window.desk.alarmServer.gets.remove().answer().accept(Outcome.done(named(theirs, "a")));
        });
        Fx.settle(window.scene());
        assertThat(words(".tc-alarms .label")).contains("Trực ban 2 đã nhận báo động này trước.");
    }

    private static Alarm named(Alarm of, String id) {
        return new Alarm(
                new AlarmId(id),
                of.type(),
                of.priority(),
                of.step(),
                of.cameras(),
                of.site(),
                of.place(),
                of.title(),
                of.procedure(),
                of.pictured(),
                of.raisedAt(),
                of.assignee(),
                of.version());
    }

    @Test
    void closingAsksWhatCameOfItAndForANote() throws Exception {
        openPanel();
        Fx.run(() -> {
            window.desk.alarmServer.news().changed(new AlarmId("a"), 2, AlarmStep.ACKNOWLEDGED);
            window.desk.alarmServer.gets.clear();
        });
        Fx.settle(window.scene());
        Fx.run(() -> button("Kết thúc").fire());
        Fx.settle(window.scene());
        assertThat(words(".tc-alarm-closing .toggle-button"))
                .containsExactly("Có việc thật, đã xử lý", "Báo nhầm", "Có việc, không cần xử lý");
        Node keyboard = Fx.on(() -> window.scene().getFocusOwner());
        Fx.run(() -> {
            window.desk.alarmServer.news().changed(new AlarmId("z"), 1, AlarmStep.NEW);
            window.desk.alarmServer.gets.remove().answer().accept(Outcome.done(alarm("z", 5, AlarmStep.NEW, 1)));
        });
        assertThat(Fx.on(() -> window.scene().getFocusOwner()))
                .as("an alarm that comes takes the keyboard from nobody")
                .isSameAs(keyboard)
                .isInstanceOf(ToggleButton.class);
        Button close = Fx.on(() -> (Button) window.scene().lookup(".tc-alarm-closing .tc-primary"));
        assertThat(close.isDisabled()).as("nothing is chosen yet").isTrue();
        Fx.run(() -> {
            toggle("Báo nhầm").fire();
            ((TextArea) window.scene().lookup(".tc-alarm-closing .text-area")).setText(" Do mưa ");
            close.fire();
        });
        FakeAlarms.Finish finish = window.desk.alarmServer.finishes.remove();
        assertThat(finish.seen().id().value()).isEqualTo("a");
        assertThat(finish.outcome()).isEqualTo(AlarmOutcome.FALSE_ALARM);
        assertThat(finish.note()).isEqualTo("Do mưa");
        Fx.settle(window.scene());
        assertThat(Fx.on(() -> window.scene().lookup(".tc-alarm-closing") == null))
                .isTrue();
    }

    private void ask() throws Exception {
        openPanel();
        Fx.run(() -> {
            window.desk.alarmServer.news().changed(new AlarmId("a"), 2, AlarmStep.ACKNOWLEDGED);
            window.desk.alarmServer.gets.clear();
        });
        Fx.settle(window.scene());
        Fx.run(() -> button("Kết thúc").fire());
        Fx.settle(window.scene());
    }

    private Node keyboard() throws Exception {
        return Fx.on(() -> window.scene().getFocusOwner());
    }

    @Test
    void tabLeadsOutOfTheNoteBothWays() throws Exception {
        ask();
        TextArea note = Fx.on(() -> (TextArea) window.scene().lookup(".tc-alarm-closing .text-area"));
        Fx.run(note::requestFocus);
        press(KeyCode.TAB, true);
        assertThat(keyboard()).isInstanceOf(ToggleButton.class);
        Fx.run(() -> {
            toggle("Báo nhầm").fire();
            note.requestFocus();
        });
        press(KeyCode.TAB, false);
        assertThat(keyboard())
                .isInstanceOfSatisfying(
                        Button.class, button -> assertThat(button.getText()).isEqualTo("Kết thúc"));
        assertThat(note.getText()).as("no tabulator in it").isNullOrEmpty();
    }

    @Test
    void whoDoesNotCloseItYetStandsWhereHeBeganAndWhoDoesIsBackInTheList() throws Exception {
        ask();
        press(KeyCode.ESCAPE, false);
        assertThat(keyboard()).isSameAs(button("Kết thúc"));
        Fx.run(() -> button("Kết thúc").fire());
        Fx.settle(window.scene());
        Fx.run(() -> {
            toggle("Báo nhầm").fire();
            Button close = (Button) window.scene().lookup(".tc-alarm-closing .tc-primary");
            close.requestFocus();
            close.fire();
        });
        Fx.settle(window.scene());
        assertThat(keyboard()).isInstanceOf(ListView.class);
    }

    @Test
    void whatHasNoCameraNamesNoButtonThatIsNotThere() throws Exception {
        Alarm without = named(alarm("n", 99, AlarmStep.NEW, 1), "n");
        Fx.run(() -> {
            window.desk.alarmServer.news().changed(new AlarmId("n"), 1, AlarmStep.NEW);
            window.desk.alarmServer.gets.remove().answer().accept(Outcome.done(bare(without)));
        });
        openPanel();
        Fx.run(() -> window.desk.alarms.choose(new AlarmId("n")));
        Fx.settle(window.scene());
        assertThat(words(".tc-alarms .label")).contains("Chưa có hình; báo động này không gắn với camera nào.");
    }

    private static Alarm bare(Alarm of) {
        return new Alarm(
                of.id(),
                of.type(),
                of.priority(),
                of.step(),
                List.of(),
                of.site(),
                of.place(),
                of.title(),
                of.procedure(),
                false,
                of.raisedAt(),
                "",
                of.version());
    }

    private Button button(String words) {
        return (Button) window.scene().getRoot().lookupAll(".tc-alarms .button").stream()
                .filter(node -> node instanceof Button each && words.equals(each.getText()))
                .findFirst()
                .orElseThrow();
    }

    private ToggleButton toggle(String words) {
        return (ToggleButton) window.scene().getRoot().lookupAll(".tc-alarms .toggle-button").stream()
                .filter(node -> node instanceof ToggleButton each && words.equals(each.getText()))
                .findFirst()
                .orElseThrow();
    }

    /** The fourth camera hangs in the first ward, the twentieth in the second. */
    @Test
    void whoWorksInOneWardIsOfferedNoStepsInAnother() throws Exception {
        close();
        open(List.of(
                new Right(Level.VIEW, null, List.of()), new Right(Level.OPERATE, new SiteId("ward-0"), List.of())));
        Fx.run(() -> {
            window.desk.alarmServer.news().changed(new AlarmId("w"), 1, AlarmStep.NEW);
            window.desk.alarmServer.gets.remove().answer().accept(Outcome.done(of("w", 90, "camera-20")));
        });
        openPanel();
        assertThat(words(".tc-alarms .button")).contains("Xem camera").doesNotContain("Nhận");
        press(KeyCode.ENTER, false);
        assertThat(window.desk.alarmServer.moves).isEmpty();
        Fx.run(() -> window.desk.alarms.choose(new AlarmId("a")));
        Fx.settle(window.scene());
        assertThat(words(".tc-alarms .button")).contains("Xem camera", "Nhận");
        press(KeyCode.ENTER, false);
        assertThat(window.desk.alarmServer.moves).hasSize(1);
    }

    @Test
    void whatKindOfPictureItIsIsSaid() throws Exception {
        openPanel();
        assertThat(words(".tc-alarms .label")).contains("Chưa có hình. Bấm Xem camera để mở camera trên tường hình.");
    }

    @Test
    void mSilencesWhatIsThereAndTheNextOneSoundsAgain() throws Exception {
        openPanel();
        int before = window.desk.rings;
        assertThat(before).isEqualTo(1);
        assertThat(Fx.on(() -> window.desk.alarms.listing().get().ringing())).isTrue();
        press(KeyCode.M, false);
        assertThat(Fx.on(() -> window.desk.alarms.listing().get().ringing())).isFalse();
        Fx.run(() -> {
            window.desk.alarmServer.news().changed(new AlarmId("n"), 1, AlarmStep.NEW);
            window.desk.alarmServer.gets.remove().answer().accept(Outcome.done(alarm("n", 90, AlarmStep.NEW, 1)));
        });
        assertThat(window.desk.rings).isEqualTo(before + 1);
    }

    @Test
    void shiftEnterPutsItsCamerasOnTheWall() throws Exception {
        openPanel();
        press(KeyCode.ENTER, true);
        assertThat(Fx.on(() -> window.wall.part.cameras())).containsKey(new CameraId("camera-4"));
        assertThat(window.desk.alarmServer.moves).isEmpty();
    }

    @Test
    void aServerWithoutAlarmsHasNoButton() throws Exception {
        window.desk.alarmServer.there = false;
        Fx.run(() -> window.desk.alarmBook.close());
        Fx.settle(window.scene());
        Button bell = (Button) Fx.on(() -> window.scene().getRoot().lookupAll(".tc-top-bar .button").stream()
                .filter(node -> "Báo động".equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow());
        assertThat(bell.isVisible()).isFalse();
        openPanel();
        assertThat(words(".tc-alarms .label")).contains("Máy chủ này không có báo động.");
    }
}
