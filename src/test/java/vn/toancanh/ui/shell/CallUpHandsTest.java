package vn.toancanh.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CellContent;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.ui.testing.Hand;
import vn.toancanh.ui.testing.OpeningWall;

/** Cameras called up by number through the window system. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class CallUpHandsTest {
    private static final int CITY = 40;

    private Hand hand;
    private OpenShell open;
    private OpeningWall wall;
    private Shell shell;

    @BeforeEach
    void open() throws Exception {
        Fx.needed();
        hand = new Hand();
        open = new OpenShell(CITY, 2);
        wall = open.wall;
        shell = open.shell;
        open.signIn();
        Fx.until("the cameras are known", () -> open.desk.catalogue.snapshot().size() >= CITY);
        Fx.settle(shell.scene());
    }

    @AfterEach
    void close() throws Exception {
        open.close();
    }

    private Camera numbered() throws Exception {
        return Fx.on(() -> open.desk.catalogue.snapshot().cameras().stream()
                .filter(camera -> camera.number() != null)
                .findFirst()
                .orElseThrow());
    }

    private Label plate() throws Exception {
        return Fx.on(() -> (Label) shell.scene().lookup(".tc-call-up"));
    }

    private void type(String number) throws Exception {
        for (int i = 0; i < number.length(); i++) {
            char digit = number.charAt(i);
            hand.type(KeyCode.getKeyCode(String.valueOf(digit)));
        }
    }

    private boolean shows(int tile, Camera camera) {
        return wall.desk.wall().content(tile) instanceof CellContent.OfCamera of
                && of.camera().equals(camera.id());
    }

    @Test
    void aNumberIsEchoedAsTypedAndShowsItsCamera() throws Exception {
        Camera camera = numbered();
        type(String.valueOf(camera.number()));
        Label plate = plate();
        Fx.until(
                "what is typed is read",
                () -> plate.isVisible() && plate.getText().contains(camera.name()));
        hand.type(KeyCode.ENTER);
        Fx.until("the camera is there", () -> shows(0, camera));
        assertThat(Fx.on(() -> wall.desk.wall().enlarged()))
                .as("Enter did nothing else")
                .isEqualTo(-1);
    }

    @Test
    void anUnknownNumberSaysSoAndEscapeTakesBack() throws Exception {
        Label plate = plate();
        type("999999");
        hand.type(KeyCode.ENTER);
        Fx.until("it is said", () -> plate.getText().contains("999999") && plate.isVisible());
        assertThat(Fx.on(() -> plate.getPseudoClassStates().toString())).contains("refused");
        type("12");
        Fx.until("typing again", () -> plate.getText().contains("12"));
        hand.type(KeyCode.ESCAPE);
        Fx.until("nothing is left of it", () -> !plate.isVisible());
    }

    @Test
    void whileANumberIsTypedNoKeyDoesAnythingElse() throws Exception {
        Camera camera = numbered();
        type(String.valueOf(camera.number()));
        hand.type(KeyCode.ENTER);
        Fx.until("the camera is there", () -> shows(0, camera));
        Fx.run(() -> wall.desk.selectTile(0));
        Label plate = plate();
        type("9");
        for (KeyCode key : List.of(KeyCode.DELETE, KeyCode.F, KeyCode.B)) {
            hand.type(key);
        }
        type("8");
        Fx.until("the number goes on", () -> plate.getText().contains("98"));
        assertThat(Fx.on(() -> shows(0, camera))).as("nothing was cleared").isTrue();
        assertThat(Fx.on(() -> wall.desk.wall().enlarged())).as("nor enlarged").isEqualTo(-1);
        hand.type(KeyCode.ESCAPE);
        hand.type(KeyCode.DELETE);
        Fx.until("afterwards the keys are the tiles' again", () -> !shows(0, camera));
    }

    @Test
    void whereTextIsWrittenDigitsAreText() throws Exception {
        TextField search = Fx.on(() -> (TextField) shell.scene().lookup(".text-field"));
        Fx.run(search::requestFocus);
        type("17");
        Fx.until("it is written", () -> "17".equals(search.getText()));
        assertThat(plate().isVisible()).isFalse();
    }
}
