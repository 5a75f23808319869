package vn.toancanh.ui.administration;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.toancanh.base.Texts;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.Tokens;

/** Asks before something that cannot be undone. The keyboard stands on the way back. */
final class Question extends VBox {
    private static final double WIDTH = 480;

    private final Button back;

    Question(String question, String meaning, String yes, Texts texts, Runnable then, Runnable otherwise) {
        super(Tokens.SPACE_16);
        getStyleClass().add("tc-question");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        Label title = Form.title(question);
        title.setGraphic(Icons.LOOK.at(Tokens.ICON_20));
        title.setGraphicTextGap(Tokens.SPACE_8);
        back = new Button(texts.get("administration.back"));
        back.setOnAction(event -> otherwise.run());
        Button on = new Button(yes);
        on.getStyleClass().add("tc-danger");
        on.setOnAction(event -> then.run());
        HBox ways = new HBox(Tokens.SPACE_8, back, on);
        ways.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(title, Form.sentence(meaning), ways);
    }

    void takeFocus() {
        back.requestFocus();
    }
}
