package vn.toancanh.ui.ptz;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.SteerDesk;
import vn.toancanh.live.PictureAge;
import vn.toancanh.ptz.HeadReading;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.Tips;
import vn.toancanh.ui.kit.Tokens;

/** What is said of the head that is steered, and what can be done with it besides moving it; at the foot of its tile. FX thread. */
final class SteeringStrip extends VBox {
    private static final PseudoClass MINE = PseudoClass.getPseudoClass("mine");
    private static final PseudoClass THEIRS = PseudoClass.getPseudoClass("theirs");
    private static final int LONGEST_REASON = 200;

    private final SteerDesk steer;
    private final Texts texts;
    private final Region dot = new Region();
    private final Label state = new Label();
    private final Label holder = new Label();
    private final AgeWarning old;
    private final Label call = new Label();
    private final Button home;
    private final Button presets;
    private final Button equipment;
    private final Button reserve;
    private final Button giveBack;
    private final Button takeOver;
    private final TextField reason = new TextField();
    private final Button take;
    private final Runnable toTheWall;
    private boolean asks;

    /**
     * @param listing opens the presets, or shuts them
     * @param lens opens what the head has besides its axes, or shuts it
     * @param toTheWall brings the keyboard back to the wall
     */
    SteeringStrip(SteerDesk steer, Texts texts, Runnable listing, Runnable lens, Runnable toTheWall) {
        this.steer = steer;
        this.texts = texts;
        this.toTheWall = toTheWall;
        this.old = new AgeWarning(texts);
        getStyleClass().add("tc-steering-strip");
        dot.getStyleClass().add("tc-steering-dot");
        state.getStyleClass().add("tc-strong");
        state.setWrapText(true);
        state.setMinHeight(USE_PREF_SIZE);
        holder.getStyleClass().add("tc-steering-holder");
        Button close = button("ptz.steerEnd", "P, Esc", steer::off);
        close.setText(null);
        close.setGraphic(Icons.CLOSE.at(Tokens.ICON_16));
        close.setAccessibleText(texts.get("ptz.steerEnd"));
        close.getStyleClass().addAll("tc-quiet", "tc-icon-only");
        HBox.setHgrow(state, Priority.ALWAYS);
        state.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(Tokens.SPACE_8, dot, state, close);
        head.setAlignment(Pos.CENTER_LEFT);
        call.getStyleClass().add("tc-strong");
        home = button("ptz.home", "Home", steer::home);
        presets = button("ptz.presets", "", listing);
        equipment = button("ptz.equipment", "", lens);
        reserve = button("ptz.reserve", "", steer::reserve);
        giveBack = button("ptz.giveBack", "", steer::giveBack);
        takeOver = button("ptz.takeOver", "", this::takeOver);
        take = button("ptz.takeNow", "Enter", this::takeNow);
        reason.setPromptText(texts.get("ptz.reason"));
        reason.setPrefColumnCount(16);
        reason.textProperty().addListener((any, before, now) -> {
            if (now.length() > LONGEST_REASON) {
                reason.setText(now.substring(0, LONGEST_REASON));
            }
            show();
        });
        reason.setOnAction(event -> takeNow());
        reason.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                asks(false);
                event.consume();
            }
        });
        FlowPane hands = new FlowPane(
                Tokens.SPACE_4,
                Tokens.SPACE_4,
                call,
                holder,
                home,
                presets,
                equipment,
                button("ptz.stop", "End", steer::stop),
                reserve,
                giveBack,
                takeOver,
                reason,
                take);
        hands.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(head, old, hands);
    }

    private Button button(String textKey, String keys, Runnable action) {
        Button made = new Button(texts.get(textKey));
        made.setTooltip(Tips.of(texts.get(textKey), keys));
        made.setFocusTraversable(false);
        made.setMinWidth(USE_PREF_SIZE);
        made.setOnAction(event -> action.run());
        return made;
    }

    private void takeOver() {
        asks(true);
        reason.requestFocus();
    }

    private void takeNow() {
        if (!take.isDisabled()) {
            steer.takeOver(reason.getText());
            asks(false);
        }
    }

    private void asks(boolean now) {
        asks = now;
        reason.clear();
        show();
        if (!now) {
            toTheWall.run();
        }
    }

    /** So old is the picture that is steered by; empty where nobody knows, or nobody steers. True where the strip needs another height for that. */
    boolean tell(Optional<PictureAge> age) {
        return old.tell(age);
    }

    /** Nobody steers by the picture of before any more. */
    void forgetAge() {
        old.forget();
    }

    /** Says it as it is now. */
    void show() {
        HeadReading reading = steer.reading();
        asks &= steer.mayTakeOver();
        state.setText(SteeringWords.state(reading, texts));
        String phase = "tc-steering-" + reading.phase().name().toLowerCase(Locale.ROOT);
        dot.getStyleClass().setAll("tc-steering-dot", phase);
        String who = SteeringWords.holder(reading, texts, ZoneId.systemDefault());
        holder.setText(who);
        there(holder, !who.isEmpty());
        holder.pseudoClassStateChanged(MINE, reading.mine());
        holder.pseudoClassStateChanged(THEIRS, reading.others());
        String calling = SteeringWords.call(steer.places(), texts);
        call.setText(calling);
        there(call, !calling.isEmpty());
        there(home, steer.places().hasHome());
        there(presets, steer.places().offered());
        there(equipment, !steer.equipment().known().isEmpty());
        there(reserve, !reading.mine() && !reading.others());
        there(giveBack, reading.mine());
        there(takeOver, !asks && steer.mayTakeOver());
        there(reason, asks);
        there(take, asks);
        take.setDisable(steer.needsReason() && reason.getText().isBlank());
        setAccessibleText(state.getText() + " " + who + (old.isVisible() ? " " + old.getText() : ""));
    }

    private static void there(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
