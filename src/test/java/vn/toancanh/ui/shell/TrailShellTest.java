package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.access.Level;
import vn.toancanh.access.Right;
import vn.toancanh.administration.FakeTrail;
import vn.toancanh.administration.TrailService.Wanted;
import vn.toancanh.base.Failure;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.SiteId;
import vn.toancanh.ui.administration.ChosenExport;
import vn.toancanh.ui.testing.Fx;

/** The audit trail at the main window: whose door it is, what is asked, page by page, and exporting. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class TrailShellTest extends OpenAdministration {
    private static final Right MANAGER = new Right(Level.MANAGE, null, List.of());
    private static final String TITLE = "Nhật ký kiểm toán";

    private FakeTrail trail() {
        return window.desk.trailServer;
    }

    private void look() throws Exception {
        trail().night();
        enter(MANAGER);
        key(KeyCode.F7);
    }

    private List<TextField> typed() throws Exception {
        return Fx.on(() -> window.scene().getRoot().lookupAll(".tc-trail .text-field").stream()
                .map(TextField.class::cast)
                .toList());
    }

    private void type(int field, String text) throws Exception {
        TextField at = typed().get(field);
        Fx.run(() -> {
            at.requestFocus();
            at.setText(text);
            Fx.press(at, KeyCode.ENTER, false);
        });
        Fx.settle(window.scene());
    }

    private ListView<?> list() throws Exception {
        return Fx.on(() -> (ListView<?>) window.scene().lookup(".tc-trail-entries"));
    }

    @Test
    void whoManagesTheCityFindsItThoughHeAdministersNobody() throws Exception {
        look();
        assertThat(words(".tc-section")).containsExactly(TITLE, "Tài khoản của tôi");
        assertThat(chosenSection()).isEqualTo(TITLE);
        assertThat(list().getItems()).hasSize(FakeTrail.SIZE);
        assertThat(words(".tc-trail .label"))
                .contains(
                        "Đăng nhập bị từ chối · Tài khoản nguyen.thi.minh.khai",
                        "bị từ chối",
                        "Được xem camera · 1204 Hàng Khay");
        Node focus = Fx.on(() -> window.scene().getFocusOwner());
        assertThat(focus).as("the keyboard is where one begins").isSameAs(typed().getFirst());
    }

    @Test
    void nobodyElseAndNoServerWithoutOneHasTheDoor() throws Exception {
        trail().night();
        enter(new Right(Level.MANAGE, new SiteId("hoan-kiem"), List.of()), new Right(Level.VIEW, null, List.of()));
        key(KeyCode.F7);
        assertThat(there(".tc-administration")).isFalse();
        key(KeyCode.F6);
        assertThat(words(".tc-section")).containsExactly("Tài khoản của tôi");
        assertThat(trail().asked).isEmpty();
    }

    @Test
    void whoManagesAWardFindsWhatIsTheWardsAndIsToldSo() throws Exception {
        trail().night();
        trail().byPart = true;
        enter(new Right(Level.MANAGE, new SiteId("hoan-kiem"), List.of()), new Right(Level.VIEW, null, List.of()));
        key(KeyCode.F7);
        assertThat(words(".tc-section")).containsExactly(TITLE, "Tài khoản của tôi");
        assertThat(list().getItems()).hasSize(FakeTrail.SIZE);
        assertThat(words(".tc-trail .label"))
                .anyMatch(text -> text.startsWith("Việc đã làm ở các khu vực bạn quản lý"));
    }

    @Test
    void aServerWithoutATrailHasNoDoorToIt() throws Exception {
        enter(CITY);
        key(KeyCode.F7);
        assertThat(words(".tc-section")).contains("Người dùng").doesNotContain(TITLE);
        assertThat(trail().asked).isEmpty();
    }

    @Test
    void pagesAreTurnedToAndFro() throws Exception {
        look();
        press("Cũ hơn");
        press("Cũ hơn");
        assertThat(words(".tc-trail .label")).contains("Trang 3 · 21 mục");
        press("Mới hơn");
        assertThat(words(".tc-trail .label")).contains("Trang 2 · 40 mục");
        assertThat(trail().places).endsWith("", "40", "80", "40");
    }

    @Test
    void personDeedCameraAndTimesNarrowIt() throws Exception {
        look();
        type(0, "ban1");
        Fx.run(() -> {
            ComboBox<?> deeds = (ComboBox<?>) window.scene().lookup(".tc-trail .combo-box");
            deeds.getSelectionModel().select(2);
        });
        type(1, "1204");
        type(2, "20/11/2026");
        type(3, "21/11/2026 14:30");
        Wanted last = trail().asked.getLast();
        assertThat(last)
                .isEqualTo(new Wanted(
                        Instant.parse("2026-11-19T17:00:00Z"),
                        Instant.parse("2026-11-21T07:31:00Z"),
                        "ban1",
                        "stream.",
                        Optional.of(new CameraId("camera-4")),
                        Optional.empty()));
        press("Xóa bộ lọc");
        assertThat(trail().asked.getLast()).isEqualTo(Wanted.ALL);
        assertThat(list().getItems()).hasSize(FakeTrail.SIZE);
    }

    @Test
    void whatCannotBeReadIsSaidWhereItStandsAndAsksNothing() throws Exception {
        look();
        int before = trail().asked.size();
        type(1, "999999");
        assertThat(words(".tc-trail .label")).contains("Bạn không thấy camera nào mang số này.");
        type(1, "");
        type(2, "hôm qua");
        assertThat(words(".tc-trail .label")).anyMatch(line -> line.startsWith("Ghi ngày/tháng/năm"));
        type(2, "22/11/2026");
        type(3, "21/11/2026");
        assertThat(words(".tc-trail .label")).contains("Lúc kết thúc sớm hơn lúc bắt đầu.");
        assertThat(trail().asked.subList(before, trail().asked.size()))
                .allMatch(wanted -> wanted.camera().isEmpty() && wanted.to() == null);
    }

    @Test
    void allThatWasNotedOfAnEntryIsShown() throws Exception {
        look();
        Fx.run(() -> ((ListView<?>) window.scene().lookup(".tc-trail-entries"))
                .getSelectionModel()
                .select(3));
        Fx.settle(window.scene());
        assertThat(words(".tc-trail .tc-form .label"))
                .contains("Hiện camera trên ô hình", "Lúc (giờ của bàn trực)", "21/11/2026 13:58:06", "ban1")
                .anyMatch(text -> text.contains("tile: 7"));
    }

    @Test
    void anExportIsMadeByTheServerAndTheFileIsNamed() throws Exception {
        look();
        type(0, "quan.tri");
        Fx.run(() -> ChosenExport.in(
                window.scene().lookup(".tc-administration"), name -> Optional.of(Path.of("/tmp", name))));
        press("Xuất ra CSV…");
        assertThat(trail().files).containsOnlyKeys("/tmp/nhat-ky-kiem-toan-20261121-1402.csv");
        assertThat(words(".tc-trail .label")).anyMatch(text -> text.startsWith("Đã xuất 3 mục vào /tmp/"));
        Fx.run(() -> trail().refusing = Failure.of(Failure.Kind.PROTOCOL, "cut").withText("trail.brokeOff"));
        press("Xuất ra CSV…");
        assertThat(words(".tc-trail .label")).anyMatch(text -> text.startsWith("Việc xuất bị ngắt"));
    }

    @Test
    void aServerThatDoesNotAnswerIsSaidAndWhatWasThereStays() throws Exception {
        look();
        Fx.run(() -> trail().refusing = Failure.of(Failure.Kind.UNREACHABLE, "away"));
        press("Cũ hơn");
        assertThat(list().getItems()).hasSize(FakeTrail.SIZE);
        assertThat(words(".tc-trail .tc-message .label")).isNotEmpty();
    }
}
