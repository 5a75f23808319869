package vn.toancanh.ui.shift;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Texts;
import vn.toancanh.shift.Handover;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.ListKeys;
import vn.toancanh.ui.kit.MessageLine;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.Weight;

/** The open shift, and below it those that were handed over, of a day or the newest. */
final class HandoverList extends VBox {
    private final Texts texts;
    private final ToggleButton current = new ToggleButton();
    private final DatePicker day = new DatePicker();
    private final ListView<Handover> list = new ListView<>();
    private final Label none = new Label();
    private final MessageLine message = new MessageLine();
    private boolean filling;

    /** @param chosen told which handover is to be shown; null: the open shift */
    HandoverList(ShiftModel model, Texts texts, ReportWords words, Consumer<@Nullable Handover> chosen) {
        super(Tokens.SPACE_8);
        this.texts = texts;
        getStyleClass().add("tc-handovers");
        current.setText(texts.get("shift.current"));
        current.getStyleClass().addAll("tc-quiet", "tc-shift-open");
        current.setMaxWidth(Double.MAX_VALUE);
        current.setSelected(true);
        current.setOnAction(event -> {
            current.setSelected(true);
            list.getSelectionModel().clearSelection();
            chosen.accept(null);
        });
        Label earlier = new Label(texts.get("shift.earlier"));
        earlier.getStyleClass().add("tc-strong");
        day.setPromptText(texts.get("shift.day"));
        day.setEditable(false);
        day.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(day, Priority.ALWAYS);
        Button all = new Button(null, Icons.CLOSE.at(Tokens.ICON_16));
        all.getStyleClass().addAll("tc-quiet", "tc-icon-only");
        all.setAccessibleText(texts.get("shift.allDays"));
        all.setOnAction(event -> day.setValue(null));
        all.visibleProperty().bind(day.valueProperty().isNotNull());
        all.managedProperty().bind(all.visibleProperty());
        day.valueProperty().addListener((any, before, now) -> model.choose(now));
        list.setCellFactory(any -> new HandoverCell(texts, words));
        list.setFixedCellSize(HandoverCell.HEIGHT);
        list.setPlaceholder(none);
        ListKeys.letEscapeGo(list);
        none.setWrapText(true);
        none.getStyleClass().add("tc-dim");
        list.getSelectionModel().selectedItemProperty().addListener((any, before, now) -> {
            if (now != null && !filling) {
                current.setSelected(false);
                chosen.accept(now);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(current, earlier, new HBox(Tokens.SPACE_4, day, all), message, list);
    }

    /** Shows the open shift as the chosen one. */
    void chooseOpen() {
        current.setSelected(true);
        list.getSelectionModel().clearSelection();
    }

    /** Shows that one as the chosen one. */
    void choose(UUID id) {
        list.getItems().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .ifPresent(each -> {
                    list.getSelectionModel().select(each);
                    list.scrollTo(each);
                });
    }

    /** Shows these; the chosen one stays chosen as long as it is among them. */
    void show(ShiftModel.Shown shown, Optional<UUID> chosen) {
        none.setText(texts.get(shown.known() ? "shift.noneFound" : "shift.asking"));
        message.clear();
        shown.failure().map(Failure::textKey).ifPresent(any -> message.say(Weight.LOOK, texts.get("shift.ownOnly")));
        List<Handover> handovers = shown.handovers();
        if (!handovers.equals(List.copyOf(list.getItems()))) {
            filling = true;
            list.getItems().setAll(handovers);
            chosen.ifPresentOrElse(this::choose, () -> list.getSelectionModel().clearSelection());
            filling = false;
        }
    }

    void takeFocus() {
        current.requestFocus();
    }
}
