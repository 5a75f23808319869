package vn.toancanh.ui.ptz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import vn.toancanh.base.Language;
import vn.toancanh.live.PictureAge;
import vn.toancanh.ui.testing.Fx;
import vn.toancanh.ui.testing.Hand;
import vn.toancanh.wall.WallState;

/** Heads steered by mouse and keys through the window system. */
@Tag("slow")
@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "there is no display")
class SteeringHandsTest {
    private Hand hand;
    private SteeringRig rig;

    @BeforeEach
    void open() throws Exception {
        Fx.needed();
        hand = new Hand();
        rig = Fx.on(() -> new SteeringRig(Language.EN));
        Fx.until("it is on the screen", () -> rig.stage.isShowing() && rig.stage.isFocused());
        Fx.settle(rig.stage.getScene());
        // The window system may give the keyboard later than it shows the window; a click brings it for certain.
        hand.click(at(0.2, 0.2), MouseButton.PRIMARY);
        Fx.settle(rig.stage.getScene());
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(rig::close);
    }

    /** A place in the first tile, as shares of it. */
    private Point2D at(double x, double y) throws Exception {
        return Hand.at(rig.stage.getScene(), x * SteeringRig.WIDTH / 2, y * SteeringRig.HEIGHT / 2);
    }

    private void begin() throws Exception {
        hand.type(KeyCode.P);
        Fx.until("it is steered", () -> rig.steer.tile(rig.wall) == 0);
        Fx.settle(rig.stage.getScene());
    }

    private void moving(boolean now) throws Exception {
        Fx.until("the head " + (now ? "moves" : "stands"), () -> rig.heads.moving == now);
    }

    private String last() {
        return rig.heads.story.getLast();
    }

    private String words(String style) throws Exception {
        return Fx.on(() -> shown(style));
    }

    /** On FX. */
    private String shown(String style) {
        return rig.stage.getScene().lookup(style) instanceof Label label ? label.getText() : "";
    }

    @Test
    void pressingTurnsItTowardsThereAsLongAsItIsHeldInside() throws Exception {
        begin();
        hand.moveTo(at(0.9, 0.5));
        hand.press(MouseButton.PRIMARY);
        moving(true);
        assertThat(last()).startsWith("move 0.").endsWith(" 0.0");
        hand.moveTo(at(1.5, 0.5));
        moving(false);
        hand.moveTo(at(0.1, 0.5));
        moving(true);
        assertThat(last()).startsWith("move -0.");
        hand.release(MouseButton.PRIMARY);
        moving(false);
        assertThat(last()).isEqualTo("stop");
        hand.click(at(0.5, 0.45), MouseButton.PRIMARY);
        Thread.sleep(200);
        assertThat(last()).as("the middle moves nothing").isEqualTo("stop");
        hand.doubleClick(at(0.5, 0.45));
        assertThat(Fx.on(() -> rig.wall.wall().enlarged())).isEqualTo(WallState.NONE);
        assertThat(Fx.on(() -> rig.wall.content(0)))
                .isEqualTo(Fx.on(() -> rig.wall.wall().content(0)));
    }

    @Test
    void theWheelZoomsTheHeadAndRests() throws Exception {
        begin();
        hand.moveTo(at(0.5, 0.3));
        hand.wheelUp(1);
        moving(true);
        assertThat(last()).isEqualTo("move 0.0 0.0 0.5");
        moving(false);
        hand.wheelUp(-1);
        moving(true);
        assertThat(last()).isEqualTo("move 0.0 0.0 -0.5");
        moving(false);
    }

    @Test
    void withCtrlWhatIsClickedComesToTheMiddleAndABoxFillsThePicture() throws Exception {
        begin();
        hand.hold(KeyCode.CONTROL);
        hand.click(at(0.75, 0.25), MouseButton.PRIMARY);
        Fx.until("it looks there", () -> rig.heads.story.contains("look 0.50 0.50 1.00"));
        assertThat(rig.heads.moving).isFalse();
        hand.drag(at(0.2, 0.3), at(0.4, 0.4));
        Fx.until("the box fills the picture", () -> last().equals("look -0.40 0.30 0.20"));
        int told = rig.heads.story.size();
        hand.carry(at(0.2, 0.3), at(0.4, 0.4));
        assertThat(Fx.on(() -> rig.stage.getScene().lookup(".tc-pointed-box").isVisible()))
                .isTrue();
        Fx.run(() -> rig.wall.selectTile(1));
        hand.release(MouseButton.PRIMARY);
        hand.letGo(KeyCode.CONTROL);
        assertThat(rig.heads.story.subList(told, rig.heads.story.size()))
                .as("what becomes of the tile calls it off")
                .noneMatch(word -> word.startsWith("look"));
    }

    @Test
    void keysSteerWhileItIsChosenAndSelectAfterwards() throws Exception {
        begin();
        hand.hold(KeyCode.RIGHT);
        moving(true);
        assertThat(last()).isEqualTo("move 0.4 0.0 0.0");
        hand.hold(KeyCode.UP);
        Fx.until("both", () -> last().equals("move 0.4 0.4 0.0"));
        hand.letGo(KeyCode.RIGHT);
        Fx.until("one", () -> last().equals("move 0.0 0.4 0.0"));
        hand.letGo(KeyCode.UP);
        moving(false);
        assertThat(Fx.on(() -> rig.wall.wall().selected())).isZero();
        hand.type(KeyCode.HOME);
        Fx.until("home", () -> last().equals("home"));
        hand.type(KeyCode.END);
        Fx.until("stopped", () -> last().equals("stop"));
        hand.type(KeyCode.ESCAPE);
        Fx.until("it is steered no more", () -> rig.steer.tile(rig.wall) == WallState.NONE);
        hand.type(KeyCode.RIGHT);
        Fx.until("the selection moves", () -> rig.wall.wall().selected() == 1);
        assertThat(last()).isEqualTo("stop");
    }

    @Test
    void aWindowThatIsLeftLetsGo() throws Exception {
        begin();
        hand.hold(KeyCode.RIGHT);
        moving(true);
        Stage other = Fx.on(() -> {
            Stage made = new Stage();
            made.setScene(new Scene(new StackPane(), 200, 200));
            made.setX(1200);
            made.show();
            made.requestFocus();
            return made;
        });
        moving(false);
        hand.letGo(KeyCode.RIGHT);
        Fx.run(other::close);
        assertThat(Fx.on(() -> rig.steer.tile(rig.wall))).isZero();
    }

    @Test
    void whatHappensToTheTileEndsIt() throws Exception {
        begin();
        hand.hold(KeyCode.LEFT);
        moving(true);
        Fx.run(() -> rig.wall.selectTile(1));
        moving(false);
        assertThat(Fx.on(() -> rig.steer.camera())).isEmpty();
        hand.letGo(KeyCode.LEFT);
        Fx.run(() -> rig.wall.selectTile(3));
        hand.type(KeyCode.P);
        assertThat(Fx.on(() -> rig.steer.camera()))
                .as("a camera without a head")
                .isEmpty();
    }

    @Test
    void whoeverSteersByAnOldPictureIsTold() throws Exception {
        begin();
        assertThat(Fx.on(this::isWarned)).isFalse();
        Fx.run(() -> rig.age = Optional.of(new PictureAge(1300, true)));
        Fx.until("it is told", this::isWarned);
        assertThat(words(".tc-steering-age")).startsWith("The picture is 1.3 s old");
        Fx.run(() -> rig.age = Optional.of(new PictureAge(120, true)));
        Fx.until("it is told no more", () -> !isWarned());
        Fx.run(() -> rig.age = Optional.of(new PictureAge(90_000, false)));
        Thread.sleep(700);
        assertThat(Fx.on(this::isWarned)).as("by a clock that is wrong").isFalse();
    }

    /** On FX. */
    private boolean isWarned() {
        return SteeringRig.isSeen(rig.stage.getScene().lookup(".tc-steering-age"));
    }

    @Test
    void whoeverHoldsItIsNamedAndItIsTakenWithAReason() throws Exception {
        begin();
        hand.hold(KeyCode.DOWN);
        moving(true);
        Fx.until("it is mine", () -> rig.steer.reading().mine());
        assertThat(words(".tc-steering-holder")).isEqualTo("Held by me");
        rig.takenBy("Trần Thị Bình");
        Fx.until("it is hers", () -> rig.steer.reading().others());
        hand.letGo(KeyCode.DOWN);
        assertThat(words(".tc-steering-holder")).isEqualTo("Held by Trần Thị Bình");
        assertThat(words(".tc-steering-strip .tc-strong")).isEqualTo("Trần Thị Bình has taken this head over.");
        assertThat(rig.heads.moving).isFalse();
        Fx.settle(rig.stage.getScene());
        hand.click(Hand.middleOf(button("Take over …")), MouseButton.PRIMARY);
        Fx.until("it asks why", () -> rig.stage.getScene().getFocusOwner() instanceof TextField);
        assertThat(button("Take it").isDisabled()).isTrue();
        Fx.run(() -> ((TextField) rig.stage.getScene().getFocusOwner()).setText("đuổi theo xe"));
        hand.type(KeyCode.ENTER);
        Fx.until("it is mine again", () -> rig.steer.reading().mine());
    }

    private Button button(String words) throws Exception {
        return Fx.on(() -> rig.stage.getScene().getRoot().lookupAll(".button").stream()
                .filter(node -> node instanceof Button each && words.equals(each.getText()))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow());
    }

    @Test
    void aServerThatIsGoneIsSaid() throws Exception {
        begin();
        hand.hold(KeyCode.DOWN);
        moving(true);
        rig.heads.away = true;
        Fx.until("it is said", () -> shown(".tc-steering-strip .tc-strong").contains("The server does not answer"));
        hand.letGo(KeyCode.DOWN);
    }
}
