package vn.toancanh.ui.shell;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import vn.toancanh.base.Texts;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.Tips;
import vn.toancanh.ui.kit.Tokens;

/** In the top bar: how the wall stands to what was saved, the list of layouts, and whether they may be changed. FX thread. */
final class LayoutBar extends HBox {
    private final Texts texts;
    private final WallPart wall;
    private final Label mark = new Label();
    private final Button list;
    private final Button edit;
    private Optional<Boolean> editing = Optional.empty();

    LayoutBar(Texts texts, WallPart wall) {
        super(Tokens.SPACE_8);
        this.texts = texts;
        this.wall = wall;
        setAlignment(Pos.CENTER_LEFT);
        mark.getStyleClass().add("tc-amber-text");
        mark.setMinWidth(USE_PREF_SIZE);
        list = button(Icons.LAYOUTS, texts.get("layouts.title"), "F3");
        list.setOnAction(event -> wall.layouts().ifPresent(each -> each.model().list(each.wall())));
        edit = button(Icons.EDITING, texts.get("layouts.keyEdit"), "F2");
        edit.setOnAction(event ->
                wall.layouts().ifPresent(each -> each.model().desk().editing().toggle()));
        edit.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(mark, list, edit);
        show();
    }

    private static Button button(Icons icon, String words, String key) {
        Button button = new Button(words, icon.at(Tokens.ICON_20));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().addAll("tc-quiet", "tc-icon-only");
        button.setAccessibleText(words);
        button.setTooltip(Tips.of(words, key));
        return button;
    }

    /** The wall, or what was saved, is another. */
    void show() {
        Optional<WallLayouts> layouts = wall.layouts();
        String words = layouts.map(each -> each.mark(texts))
                .orElseGet(() -> wall.unsaved() && !wall.layoutName().isEmpty() ? texts.get("shell.unsaved") : "");
        mark.setText(words);
        mark.setVisible(!words.isEmpty());
        mark.setManaged(mark.isVisible());
        list.setVisible(layouts.isPresent());
        list.setManaged(list.isVisible());
        edit.setVisible(layouts.isPresent());
        edit.setManaged(edit.isVisible());
        boolean on = layouts.map(WallLayouts::editing).orElse(true);
        if (editing.equals(Optional.of(on))) {
            return;
        }
        editing = Optional.of(on);
        edit.setGraphic((on ? Icons.EDITING : Icons.FIXED).at(Tokens.ICON_20));
        edit.setText(texts.get(on ? "layouts.keyEdit" : "layouts.editOff"));
        edit.setAccessibleText(texts.get(on ? "layouts.editOn" : "layouts.editOff"));
        edit.setContentDisplay(on ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    }
}
