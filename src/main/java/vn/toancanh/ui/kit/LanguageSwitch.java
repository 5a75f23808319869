package vn.toancanh.ui.kit;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;

/** The languages side by side, the one spoken marked. */
public final class LanguageSwitch extends HBox {
    public LanguageSwitch(Texts texts, Consumer<Language> chosen) {
        getStyleClass().add("tc-language");
        ToggleGroup group = new ToggleGroup();
        for (Language language : Language.values()) {
            String name = language == Language.VI ? texts.get("kit.vietnamese") : texts.get("kit.english");
            ToggleButton button =
                    new ToggleButton(language.locale().getLanguage().toUpperCase(Locale.ROOT));
            button.getStyleClass().add("tc-quiet");
            button.setAccessibleText(name);
            button.setTooltip(Tips.of(name, ""));
            button.setToggleGroup(group);
            button.setSelected(language == texts.language());
            button.setOnAction(event -> {
                button.setSelected(true);
                chosen.accept(language);
            });
            getChildren().add(button);
        }
    }
}
