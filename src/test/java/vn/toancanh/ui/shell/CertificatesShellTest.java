package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.access.Level;
import vn.toancanh.access.Right;
import vn.toancanh.administration.FakeCertificates;
import vn.toancanh.base.Failure;
import vn.toancanh.ui.testing.Fx;

/** Certificates of cameras at the main window: listed, looked at, accepted by who compares them, and withdrawn. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class CertificatesShellTest extends OpenAdministration {
    private static final String TITLE = "Chứng thư của camera";
    private static final String ACCEPT = "Chấp nhận chứng thư này";
    private static final String WITHDRAW = "Thôi chấp nhận";

    private FakeCertificates cameras() {
        return window.desk.certificatesServer;
    }

    private void look() throws Exception {
        Fx.run(() -> cameras().city());
        enter(CITY);
        key(KeyCode.F7);
        press(TITLE);
    }

    private void pick(int line) throws Exception {
        Fx.run(() -> list().getSelectionModel().select(line));
        Fx.settle(window.scene());
    }

    private ListView<?> list() {
        return (ListView<?>) window.scene().lookup(".tc-certificates .list-view");
    }

    private void call(String number) throws Exception {
        Fx.run(() -> {
            TextField field = (TextField) window.scene().lookup(".tc-certificates .text-field");
            field.requestFocus();
            field.setText(number);
            Fx.press(field, KeyCode.ENTER, false);
        });
        Fx.settle(window.scene());
    }

    private List<String> card() throws Exception {
        return words(".tc-certificates .tc-form .label");
    }

    private Button button(String words) throws Exception {
        return Fx.on(() -> window.scene().getRoot().lookupAll(".tc-certificates .button").stream()
                .map(Button.class::cast)
                .filter(button -> words.equals(button.getText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + words)));
    }

    private void compare() throws Exception {
        Fx.run(() -> ((CheckBox) window.scene().lookup(".tc-certificates .check-box")).setSelected(true));
    }

    private List<String> sent() {
        return cameras().asked.stream()
                .filter(line -> line.startsWith("accept"))
                .toList();
    }

    @Test
    void thoseThatAreAcceptedAreListedAndNoneIsLookedAtUnasked() throws Exception {
        look();
        assertThat(words(".tc-certificates .list-cell .label"))
                .contains("1204 · Hàng Khay", "từ 21/11/2026 13:00:00", "1207 · Ngã tư Tràng Thi");
        assertThat(cameras().asked).containsExactly("list");
        pick(0);
        assertThat(cameras().asked).endsWith("look camera-4");
        assertThat(card())
                .contains("Luồng chính", "đã chấp nhận", "Được chấp nhận từ 21/11/2026 13:00:00")
                .doesNotContain("Camera đang xuất trình");
        assertThat(there(".tc-certificates .check-box"))
                .as("there is nothing to be accepted")
                .isFalse();
    }

    @Test
    void whatNobodyHasAcceptedIsAcceptedByWhoSaysToHaveComparedIt() throws Exception {
        look();
        call("1202");
        assertThat(cameras().asked).endsWith("look camera-2");
        assertThat(card()).anyMatch(line -> line.startsWith("Chưa ai chấp nhận chứng thư này"));
        assertThat(button(ACCEPT).isDisabled()).isTrue();
        compare();
        press(ACCEPT);
        assertThat(sent()).containsExactly("accept camera-2 [FEDC]");
        assertThat(cameras().asked).as("listed and looked at again").endsWith("list", "look camera-2");
        assertThat(list().getItems()).hasSize(3);
        assertThat(card()).contains("đã chấp nhận", "Được chấp nhận từ 21/11/2026 13:00:00");
    }

    @Test
    void anotherThanTheAcceptedOneIsWarnedOfAndBothAreShown() throws Exception {
        look();
        pick(1);
        assertThat(card())
                .contains("chưa chấp nhận; đang chấp nhận chứng thư khác", "Đang được chấp nhận")
                .contains("Camera đang xuất trình")
                .anyMatch(line -> line.startsWith("Camera xuất trình một chứng thư khác"));
        assertThat(Fx.on(() -> window.scene()
                        .getRoot()
                        .lookupAll(".tc-certificates .tc-fingerprint")
                        .size()))
                .isEqualTo(2 * 32);
        assertThat(button(ACCEPT).isDisabled()).isTrue();
    }

    @Test
    void itIsWithdrawnByWhoIsAskedAndMeansIt() throws Exception {
        look();
        pick(0);
        press(WITHDRAW);
        assertThat(words(".tc-question .label")).contains("Thôi chấp nhận chứng thư của 1204 · Hàng Khay?");
        key(KeyCode.ESCAPE);
        assertThat(sent()).isEmpty();
        press(WITHDRAW);
        Fx.run(() -> ((Button) window.scene().lookup(".tc-question .tc-danger")).fire());
        Fx.settle(window.scene());
        assertThat(sent()).containsExactly("accept camera-4 []");
        assertThat(list().getItems()).hasSize(1);
        assertThat(card()).doesNotContain("đã chấp nhận");
    }

    @Test
    void whatIsRefusedOrNotThereIsSaid() throws Exception {
        look();
        call("999999");
        assertThat(words(".tc-certificates .label")).contains("Bạn không thấy camera nào mang số này.");
        assertThat(cameras().asked).containsExactly("list");
        call("1205");
        assertThat(card()).contains("không có gì trả lời ở đó");
        pick(1);
        compare();
        Fx.run(() -> cameras().refusing = Failure.of(Failure.Kind.FORBIDDEN, "403"));
        press(ACCEPT);
        assertThat(card())
                .as("and what was there stays")
                .contains("Camera đang xuất trình")
                .anyMatch(line -> line.startsWith("Máy chủ không cho bạn làm việc này"));
        pick(0);
        assertThat(card()).contains("1204 · Hàng Khay").doesNotContain("Camera đang xuất trình");
    }

    @Test
    void whereTheServerListsNoneThereIsNoSuchSection() throws Exception {
        enter(CITY);
        key(KeyCode.F7);
        assertThat(words(".tc-section")).contains("Khu vực").doesNotContain(TITLE);
    }

    @Test
    void aManagerHasNoSuchSection() throws Exception {
        Fx.run(() -> {
            cameras().city();
            window.desk.trailServer.night();
        });
        enter(new Right(Level.MANAGE, null, List.of()));
        key(KeyCode.F7);
        assertThat(words(".tc-section")).isNotEmpty().doesNotContain(TITLE);
    }
}
