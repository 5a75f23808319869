package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.access.Level;
import vn.toancanh.access.Right;
import vn.toancanh.administration.Account;
import vn.toancanh.administration.FakeAdministration;
import vn.toancanh.base.Secret;
import vn.toancanh.model.SiteId;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.ui.testing.Walk;

/** Administration in the main window: its doors, and that nothing that was typed is lost. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class AdministrationShellTest extends OpenAdministration {
    private Button administrationButton() throws Exception {
        return Fx.on(() -> (Button) window.scene().getRoot().lookupAll(".tc-top-bar .button").stream()
                .filter(node -> "Quản trị".equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void aViewerFindsNoDoorButToHisOwnAccount() throws Exception {
        enter(new Right(Level.VIEW, null, List.of()));
        assertThat(administrationButton().isVisible()).isFalse();
        key(KeyCode.F7);
        assertThat(Fx.on(() -> window.scene().lookup(".tc-administration") == null))
                .as("the key opens nothing")
                .isTrue();
        key(KeyCode.F1);
        assertThat(words(".tc-key-card .label")).contains("F6").doesNotContain("F7", "Quản trị");
        key(KeyCode.ESCAPE);
        key(KeyCode.F6);
        assertThat(words(".tc-section")).containsExactly("Tài khoản của tôi");
        assertThat(words(".tc-administration .label")).contains("Mật khẩu của tôi", "Nơi tôi đang đăng nhập");
        assertThat(server.asked).isEmpty();
    }

    @Test
    void aWardsAdministratorFindsPeopleRolesAndSitesAndNotTheCitysPolicy() throws Exception {
        enter(new Right(Level.CONFIGURE, new SiteId("hoan-kiem"), List.of()));
        assertThat(administrationButton().isVisible()).isTrue();
        key(KeyCode.F7);
        assertThat(words(".tc-section"))
                .containsExactly("Người dùng", "Vai trò", "Khu vực", "Cho khách xem", "Tài khoản của tôi");
        assertThat(Fx.on(() -> window.scene().getFocusOwner().getStyleClass().contains("tc-search")))
                .as("the keyboard is where one begins")
                .isTrue();
        key(KeyCode.ESCAPE);
        assertThat(Fx.on(() -> window.scene().lookup(".tc-administration") == null))
                .isTrue();
    }

    @Test
    void aServerWithoutAdministrationHasNoDoorAtAll() throws Exception {
        Fx.run(() -> server.offered.clear());
        enter(CITY);
        assertThat(administrationButton().isVisible()).isFalse();
        key(KeyCode.F6);
        key(KeyCode.F7);
        assertThat(Fx.on(() -> window.scene().lookup(".tc-administration") == null))
                .isTrue();
        key(KeyCode.F1);
        assertThat(words(".tc-key-card .label")).contains("F9").doesNotContain("F6", "F7", "F8");
    }

    @Test
    void whatIsRefusedIsSaidAtItsFieldAndNothingTypedIsLost() throws Exception {
        enter(CITY);
        key(KeyCode.F7);
        press("Thêm người dùng");
        List<TextField> fields = fields();
        Fx.run(() -> {
            fields.get(0).setText("tran.van.dung");
            fields.get(1).setText("Trần Văn Dũng");
            ((ComboBox<?>) window.scene().lookup(".tc-form .combo-box"))
                    .getSelectionModel()
                    .select(1);
            window.scene()
                    .getRoot()
                    .lookupAll(".tc-form .password-field")
                    .forEach(field -> ((PasswordField) field).setText("mat-khau-moi"));
            server.refusing = FakeAdministration.fault("/username", "taken");
        });
        press2("Thêm người dùng");
        assertThat(words(".tc-form .tc-message .label")).anyMatch(line -> line.contains("Đã có người dùng tên này"));
        assertThat(Fx.on(() -> fields.get(0).isFocused()))
                .as("the keyboard is at the field")
                .isTrue();
        assertThat(fields.get(1).getText()).isEqualTo("Trần Văn Dũng");
        Fx.run(() -> {
            server.refusing = null;
            fields.get(0).setText("tran.dung");
        });
        press2("Thêm người dùng");
        assertThat(server.asked)
                .containsExactly("add tran.van.dung as administrator", "add tran.dung as administrator");
        assertThat(server.password).isEqualTo(Secret.of("mat-khau-moi"));
        assertThat(words(".tc-form .tc-message .label")).contains("Đã lưu.");
        assertThat(Fx.on(() -> window.scene().lookup(".tc-form .password-field") == null))
                .as("the password is nowhere any more")
                .isTrue();
    }

    @Test
    void whoWasFasterIsSaidAndOneChoosesWhoseVersionStands() throws Exception {
        enter(CITY);
        key(KeyCode.F7);
        choose("Nguyễn Thị Hạnh");
        Fx.run(() -> {
            Account now = server.accounts.getFirst();
            server.accounts.set(0, now.enabled(false).seen(2));
        });
        List<TextField> fields = fields();
        Fx.run(() -> fields.getFirst().setText("Nguyễn Hạnh"));
        press2("Lưu");
        assertThat(words(".tc-form .tc-message .label")).anyMatch(line -> line.contains("Người khác vừa sửa"));
        assertThat(fields.getFirst().getText()).isEqualTo("Nguyễn Hạnh");
        press2("Ghi bản của tôi đè lên");
        assertThat(server.accounts.getFirst().displayName()).isEqualTo("Nguyễn Hạnh");
        assertThat(server.accounts.getFirst().enabled())
                .as("what the other one did about another thing stays")
                .isFalse();
    }

    @Test
    void dangerousThingsAreAskedBeforeAndEscDoesThemNot() throws Exception {
        enter(CITY);
        key(KeyCode.F7);
        choose("Nguyễn Thị Hạnh");
        press("Xóa người dùng");
        assertThat(words(".tc-question .label")).contains("Xóa Nguyễn Thị Hạnh?");
        assertThat(Fx.on(() -> window.scene().getFocusOwner() instanceof Button back
                        && back.getText().equals("Quay lại")))
                .as("the keyboard stands on the way back")
                .isTrue();
        key(KeyCode.ESCAPE);
        assertThat(server.asked).isEmpty();
        assertThat(Fx.on(() -> window.scene().lookup(".tc-question") == null)).isTrue();
        assertThat(Fx.on(() -> window.scene().lookup(".tc-administration") != null))
                .as("one step back, not two")
                .isTrue();
        press("Xóa người dùng");
        Fx.run(() -> ((Button) window.scene().lookup(".tc-danger")).fire());
        assertThat(server.asked).containsExactly("remove nguyen.thi.hanh");
    }

    @Test
    void whoGoesFromAFormThatIsNotSentIsAsked() throws Exception {
        enter(CITY);
        key(KeyCode.F7);
        choose("Nguyễn Thị Hạnh");
        List<TextField> fields = fields();
        Fx.run(() -> fields.getFirst().setText("Nguyễn Hạnh"));
        choose("Đỗ Đức Anh");
        assertThat(words(".tc-question .label")).contains("Có thay đổi chưa lưu");
        key(KeyCode.ESCAPE);
        assertThat(fields().getFirst().getText()).isEqualTo("Nguyễn Hạnh");
        assertThat(Fx.on(() -> ((ListView<?>) window.scene().lookup(".tc-list-pane .list-view"))
                        .getSelectionModel()
                        .getSelectedItem()))
                .as("the list says whose form it is")
                .isEqualTo(server.accounts.getFirst());
        key(KeyCode.ESCAPE);
        key(KeyCode.F7);
        assertThat(fields().getFirst().getText())
                .as("what was typed waits while the view is away")
                .isEqualTo("Nguyễn Hạnh");
        choose("Đỗ Đức Anh");
        Fx.run(() -> ((Button) window.scene().lookup(".tc-danger")).fire());
        Fx.settle(window.scene());
        assertThat(fields().getFirst().getText()).isEqualTo("Đỗ Đức Anh");
    }

    @Test
    void anotherPersonFindsNothingOfWhatOneTyped() throws Exception {
        enter(CITY);
        key(KeyCode.F7);
        choose("Nguyễn Thị Hạnh");
        List<TextField> fields = fields();
        Fx.run(() -> fields.getFirst().setText("Nguyễn Hạnh"));
        Fx.run(() -> window.desk.sessions.signOut());
        Fx.settle(window.scene());
        enter(CITY);
        key(KeyCode.F7);
        assertThat(fields()).isEmpty();
    }

    @Test
    void directAccessIsOpenedOnlyAfterItWasSaidThatItCannotBeTakenBack() throws Exception {
        enter(CITY);
        key(KeyCode.F7);
        press("Đường truyền hình");
        Fx.run(() -> ((ComboBox<?>) window.scene().lookup(".tc-form .combo-box"))
                .getSelectionModel()
                .select(1));
        press2("Lưu");
        assertThat(words(".tc-question .label")).anyMatch(line -> line.contains("không lấy lại được"));
        assertThat(server.asked).isEmpty();
        Fx.run(() -> ((Button) window.scene().lookup(".tc-danger")).fire());
        assertThat(server.asked).containsExactly("policy DIRECT {ba-dinh=DIRECT}");
    }

    @Test
    void everythingHasANameAndCanBeHitAndReachedByTab() throws Exception {
        enter(CITY);
        key(KeyCode.F7);
        choose("Nguyễn Thị Hạnh");
        for (String section : List.of("Người dùng", "Vai trò", "Khu vực", "Đường truyền hình", "Tài khoản của tôi")) {
            press(section);
            assertThat(Fx.on(() -> Walk.faults(window.scene()))).as(section).isEmpty();
            List<Node> reached = Walk.byTab(window.scene());
            List<String> missed = Fx.on(() -> Walk.controls(window.scene()).stream()
                    .filter(each -> each.isFocusTraversable() && !Walk.isReached(each, reached))
                    .map(Walk::name)
                    .toList());
            assertThat(missed).as(section).isEmpty();
        }
    }
}
