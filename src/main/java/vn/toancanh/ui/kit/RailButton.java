package vn.toancanh.ui.kit;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;

/** A button of the rail: an icon, with a tooltip that says what it does and which key does the same. */
public final class RailButton extends ToggleButton {
    public RailButton(Icons icon, String words, String key) {
        super(words, icon.at(Tokens.ICON_20));
        getStyleClass().add("tc-rail-button");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAccessibleText(words);
        setTooltip(Tips.of(words, key));
    }
}
