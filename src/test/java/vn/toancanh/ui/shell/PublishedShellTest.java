package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.access.Level;
import vn.toancanh.access.Right;
import vn.toancanh.administration.FakePublishing;
import vn.toancanh.administration.VisitorCamera;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.SiteId;
import vn.toancanh.ui.testing.Fx;

/** Which cameras visitors see is ticked in the main window, as far as they are one's own. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class PublishedShellTest {
    private OpenShell window;
    private FakePublishing server;

    @BeforeEach
    void open() throws Exception {
        window = new OpenShell(40, 2);
        window.desk.administrationServer.city();
        server = window.desk.publishingServer;
        server.cameras.addAll(List.of(
                camera("c-1", 1, "Tràng Tiền", "trang-tien", true),
                camera("c-2", 2, "Hàng Bài", "hang-bai", false),
                camera("c-3", 3, "Đội Cấn", "doi-can", true)));
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private static VisitorCamera camera(String id, int number, String name, String site, boolean published) {
        return new VisitorCamera(new CameraId(id), number, name, new SiteId(site), List.of(), published);
    }

    private void enter(Right... rights) throws Exception {
        Fx.run(() -> window.desk.sessions.rights = List.of(rights));
        window.signIn();
        Fx.settle(window.scene());
        Fx.run(() -> Fx.press(window.scene().getRoot(), KeyCode.F7, false));
        Fx.settle(window.scene());
    }

    private Stream<Node> found(String selector) {
        return window.scene().getRoot().lookupAll(selector).stream().filter(Node::isVisible);
    }

    private void openSection() throws Exception {
        Fx.run(() -> found(".tc-section")
                .map(ToggleButton.class::cast)
                .filter(button -> button.getText().equals("Cho khách xem"))
                .findFirst()
                .orElseThrow()
                .fire());
        Fx.settle(window.scene());
    }

    private List<String> ticked() throws Exception {
        return Fx.on(() -> found(".tc-published .list-cell .check-box")
                .map(CheckBox.class::cast)
                .filter(CheckBox::isSelected)
                .map(CheckBox::getAccessibleText)
                .sorted()
                .toList());
    }

    private void tick(String name) throws Exception {
        Fx.run(() -> found(".tc-published .list-cell .check-box")
                .map(CheckBox.class::cast)
                .filter(box -> box.getAccessibleText().contains(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no tick at " + name))
                .fire());
        Fx.settle(window.scene());
    }

    private List<String> words() throws Exception {
        return Fx.on(() -> found(".tc-published .label")
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    @Test
    void aTickIsSentAndStandsWhenTheServerHasIt() throws Exception {
        enter(new Right(Level.CONFIGURE, null, List.of()));
        openSection();
        assertThat(ticked()).containsExactly("Cho khách xem 1 · Tràng Tiền", "Cho khách xem 3 · Đội Cấn");
        Fx.run(server::hold);
        tick("Hàng Bài");
        tick("Hàng Bài");
        assertThat(server.asked).filteredOn(line -> line.startsWith("publish")).containsExactly("publish c-2");
        assertThat(ticked()).as("not before the answer").hasSize(2);
        Fx.run(server::answer);
        Fx.settle(window.scene());
        assertThat(ticked()).hasSize(3);
        tick("Tràng Tiền");
        assertThat(server.asked).contains("withdraw c-1");
        assertThat(ticked()).hasSize(2);
    }

    @Test
    void aRefusalIsSaidAndTheTickIsAsItWas() throws Exception {
        enter(new Right(Level.CONFIGURE, null, List.of()));
        openSection();
        Fx.run(() -> server.refusing = Failure.of(Kind.FORBIDDEN, "403"));
        tick("Hàng Bài");
        assertThat(ticked()).hasSize(2);
        assertThat(words()).anyMatch(line -> line.contains("Máy chủ không cho bạn làm việc này"));
    }

    @Test
    void whatIsNotOnesOwnIsShownWithoutATick() throws Exception {
        enter(new Right(Level.CONFIGURE, new SiteId("hoan-kiem"), List.of()));
        openSection();
        assertThat(ticked()).containsExactly("Cho khách xem 1 · Tràng Tiền");
        assertThat(words()).contains("3 · Đội Cấn");
        Fx.run(() -> {
            ListView<?> list = (ListView<?>) window.scene().lookup(".tc-published .list-view");
            list.getSelectionModel().select(2);
            Fx.press(list, KeyCode.SPACE, false);
            list.getSelectionModel().select(0);
            Fx.press(list, KeyCode.SPACE, false);
        });
        assertThat(server.asked)
                .filteredOn(line -> line.startsWith("withdraw") || line.startsWith("publish"))
                .containsExactly("withdraw c-1");
    }

    @Test
    void whatIsTypedWhileAnAnswerIsAwaitedIsAskedForOnceAfterIt() throws Exception {
        enter(new Right(Level.CONFIGURE, null, List.of()));
        openSection();
        Fx.run(() -> {
            server.asked.clear();
            server.hold();
            javafx.scene.control.TextField search =
                    (javafx.scene.control.TextField) window.scene().lookup(".tc-published .tc-search");
            search.setText("H");
            search.setText("Hà");
            search.setText("Hàng");
            server.answer();
        });
        Fx.settle(window.scene());
        assertThat(server.asked).containsExactly("find H", "find Hàng");
        assertThat(words()).contains("2 · Hàng Bài").doesNotContain("1 · Tràng Tiền");
        Fx.run(() -> found(".tc-published > .check-box")
                .map(CheckBox.class::cast)
                .findFirst()
                .orElseThrow()
                .fire());
        Fx.settle(window.scene());
        assertThat(words()).contains("Không có mục nào khớp.");
    }

    @Test
    void aServerThatPublishesNothingHasNoSuchSectionAndAViewerNeither() throws Exception {
        Fx.run(() -> server.offers = false);
        enter(new Right(Level.CONFIGURE, null, List.of()));
        assertThat(Fx.on(() -> found(".tc-section")
                        .map(node -> ((ToggleButton) node).getText())
                        .toList()))
                .contains("Khu vực")
                .doesNotContain("Cho khách xem");
    }
}
