package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.model.CameraId;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.ui.testing.Hand;
import vn.toancanh.wall.WallEdits;

/** Changes of the wall taken back through the window system. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class UndoHandsTest {
    private Hand hand;
    private OpenShell open;

    @BeforeEach
    void open() throws Exception {
        Fx.needed();
        hand = new Hand();
        open = new OpenShell(40, 2);
        open.signIn();
        Fx.settle(open.scene());
        Fx.run(() -> {
            open.wall.desk.showCamera(0, new CameraId("c1"));
            open.wall.desk.showCamera(1, new CameraId("c2"));
        });
    }

    @AfterEach
    void close() throws Exception {
        open.close();
    }

    private void untilShown(int cameras) throws Exception {
        Fx.until(
                cameras + " cameras",
                () -> WallEdits.contents(open.wall.desk.wall()).size() == cameras);
    }

    private Button button(String words) throws Exception {
        return Fx.on(() -> {
            List<Node> all = List.copyOf(open.scene().getRoot().lookupAll(".tc-icon-only"));
            return (Button) all.stream()
                    .filter(each -> words.equals(each.getAccessibleText()))
                    .findFirst()
                    .orElseThrow();
        });
    }

    @Test
    void keysTakeBackAndBringAgainWhereverTheKeyboardIs() throws Exception {
        hand.type(KeyCode.Z, KeyCode.CONTROL);
        untilShown(1);
        hand.type(KeyCode.Z, KeyCode.CONTROL);
        untilShown(0);
        hand.type(KeyCode.Y, KeyCode.CONTROL);
        untilShown(1);
        Button back = button("Hoàn tác thay đổi trên tường hình");
        Fx.run(back::requestFocus);
        hand.type(KeyCode.Z, KeyCode.CONTROL, KeyCode.SHIFT);
        untilShown(2);
    }

    @Test
    void theButtonsDoTheSameAndAreGreyWhereThereIsNothing() throws Exception {
        Button back = button("Hoàn tác thay đổi trên tường hình");
        Button again = button("Làm lại");
        assertThat(Fx.on(again::isDisabled)).isTrue();
        hand.click(Hand.middleOf(back), MouseButton.PRIMARY);
        untilShown(1);
        Fx.until("it can come again", () -> !again.isDisabled());
        hand.click(Hand.middleOf(back), MouseButton.PRIMARY);
        untilShown(0);
        Fx.until("there is nothing more", back::isDisabled);
        hand.click(Hand.middleOf(again), MouseButton.PRIMARY);
        untilShown(1);
    }

    @Test
    void whereTextIsWrittenTheKeysAreTheTexts() throws Exception {
        TextField search = Fx.on(() -> (TextField) open.scene().lookup(".text-field"));
        Fx.run(search::requestFocus);
        hand.type(KeyCode.C);
        Fx.until("it is written", () -> "c".equals(search.getText()));
        hand.type(KeyCode.Z, KeyCode.CONTROL);
        Fx.until("the text is taken back", () -> search.getText().isEmpty());
        untilShown(2);
    }
}
