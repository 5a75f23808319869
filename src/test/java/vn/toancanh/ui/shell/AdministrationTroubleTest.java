package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.administration.Account;
import vn.toancanh.administration.Role;
import vn.toancanh.administration.SiteLines;
import vn.toancanh.administration.StreamPolicy;
import vn.toancanh.administration.StreamPolicy.Way;
import vn.toancanh.base.Argon2id;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Secret;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;
import vn.toancanh.ui.testing.Fx;

/** Administration where somebody else is faster, or the server answers late or not at all. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class AdministrationTroubleTest extends OpenAdministration {
    private static final SiteId STREET = new SiteId("hang-bai");
    private static final SiteId WARD = new SiteId("hoan-kiem");

    @BeforeEach
    void enterAsAdministrator() throws Exception {
        enter(CITY);
    }

    private void pick(Predicate<Object> wanted) throws Exception {
        Fx.run(() -> {
            ListView<?> list = (ListView<?>) window.scene().lookup(".tc-list-pane .list-view");
            for (int i = 0; i < list.getItems().size(); i++) {
                if (wanted.test(list.getItems().get(i))) {
                    list.requestFocus();
                    list.getSelectionModel().select(i);
                    return;
                }
            }
            throw new AssertionError("it is not in the list");
        });
        Fx.settle(window.scene());
    }

    private void pickSite(SiteId id) throws Exception {
        pick(item -> item instanceof SiteLines.Line line && line.site().id().equals(id));
    }

    private void yes() throws Exception {
        Fx.run(() -> ((Button) window.scene().lookup(".tc-danger")).fire());
        Fx.settle(window.scene());
    }

    private String name() throws Exception {
        return fields().getFirst().getText();
    }

    private void typeName(String words) throws Exception {
        List<TextField> fields = fields();
        Fx.run(() -> fields.getFirst().setText(words));
    }

    @Test
    void lockingSomebodyWhomSomebodyElseChangedWorksTheSecondTime() throws Exception {
        key(KeyCode.F7);
        choose("Nguyễn Thị Hạnh");
        Fx.run(() -> renamed("Nguyễn Thị Hồng Hạnh"));
        press("Khóa tài khoản");
        yes();
        assertThat(words(".tc-doings .tc-message .label")).anyMatch(line -> line.contains("Người khác vừa sửa"));
        assertThat(name()).as("as it is now").isEqualTo("Nguyễn Thị Hồng Hạnh");
        press("Khóa tài khoản");
        yes();
        assertThat(server.accounts.getFirst().enabled()).isFalse();
        assertThat(server.accounts.getFirst().displayName()).isEqualTo("Nguyễn Thị Hồng Hạnh");
    }

    @Test
    void whatIsTypedMeanwhileStaysAndIsNotPutOverWhatTheOtherOneDid() throws Exception {
        key(KeyCode.F7);
        choose("Nguyễn Thị Hạnh");
        typeName("Hạnh");
        Fx.run(() -> renamed("Nguyễn Thị Hồng Hạnh"));
        press("Khóa tài khoản");
        yes();
        press("Khóa tài khoản");
        yes();
        assertThat(server.accounts.getFirst().enabled()).isFalse();
        assertThat(name()).isEqualTo("Hạnh");
        press("Lưu");
        assertThat(server.accounts.getFirst().displayName()).isEqualTo("Nguyễn Thị Hồng Hạnh");
        press("Ghi bản của tôi đè lên");
        assertThat(server.accounts.getFirst().displayName()).isEqualTo("Hạnh");
        assertThat(server.accounts.getFirst().enabled()).isFalse();
    }

    private void renamed(String words) {
        Account now = server.accounts.getFirst();
        server.accounts.set(
                0,
                new Account(
                        now.id(),
                        now.username(),
                        words,
                        now.roleId(),
                        now.enabled(),
                        now.validFrom(),
                        now.validUntil(),
                        now.version() + 1));
    }

    @Test
    void aRoleThatSomebodyElseChangedIsRemovedTheSecondTime() throws Exception {
        key(KeyCode.F7);
        press("Vai trò");
        pick(item -> item instanceof Role role && role.id().equals("r-hk"));
        Fx.run(() -> server.roles.replaceAll(role -> role.id().equals("r-hk") ? role.seen(role.version() + 1) : role));
        press("Xóa vai trò");
        yes();
        assertThat(words(".tc-list-pane .tc-message .label")).anyMatch(line -> line.contains("Người khác vừa sửa"));
        press("Xóa vai trò");
        yes();
        assertThat(server.roles).noneMatch(role -> role.id().equals("r-hk"));
    }

    @Test
    void aSiteIsShownAsItIsAndNotAsTheListHadIt() throws Exception {
        key(KeyCode.F7);
        press("Khu vực");
        Fx.run(() -> server.changed(new Site(STREET, WARD, "Phố Hàng Bài mới")));
        pickSite(STREET);
        assertThat(name()).isEqualTo("Phố Hàng Bài mới");
        typeName("Phố Hàng Bài");
        press("Lưu");
        assertThat(server.asked).containsExactly("change site Phố Hàng Bài below hoan-kiem");
        assertThat(words(".tc-form .tc-message .label")).contains("Đã lưu.");
    }

    @Test
    void whoTypedBeforeItCameIsAskedWhoseStands() throws Exception {
        key(KeyCode.F7);
        press("Khu vực");
        Fx.run(() -> {
            server.changed(new Site(STREET, WARD, "Phố của họ"));
            server.hold();
        });
        pickSite(STREET);
        typeName("Phố của tôi");
        Fx.run(server::answer);
        Fx.settle(window.scene());
        assertThat(words(".tc-form .tc-message .label")).anyMatch(line -> line.contains("Người khác vừa sửa"));
        press("Lưu");
        assertThat(server.asked).as("no version is sent that was not seen").isEmpty();
        press("Lấy bản mới, bỏ bản của tôi");
        assertThat(name()).isEqualTo("Phố của họ");
        typeName("Phố của tôi");
        press("Lưu");
        assertThat(server.asked).containsExactly("change site Phố của tôi below hoan-kiem");
    }

    @Test
    void whoPutsHisOverItKnowsThatHeDoes() throws Exception {
        key(KeyCode.F7);
        press("Khu vực");
        pickSite(STREET);
        Fx.run(() -> server.changed(new Site(STREET, WARD, "Phố của họ")));
        typeName("Phố của tôi");
        press("Lưu");
        assertThat(server.sites).anyMatch(site -> site.name().equals("Phố của họ"));
        press("Ghi bản của tôi đè lên");
        assertThat(server.sites).anyMatch(site -> site.name().equals("Phố của tôi"));
    }

    @Test
    void aSiteThatSomebodyElseChangedIsRemovedTheSecondTime() throws Exception {
        key(KeyCode.F7);
        press("Khu vực");
        pickSite(STREET);
        Fx.run(() -> server.changed(new Site(STREET, WARD, "Phố của họ")));
        press("Xóa khu vực");
        yes();
        assertThat(server.sites).anyMatch(site -> site.id().equals(STREET));
        assertThat(name()).as("looked at as it is now").isEqualTo("Phố của họ");
        press("Xóa khu vực");
        yes();
        assertThat(server.sites).noneMatch(site -> site.id().equals(STREET));
    }

    @Test
    void aSiteThatDoesNotComeSaysSoAndLeavesTheKeyboardWhereItIs() throws Exception {
        key(KeyCode.F7);
        press("Khu vực");
        Fx.run(() -> {
            server.unreadable = Failure.of(Failure.Kind.UNREACHABLE, "as the test wants");
            server.hold();
        });
        pickSite(STREET);
        Fx.run(server::answer);
        Fx.settle(window.scene());
        assertThat(Fx.on(() -> window.scene().getFocusOwner() instanceof ListView<?>))
                .isTrue();
        assertThat(words(".tc-form .tc-message .label")).isNotEmpty();
        press("Xóa khu vực");
        assertThat(words(".tc-form .tc-message .label")).as("said again").isNotEmpty();
        assertThat(Fx.on(() -> window.scene().lookup(".tc-question") == null)).isTrue();
        Fx.run(() -> server.unreadable = null);
        press("Xóa khu vực");
        assertThat(words(".tc-question .label")).contains("Xóa khu vực Phố Hàng Bài?");
    }

    private ComboBox<?> city() throws Exception {
        return Fx.on(() -> (ComboBox<?>) window.scene().lookup(".tc-form .combo-box"));
    }

    @Test
    void nothingIsTypedIntoAPolicyThatHasNotComeAndNothingTypedIsTakenAway() throws Exception {
        Fx.run(server::hold);
        key(KeyCode.F7);
        press("Đường truyền hình");
        ComboBox<?> box = city();
        assertThat(Fx.on(box::isDisabled)).as("not known yet").isTrue();
        Fx.run(server::answer);
        Fx.settle(window.scene());
        assertThat(Fx.on(box::isDisabled)).isFalse();
        key(KeyCode.ESCAPE);
        Fx.run(() -> {
            server.policy = new StreamPolicy(Way.RELAY, Map.of(), "rtsps://trung-tam.vn:8554");
            server.hold();
        });
        key(KeyCode.F7);
        Fx.run(() -> box.getSelectionModel().select(1));
        Fx.run(server::answer);
        Fx.settle(window.scene());
        assertThat(Fx.on(() -> box.getSelectionModel().getSelectedIndex()))
                .as("typed while it was asked for anew")
                .isEqualTo(1);
    }

    @Test
    void aPolicyThatDoesNotComeSaysSoAndLeavesTheKeyboardWhereItIs() throws Exception {
        Fx.run(() -> server.unreadable = Failure.of(Failure.Kind.UNREACHABLE, "as the test wants"));
        key(KeyCode.F7);
        press("Đường truyền hình");
        assertThat(words(".tc-form .tc-message .label")).anyMatch(line -> line.contains("máy nào trả lời"));
        key(KeyCode.ESCAPE);
        Fx.run(server::hold);
        key(KeyCode.F7);
        press("Đường truyền hình");
        Fx.run(server::answer);
        Fx.settle(window.scene());
        Node keyboard = Fx.on(() -> window.scene().getFocusOwner());
        assertThat(keyboard.getStyleClass()).contains("tc-section");
        Fx.run(() -> server.unreadable = null);
        press("Lưu");
        ComboBox<?> box = city();
        assertThat(Fx.on(box::isDisabled)).as("asked for once more").isFalse();
    }

    @Test
    void thePasswordThatOneHasGivenOneselfOpensTheDeskWhileTheServerIsAway() throws Exception {
        key(KeyCode.F6);
        Fx.run(() -> {
            List<PasswordField> all = window.scene().getRoot().lookupAll(".tc-own .password-field").stream()
                    .map(PasswordField.class::cast)
                    .toList();
            all.get(0).setText("cu");
            all.subList(1, all.size()).forEach(field -> field.setText("mat-khau-moi-cua-toi"));
        });
        press("Đổi mật khẩu");
        assertThat(server.asked).containsExactly("own password");
        Fx.until(
                "its hash is kept",
                () -> window.desk.hashes.kept.values().stream()
                        .anyMatch(hash -> Argon2id.matches(Secret.of("mat-khau-moi-cua-toi"), hash)));
    }
}
