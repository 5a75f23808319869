package vn.toancanh.ui.layouts;

import java.util.List;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.toancanh.base.Outcome;
import vn.toancanh.desk.LayoutDesk;
import vn.toancanh.model.Layout.Scope;
import vn.toancanh.ui.kit.MessageLine;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.Weight;
import vn.toancanh.wall.LayoutLibrary.Entry;

/** Asks under which name something is to be saved, and for whom. */
final class SaveForm extends VBox {
    private static final int LONGEST = 100;

    private final LayoutWords words;
    private final BiConsumer<String, Scope> save;
    private final TextField name = new TextField();
    private final ToggleGroup whom = new ToggleGroup();
    private final MessageLine fault = new MessageLine();
    private List<Entry> known = List.of();

    /** @param save hears a name that nobody sees taken, and for whom */
    SaveForm(LayoutDesk desk, LayoutWords words, String suggested, BiConsumer<String, Scope> save) {
        super(Tokens.SPACE_8);
        this.words = words;
        this.save = save;
        getStyleClass().add("tc-save-form");
        Label of = new Label(words.of("layouts.name"));
        of.setLabelFor(name);
        name.setText(suggested);
        name.setAccessibleText(of.getText());
        name.setOnAction(event -> go());
        Label scope = new Label(words.of("layouts.forWhom"));
        HBox scopes = new HBox();
        for (Scope each : desk.scopes()) {
            ToggleButton button = new ToggleButton(words.scope(each));
            button.setUserData(each);
            button.setToggleGroup(whom);
            button.getStyleClass().add("tc-day");
            scopes.getChildren().add(button);
        }
        whom.selectToggle(whom.getToggles().getFirst());
        whom.selectedToggleProperty().addListener((any, before, now) -> {
            if (now == null) {
                whom.selectToggle(before);
            }
        });
        Button keep = new Button(words.of("layouts.save"));
        keep.getStyleClass().add("tc-primary");
        keep.setOnAction(event -> go());
        HBox foot = new HBox(Tokens.SPACE_8, keep);
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(of, name, scope, scopes, fault, foot);
        desk.list(answer -> {
            if (answer instanceof Outcome.Done<List<Entry>>(List<Entry> entries)) {
                known = entries;
            }
        });
    }

    void takeFocus() {
        name.requestFocus();
        name.selectAll();
    }

    private void go() {
        String called = name.getText().strip();
        if (called.isEmpty() || called.length() > LONGEST) {
            fault.say(Weight.LOOK, words.of("layouts.nameNeeded", LONGEST));
        } else if (known.stream().anyMatch(each -> each.name().equalsIgnoreCase(called))) {
            fault.say(Weight.LOOK, words.of("layouts.nameTaken"));
        } else {
            save.accept(called, (Scope) whom.getSelectedToggle().getUserData());
        }
    }
}
