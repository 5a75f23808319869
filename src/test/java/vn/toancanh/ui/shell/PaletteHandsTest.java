package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.desk.PaletteEntry;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.ui.testing.Hand;
import vn.toancanh.wall.WallEdits;

/** The command palette through the window system. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class PaletteHandsTest {
    private Hand hand;
    private OpenShell open;

    @BeforeEach
    void open() throws Exception {
        Fx.needed();
        hand = new Hand();
        open = new OpenShell(40, 2);
        open.signIn();
        Fx.settle(open.scene());
    }

    @AfterEach
    void close() throws Exception {
        open.close();
    }

    /** It is made when it is wanted first. On the FX thread. */
    private boolean isOpen() {
        Node cover = open.scene().lookup(".tc-palette-cover");
        return cover != null && cover.isVisible();
    }

    @SuppressWarnings("unchecked") // it is a list of these
    private ListView<PaletteEntry> list() throws Exception {
        return Fx.on(() -> (ListView<PaletteEntry>) open.scene().lookup(".tc-palette .list-view"));
    }

    private TextField field() throws Exception {
        return Fx.on(() -> (TextField) open.scene().lookup(".tc-palette .text-field"));
    }

    private void type(String letters) throws Exception {
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            hand.type(
                    letter == ' ' ? KeyCode.SPACE : KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(letter))));
        }
    }

    private void opens() throws Exception {
        hand.type(KeyCode.SPACE);
        Fx.until("it is open", this::isOpen);
        TextField field = field();
        Fx.until("the keyboard is there", field::isFocused);
        assertThat(field.getText()).as("the key that opened it wrote nothing").isEmpty();
    }

    @Test
    void aFewLettersAndEnterPutACameraOnTheWall() throws Exception {
        opens();
        type("1204");
        ListView<PaletteEntry> list = list();
        Fx.until(
                "it is found",
                () -> list.getSelectionModel().getSelectedItem() instanceof PaletteEntry.OfCamera of
                        && Integer.valueOf(1204).equals(of.camera().number()));
        hand.type(KeyCode.ENTER);
        Fx.until("it is closed", () -> !isOpen());
        Fx.until(
                "the camera is there",
                () -> WallEdits.contents(open.wall.desk.wall()).size() == 1);
        assertThat(Fx.on(() -> open.wall.desk.wall().enlarged()))
                .as("Enter did nothing else")
                .isEqualTo(-1);
    }

    @Test
    void tabTakesSeveralAndEnterShowsThemInTheShapeThatFits() throws Exception {
        opens();
        type("hang");
        ListView<PaletteEntry> list = list();
        Fx.until(
                "some are found",
                () -> list.getItems().stream()
                                .filter(PaletteEntry.OfCamera.class::isInstance)
                                .count()
                        > 4);
        for (int i = 0; i < 5; i++) {
            hand.type(KeyCode.TAB);
        }
        hand.type(KeyCode.ENTER);
        Fx.until(
                "five are there",
                () -> WallEdits.contents(open.wall.desk.wall()).size() == 5);
        assertThat(Fx.on(() -> open.wall.desk.wall().tiles())).isEqualTo(6);
    }

    @Test
    void aPlaceWithMoreCamerasThanAWallHoldsSaysHowManyAreShown() throws Exception {
        open.close();
        open = new OpenShell(1000, 2);
        open.signIn();
        Fx.settle(open.scene());
        opens();
        type("cong an");
        Fx.until(
                "it says so",
                () -> open.scene().getRoot().lookupAll(".tc-palette .label").stream()
                        .anyMatch(each -> each instanceof Label label
                                && label.getText()
                                        .equals(open.desk.language.texts().get("shell.palettePlace", 111, 100))));
        assertThat(open.desk.language.texts().get("shell.palettePlace", 111, 100))
                .endsWith("hiện 100 camera đầu");
        assertThat(open.desk.language.texts().get("shell.palettePlace", 100, 0)).endsWith("100 camera");
        hand.type(KeyCode.ENTER);
        Fx.until(
                "they are there",
                () -> WallEdits.contents(open.wall.desk.wall()).size() == 100);
    }

    @Test
    void anActionIsDoneAndEscapeClosesWithoutAny() throws Exception {
        opens();
        type("chia o 3");
        hand.type(KeyCode.ESCAPE);
        Fx.until("closed", () -> !isOpen());
        assertThat(Fx.on(() -> open.wall.desk.wall().tiles())).isEqualTo(4);
        opens();
        type("chia o 5");
        ListView<PaletteEntry> list = list();
        Fx.until(
                "it is found",
                () -> list.getSelectionModel().getSelectedItem() instanceof PaletteEntry.OfAction of
                        && of.action().id().startsWith("shape.5x"));
        hand.type(KeyCode.ENTER);
        Fx.until("the shape is there", () -> open.wall.desk.wall().tiles() >= 20);
        opens();
        Fx.until(
                "what was done last comes first",
                () -> list.getItems().getFirst() instanceof PaletteEntry.OfAction of
                        && of.action().id().startsWith("shape.5x"));
    }

    @Test
    void whereTextIsWrittenSpaceIsTextAndControlKOpensIt() throws Exception {
        TextField search = Fx.on(() -> (TextField) open.scene().lookup(".tc-tree .text-field"));
        Fx.run(search::requestFocus);
        type("cau giay");
        Fx.until("it is written", () -> "cau giay".equals(search.getText()));
        assertThat(Fx.on(this::isOpen)).isFalse();
        hand.type(KeyCode.K, KeyCode.CONTROL);
        Fx.until("it is open", this::isOpen);
        hand.type(KeyCode.K, KeyCode.CONTROL);
        Fx.until("it is closed", () -> !isOpen());
        Fx.until("the keyboard is where it was", search::isFocused);
    }

    @Test
    void aClickDoesTheLineItIsOnAndNothingBesideOne() throws Exception {
        opens();
        ListView<PaletteEntry> list = list();
        Fx.settle(open.scene());
        Node bar = Fx.on(() -> list.lookupAll(".scroll-bar").stream()
                .filter(each -> each.isVisible() && each.getLayoutBounds().getHeight() > 100)
                .findFirst()
                .orElseThrow());
        var before = Fx.on(() -> open.wall.desk.wall());
        hand.click(Hand.middleOf(bar), MouseButton.PRIMARY);
        Fx.settle(open.scene());
        assertThat(Fx.on(this::isOpen)).as("still open").isTrue();
        assertThat(Fx.on(() -> open.wall.desk.wall())).isEqualTo(before);
        type("zzzz");
        Fx.until("nothing is found", () -> list.getItems().isEmpty());
        hand.click(Hand.middleOf(list), MouseButton.PRIMARY);
        Fx.settle(open.scene());
        assertThat(Fx.on(this::isOpen)).isTrue();
        TextField field = field();
        Fx.run(field::clear);
        type("1204");
        Fx.until("it is found", () -> list.getItems().size() == 1);
        Fx.settle(open.scene());
        Node line = Fx.on(() -> list.lookupAll(".list-cell").stream()
                .filter(each -> each instanceof ListCell<?> cell && !cell.isEmpty())
                .findFirst()
                .orElseThrow());
        hand.click(Hand.middleOf(line), MouseButton.PRIMARY);
        Fx.until("it is closed", () -> !isOpen());
        assertThat(Fx.on(() -> WallEdits.contents(open.wall.desk.wall()))).hasSize(1);
    }
}
