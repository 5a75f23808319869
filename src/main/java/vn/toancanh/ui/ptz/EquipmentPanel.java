package vn.toancanh.ui.ptz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.SteerDesk;
import vn.toancanh.ptz.Equipment;
import vn.toancanh.ptz.Grip;
import vn.toancanh.ptz.HeadEquipment;
import vn.toancanh.ptz.HeadOrder;
import vn.toancanh.ptz.HeadSpeed;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.Tips;
import vn.toancanh.ui.kit.Tokens;

/**
 * Focus, iris and auxiliaries of the head that is steered, in or beside its tile; as much of them as it has. The focus moves as long as
 * its button is held and the pointer stays on it. FX thread.
 */
final class EquipmentPanel extends VBox {
    private static final double FOCUS_SPEED = 0.5;

    /** A step of the iris, as a part of its range. */
    private static final double IRIS_STEP = 0.1;

    /** About how wide a button is, in pixels, and how many stand side by side. */
    private static final double BUTTON = 52;

    private static final int MOST_ABREAST = 3;

    private final SteerDesk steer;
    private final Texts texts;
    private final Label message = new Label();
    private final VBox rows = new VBox(Tokens.SPACE_4);
    private HeadEquipment shown = HeadEquipment.NONE;
    private String marked = "";
    private @Nullable Grip grip;

    /** @param closing it is to be shut */
    EquipmentPanel(SteerDesk steer, Texts texts, Runnable closing) {
        this.steer = steer;
        this.texts = texts;
        getStyleClass().addAll("tc-preset-panel", "tc-equipment-panel");
        Label title = new Label(texts.get("ptz.equipment"));
        title.getStyleClass().add("tc-strong");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Button close = new Button();
        close.setGraphic(Icons.CLOSE.at(Tokens.ICON_16));
        close.setTooltip(Tips.of(texts.get("ptz.equipmentClose"), ""));
        close.setAccessibleText(texts.get("ptz.equipmentClose"));
        close.getStyleClass().addAll("tc-quiet", "tc-icon-only");
        close.setFocusTraversable(false);
        close.setOnAction(event -> closing.run());
        HBox head = new HBox(Tokens.SPACE_8, title, close);
        head.setAlignment(Pos.CENTER_LEFT);
        message.setWrapText(true);
        message.setMinHeight(USE_PREF_SIZE);
        ScrollPane all = new ScrollPane(rows);
        all.setFitToWidth(true);
        all.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        all.setFocusTraversable(false);
        all.setMinHeight(0);
        VBox.setVgrow(all, Priority.ALWAYS);
        getChildren().setAll(head, message, all);
    }

    /** Says it as it is now. Buttons that somebody may be holding stay what they are while nothing changes. */
    void show() {
        Equipment equipment = steer.equipment();
        HeadEquipment now = equipment.known();
        String marks = now.auxiliaries().stream().map(equipment::told).toList().toString();
        if (!now.equals(shown) || !marks.equals(marked)) {
            letGo();
            shown = now;
            marked = marks;
            rows.getChildren()
                    .setAll(Stream.concat(lens(now).stream(), auxiliaries(now, equipment))
                            .toList());
        }
        @Nullable Failure why = equipment.refused();
        message.setText(why == null ? "" : texts.of(why));
        message.setVisible(why != null);
        message.setManaged(why != null);
        rows.setDisable(equipment.telling());
    }

    private List<Node> lens(HeadEquipment now) {
        @Nullable Boolean autoFocus = now.autoFocus();
        @Nullable Boolean autoIris = now.autoIris();
        List<Node> found = new ArrayList<>();
        if (now.focus() || autoFocus != null) {
            found.add(row(
                    texts.get("ptz.focus"),
                    Stream.of(
                            now.focus() ? held("ptz.focusNear", "[", -FOCUS_SPEED) : null,
                            now.focus() ? held("ptz.focusFar", "]", FOCUS_SPEED) : null,
                            autoFocus == null ? null : auto(autoFocus, new HeadOrder.AutoFocus(!autoFocus)))));
        }
        if (now.iris() || autoIris != null) {
            found.add(row(
                    texts.get("ptz.iris"),
                    Stream.of(
                            now.iris() ? pressed("ptz.irisClose", new HeadOrder.Iris(-IRIS_STEP)) : null,
                            now.iris() ? pressed("ptz.irisOpen", new HeadOrder.Iris(IRIS_STEP)) : null,
                            autoIris == null ? null : auto(autoIris, new HeadOrder.AutoIris(!autoIris)))));
        }
        return found;
    }

    private Stream<Node> auxiliaries(HeadEquipment now, Equipment equipment) {
        return now.auxiliaries().stream()
                .map(each -> row(
                        EquipmentWords.name(each, texts),
                        each.choices().stream().map(choice -> {
                            ToggleButton button = new ToggleButton(EquipmentWords.state(choice, texts));
                            button.setSelected(choice.aux().equals(equipment.told(each)));
                            return plain(button, () -> equipment.set(each, choice));
                        })));
    }

    private static Node row(String name, Stream<? extends @Nullable ButtonBase> buttons) {
        Label label = new Label(name);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        FlowPane hands = new FlowPane(Tokens.SPACE_4, Tokens.SPACE_4);
        buttons.forEach(each -> {
            if (each != null) {
                hands.getChildren().add(each);
            }
        });
        hands.setAlignment(Pos.CENTER_RIGHT);
        hands.setPrefWrapLength(
                BUTTON * Math.min(MOST_ABREAST, hands.getChildren().size()));
        HBox row = new HBox(Tokens.SPACE_8, label, hands);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private ButtonBase auto(boolean on, HeadOrder.Aside other) {
        ToggleButton button = new ToggleButton(texts.get("ptz.auto"));
        button.setSelected(on);
        return plain(button, () -> steer.equipment().set(other));
    }

    private ButtonBase pressed(String textKey, HeadOrder.Aside order) {
        return plain(new Button(texts.get(textKey)), () -> steer.equipment().set(order));
    }

    private static ButtonBase plain(ButtonBase button, Runnable action) {
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> {
            // It is marked when the head has it, and not before.
            if (button instanceof ToggleButton toggle) {
                toggle.setSelected(!toggle.isSelected());
            }
            action.run();
        });
        return button;
    }

    private ButtonBase held(String textKey, String key, double speed) {
        Button button = new Button(texts.get(textKey));
        button.setTooltip(Tips.of(texts.get("ptz.focusHold"), key));
        button.setFocusTraversable(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                letGo();
                grip = steer.grip().orElse(null);
                if (grip != null) {
                    grip.move(HeadSpeed.ofFocus(speed));
                }
            }
        });
        button.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> letGo());
        button.addEventHandler(MouseEvent.MOUSE_EXITED, event -> letGo());
        return button;
    }

    /** Whatever is held counts no more, until it is pressed anew. */
    void letGo() {
        Grip before = grip;
        grip = null;
        if (before != null) {
            before.release();
            steer.equipment().focused();
        }
    }
}
