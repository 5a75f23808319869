package vn.toancanh.ui.administration;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.toancanh.administration.VisitorCamera;
import vn.toancanh.base.Texts;
import vn.toancanh.ui.kit.Tokens;

/** A camera with the tick that shows it to visitors; where it may not be changed, with the word that says how it stands. */
final class VisitorCell extends ListCell<VisitorCamera> {
    private static final double TICK_WIDTH = 24;

    private final Texts texts;
    private final Function<VisitorCamera, String> place;
    private final Predicate<VisitorCamera> may;
    private final Predicate<VisitorCamera> waits;
    private final CheckBox tick = new CheckBox();
    private final Label above = new Label();
    private final Label below = new Label();
    private final Label word = new Label();
    private final HBox box;

    /**
     * @param place where it hangs, in words
     * @param may whether it may be changed
     * @param waits whether an answer is awaited
     * @param change turns it into the other of the two
     */
    VisitorCell(
            Texts texts,
            Function<VisitorCamera, String> place,
            Predicate<VisitorCamera> may,
            Predicate<VisitorCamera> waits,
            Consumer<VisitorCamera> change) {
        this.texts = texts;
        this.place = place;
        this.may = may;
        this.waits = waits;
        tick.setFocusTraversable(false);
        tick.setOnAction(event -> {
            VisitorCamera item = getItem();
            if (item != null) {
                // It stands as the server has it until the answer comes.
                tick.setSelected(item.published());
                change.accept(item);
            }
        });
        StackPane left = new StackPane(tick);
        left.setMinWidth(TICK_WIDTH);
        left.setMaxWidth(TICK_WIDTH);
        above.setMinWidth(0);
        below.getStyleClass().addAll("tc-dim", "tc-small");
        below.setMinWidth(0);
        word.getStyleClass().addAll("tc-dim", "tc-small");
        word.setMinWidth(USE_PREF_SIZE);
        VBox names = new VBox(above, below);
        names.setAlignment(Pos.CENTER_LEFT);
        names.setMinWidth(0);
        HBox.setHgrow(names, Priority.ALWAYS);
        box = new HBox(Tokens.SPACE_8, left, names, word);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(0);
        box.setPrefWidth(1);
    }

    @Override
    protected void updateItem(@Nullable VisitorCamera item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        Integer number = item.number();
        above.setText(number == null ? item.name() : number + " · " + item.name());
        below.setText(place.apply(item));
        tick.setVisible(may.test(item));
        tick.setDisable(waits.test(item));
        tick.setSelected(item.published());
        tick.setAccessibleText(texts.get("administration.showToVisitors", above.getText()));
        word.setText(item.published() ? texts.get("administration.shownToVisitors") : "");
        setAccessibleText(String.join(", ", above.getText(), below.getText(), word.getText()));
        setGraphic(box);
    }
}
