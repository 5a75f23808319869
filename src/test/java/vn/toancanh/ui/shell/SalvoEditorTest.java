package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.SalvoDesk;
import vn.toancanh.model.CameraId;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.ui.testing.Hand;
import vn.toancanh.wall.Salvo;

/** Salvos get their numbers by hand. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class SalvoEditorTest {
    private static final Texts TEXTS = new Texts(Language.VI);

    private OpenShell open;
    private SalvoDesk salvos;

    @BeforeEach
    void open() throws Exception {
        open = new OpenShell(40, 2);
        open.signIn();
        salvos = open.wall.callUp.salvos();
        Fx.run(() -> {
            salvos.keep(1, cameras(1, 2));
            salvos.keep(2, cameras(3, 12));
            open.wall.desk.showCameras(0, cameras(20, 22));
            open.wall.desk.chosen().exactly(Set.of(0, 2));
            new SalvoEditor(open.wall.desk, open.wall.callUp, TEXTS)
                    .show(open.scene().lookup(".tile"));
        });
        Fx.until("it is open", this::isOpen);
    }

    @AfterEach
    void close() throws Exception {
        open.close();
    }

    private static List<CameraId> cameras(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(i -> new CameraId("camera-" + i))
                .toList();
    }

    /** On the FX thread. */
    private boolean isOpen() {
        return Window.getWindows().stream().anyMatch(each -> each instanceof Popup && each.isShowing());
    }

    private Parent card() {
        return Window.getWindows().stream()
                .filter(each -> each instanceof Popup && each.isShowing())
                .map(each -> each.getScene().getRoot())
                .findFirst()
                .orElseThrow();
    }

    private <N extends Node> List<N> all(String selector, Class<N> type) {
        return card().lookupAll(selector).stream().map(type::cast).toList();
    }

    private List<TextField> numbers() {
        return all(".text-field", TextField.class);
    }

    private Button button(String key, Object... args) {
        String words = TEXTS.get(key, args);
        return all(".button", Button.class).stream()
                .filter(each -> words.equals(each.getAccessibleText()) || words.equals(each.getText()))
                .findFirst()
                .orElseThrow();
    }

    private List<String> said() throws Exception {
        return Fx.on(
                () -> all(".label", Label.class).stream().map(Label::getText).toList());
    }

    @Test
    void numbersAreChangedAndWhatIsSelectedBecomesOne() throws Exception {
        Fx.run(() -> {
            numbers().get(0).setText("4021");
            button("shell.salvosAdd", 2).fire();
        });
        Fx.until(
                "it has the lowest free number",
                () -> numbers().get(2).getText().equals("1"));
        Fx.run(() -> button("shell.salvosOut").fire());
        assertThat(Fx.on(() -> salvos.all()))
                .as("nothing before it is kept")
                .extracting(Salvo::number)
                .containsExactly(1, 2);
        Fx.run(() -> button("shell.salvosKeep").fire());
        assertThat(Fx.on(() -> salvos.all()))
                .containsExactly(
                        new Salvo(1, List.of(new CameraId("camera-20"), new CameraId("camera-22"))),
                        new Salvo(2, cameras(3, 12)));
        assertThat(Fx.on(this::isOpen)).isFalse();
        assertThat(Fx.on(() -> ((Label) open.scene().lookup(".tc-call-up")).getText()))
                .isEqualTo("Đã lưu 2 nhóm.");
    }

    @Test
    void everyOneNeedsANumberOfItsOwn() throws Exception {
        for (String wrong : List.of("", "0", "2")) {
            Fx.run(() -> numbers().get(0).setText(wrong));
            assertThat(Fx.on(() -> button("shell.salvosKeep").isDisabled()))
                    .as(wrong)
                    .isTrue();
            assertThat(said()).contains(TEXTS.get("shell.salvosOwnNumber"));
        }
        Fx.run(() -> numbers().get(0).setText("999999"));
        assertThat(Fx.on(() -> button("shell.salvosKeep").isDisabled())).isFalse();
        Fx.run(() -> numbers().get(0).setText("1234567"));
        assertThat(Fx.on(() -> numbers().get(0).getText())).isEqualTo("999999");
    }

    @Test
    void whatIsTypedThereCallsNothingUpAndEscapeLeavesAllAsItWas() throws Exception {
        Hand hand = new Hand();
        Fx.until("the keyboard is there", () -> numbers().getFirst().isFocused());
        hand.type(KeyCode.DIGIT7);
        Fx.until("it is typed", () -> numbers().getFirst().getText().contains("7"));
        assertThat(Fx.on(() -> open.wall.callUp.typing())).isFalse();
        hand.type(KeyCode.ESCAPE);
        Fx.until("it is closed", () -> !isOpen());
        assertThat(Fx.on(() -> salvos.all())).extracting(Salvo::number).containsExactly(1, 2);
    }
}
