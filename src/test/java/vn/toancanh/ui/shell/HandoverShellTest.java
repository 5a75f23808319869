package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.access.Connection;
import vn.toancanh.deeds.Deed;
import vn.toancanh.shift.FakeHandovers;
import vn.toancanh.shift.Handover;
import vn.toancanh.shift.Happening;
import vn.toancanh.shift.Note;
import vn.toancanh.ui.shift.ChosenFile;
import vn.toancanh.ui.testing.Fx;

/** Handing over and taking over at the main window. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class HandoverShellTest {
    private OpenShell window;

    @BeforeEach
    void open() throws Exception {
        window = new OpenShell(40, 2);
        window.signIn();
        Fx.run(() -> window.desk.shiftBook.note(Happening.CAMERA_LOST, "camera-3", "Ngã tư số 3", 10));
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private void key(KeyCode code, boolean control) throws Exception {
        Fx.run(() -> Fx.press(window.scene().getRoot(), code, control));
        Fx.settle(window.scene());
    }

    private void key(KeyCode code) throws Exception {
        key(code, false);
    }

    private List<String> words() throws Exception {
        return Fx.on(this::said);
    }

    /** What the view says. On FX. */
    private List<String> said() {
        Node view = window.scene().lookup(".tc-handover");
        return view == null
                ? List.of()
                : Stream.concat(view.lookupAll(".label").stream(), view.lookupAll(".button").stream())
                        .filter(node -> node instanceof Labeled && node.isVisible())
                        .map(node -> String.valueOf(((Labeled) node).getText()))
                        .toList();
    }

    private void press(String label) throws Exception {
        Fx.run(() -> {
            Node view = window.scene().lookup(".tc-handover");
            Stream.concat(view.lookupAll(".button").stream(), view.lookupAll(".toggle-button").stream())
                    .filter(node -> node instanceof ButtonBase button && label.equals(button.getText()))
                    .map(ButtonBase.class::cast)
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + label))
                    .fire();
        });
        Fx.settle(window.scene());
    }

    private void handOver(String comment) throws Exception {
        key(KeyCode.H, true);
        Fx.run(() -> ((TextArea) window.scene().lookup(".tc-handover .text-area")).setText(comment));
        press("Bàn giao");
    }

    private void sign(String user, String password) throws Exception {
        Fx.run(() -> {
            Node form = window.scene().lookup(".tc-take-over");
            ((TextField) form.lookup(".text-field")).setText(user);
            ((PasswordField) form.lookup(".password-field")).setText(password);
        });
        press("Nhận ca");
    }

    @Test
    void theReportIsHandedOverAndSignedByWhoeverTakesOver() throws Exception {
        handOver("Cổng sau hỏng khóa");
        assertThat(words())
                .as("kept at once, though the server was not told yet")
                .contains("Chờ gửi máy chủ");
        Fx.until("the server has it", () -> said().contains("Nhận ca"));
        assertThat(words()).contains("Ngã tư số 3", "Cổng sau hỏng khóa", "Chưa ai ký nhận");
        sign("to.truong", "sai mật khẩu");
        assertThat(words()).contains("Tên hoặc mật khẩu của người nhận không đúng.");
        assertThat(Fx.on(() -> ((PasswordField) window.scene().lookup(".tc-take-over .password-field")).getText()))
                .as("a password is typed anew")
                .isEmpty();
        sign("ban1", FakeHandovers.PASSWORD);
        assertThat(words()).anyMatch(line -> line.startsWith("Người này không được ký"));
        sign(FakeHandovers.SIGNER, FakeHandovers.PASSWORD);
        Fx.until("signed", () -> said().contains("Tổ trưởng Lan đã nhận"));
        assertThat(words()).doesNotContain("Nhận ca");
        Handover signed = window.desk.handoverServer.kept.getFirst();
        assertThat(signed.acceptance()).isNotNull();
        assertThat(signed.comment()).isEqualTo("Cổng sau hỏng khóa");
    }

    @Test
    void anotherReportIsReadFromItsTopAndTheSameFromWhereItsReaderIs() throws Exception {
        // More than there is room for.
        Fx.run(() -> IntStream.range(0, 80)
                .forEach(each -> window.desk.shiftBook.note(Happening.CAMERA_LOST, "c" + each, "Ngõ " + each, 10)));
        key(KeyCode.H, true);
        Fx.run(() -> report().setVvalue(0.6));
        Fx.run(() -> window.desk.shiftBook.note(Happening.LAYOUT_OPENED, "l1", "Tuần tra đêm", Note.UNKNOWN));
        Fx.until("it is told", () -> said().contains("Tuần tra đêm"));
        Fx.settle(window.scene());
        assertThat(Fx.on(() -> report().getVvalue())).as("while it is read").isBetween(0.5, 0.7);
        press("Bàn giao");
        assertThat(Fx.on(() -> report().getVvalue()))
                .as("as it was handed over")
                .isZero();
    }

    @Test
    void escapeTakesItAwayFromTheListOfHandoversToo() throws Exception {
        handOver("");
        Fx.run(() -> {
            Node list = window.scene().lookup(".tc-handovers .list-view");
            list.requestFocus();
            Fx.press(list, KeyCode.ESCAPE, false);
        });
        Fx.settle(window.scene());
        assertThat(words()).isEmpty();
    }

    /** On FX. */
    private ScrollPane report() {
        return (ScrollPane) window.scene().lookup(".tc-report");
    }

    @Test
    void whileTheServerIsAwayItIsKeptHereAndNobodyCanSign() throws Exception {
        Fx.run(() -> {
            window.desk.handoverServer.away = true;
            window.desk.sessions.connection(new Connection(Connection.Phase.AWAY, null));
        });
        handOver("");
        Fx.until("it is listed", () -> said().contains("Chờ gửi máy chủ"));
        assertThat(words())
                .contains("Máy chủ không trả lời: chỉ hiện các ca bàn giao còn chờ ở bàn này.")
                .doesNotContain("Nhận ca");
        Fx.run(() -> {
            window.desk.handoverServer.away = false;
            window.desk.sessions.connection(new Connection(Connection.Phase.ONLINE, null));
        });
        Fx.until("the server has it", () -> said().contains("Nhận ca"));
        assertThat(window.desk.handoverServer.kept).hasSize(1);
    }

    @Test
    void whoSignsOutIsAskedOnceAndNotAfterHeHandedOver() throws Exception {
        signOut();
        assertThat(words()).contains("Ca này chưa bàn giao");
        assertThat(window.desk.sessions.current()).isPresent();
        press("Ở lại");
        assertThat(words()).isEmpty();
        signOut();
        press("Bàn giao ca");
        assertThat(words()).contains("Ngã tư số 3");
        press("Bàn giao");
        key(KeyCode.ESCAPE);
        signOut();
        assertThat(window.desk.sessions.current()).as("he has handed over").isEmpty();
    }

    @Test
    void whoIsAskedMaySignOutAllTheSame() throws Exception {
        signOut();
        press("Đăng xuất");
        assertThat(window.desk.sessions.current()).isEmpty();
    }

    @Test
    void whoAsksToSignOutASecondTimeIsNotAskedAgain() throws Exception {
        signOut();
        signOut();
        assertThat(window.desk.sessions.current()).isEmpty();
    }

    private void signOut() throws Exception {
        KeyCombination keys = new KeyCodeCombination(KeyCode.Q, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN);
        Fx.run(() -> Objects.requireNonNull(window.scene().getAccelerators().get(keys))
                .run());
        Fx.settle(window.scene());
    }

    @Test
    void theReportIsKeptAsAFileThatHoldsAllOfItAndNothingSecret() throws Exception {
        key(KeyCode.H, true);
        Fx.run(() -> {
            ((TextArea) window.scene().lookup(".tc-handover .text-area")).setText("<script>alert(1)</script>");
            ChosenFile.in(window.scene().lookup(".tc-handover"), name -> Optional.of(Path.of("/tmp", name)));
        });
        press("Lưu thành tệp…");
        assertThat(window.desk.files).hasSize(1);
        String name = window.desk.files.keySet().iterator().next();
        assertThat(name).isEqualTo("/tmp/ban-giao-ca-20261121-1402.html");
        assertThat(window.desk.files.get(name))
                .contains("Ngã tư số 3", "Camera mất hình", "&lt;script&gt;")
                .doesNotContain("<script", "http://", "https://", "mở cửa");
        assertThat(words()).contains("Đã lưu: " + name);
        Fx.until("the server is told", () -> !window.desk.handoverServer.told.isEmpty());
        Deed deed = Fx.on(() -> window.desk.handoverServer.told.getFirst());
        assertThat(deed.action()).isEqualTo("desk.report.saved");
        assertThat(deed.subject())
                .isEqualTo(
                        "record/" + window.desk.shiftBook.shift().orElseThrow().id());
        assertThat(deed.facts()).containsExactly(Map.entry("file", "ban-giao-ca-20261121-1402.html"));
    }

    @Test
    void whatIsNotKeptAfterAllLeavesNoDeed() throws Exception {
        key(KeyCode.H, true);
        Fx.run(() -> ChosenFile.in(window.scene().lookup(".tc-handover"), name -> Optional.empty()));
        press("Lưu thành tệp…");
        press("In…");
        Fx.until("an answer", () -> said().stream().anyMatch(line -> line.startsWith("Máy này chưa có máy in")));
        Fx.run(() -> window.desk.deeds.note("desk.after", "x/1", Map.of()));
        Fx.until("the next deed is told", () -> !window.desk.handoverServer.told.isEmpty());
        assertThat(window.desk.handoverServer.told).extracting(Deed::action).containsExactly("desk.after");
    }

    @Test
    void whereThereIsNoPrinterThatIsSaid() throws Exception {
        key(KeyCode.H, true);
        press("In…");
        Fx.until("an answer", () -> said().contains("Máy này chưa có máy in. Hãy lưu thành tệp rồi in ở máy khác."));
    }

    @Test
    void theCommentStaysWhileTheViewIsAwayAndGoesWithItsWriter() throws Exception {
        key(KeyCode.H, true);
        Fx.run(() -> ((TextArea) window.scene().lookup(".tc-handover .text-area")).setText("Dở dang"));
        key(KeyCode.ESCAPE);
        key(KeyCode.H, true);
        assertThat(Fx.on(() -> ((TextArea) window.scene().lookup(".tc-handover .text-area")).getText()))
                .isEqualTo("Dở dang");
        key(KeyCode.ESCAPE);
        signOut();
        press("Đăng xuất");
        assertThat(Fx.on(() -> window.desk.shift.comment().get())).isEmpty();
    }
}
