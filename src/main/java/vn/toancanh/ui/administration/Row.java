package vn.toancanh.ui.administration;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.MessageLine;
import vn.toancanh.ui.kit.Tips;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.Weight;

/** One of several things of a kind in a form, with a button that takes it out, and what is wrong with it below. */
class Row extends VBox implements Complaint {
    private final HBox line = new HBox(Tokens.SPACE_8);
    private final MessageLine message = new MessageLine();
    private final Button out = new Button(null, Icons.REMOVE.at(Tokens.ICON_16));

    /** @param outWords what the button says that takes it out */
    Row(String outWords) {
        super(Tokens.SPACE_4);
        out.getStyleClass().addAll("tc-quiet", "tc-row-out");
        out.setAccessibleText(outWords);
        out.setTooltip(Tips.of(outWords, ""));
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, message);
    }

    final void lay(Node... nodes) {
        line.getChildren().setAll(nodes);
        line.getChildren().add(out);
    }

    final void onOut(Runnable remove) {
        out.setOnAction(event -> remove.run());
    }

    @Override
    public void wrong(String sentence) {
        message.say(Weight.ACT, sentence);
    }

    @Override
    public void right() {
        message.clear();
    }

    @Override
    public void takeFocus() {
        line.getChildren().getFirst().requestFocus();
    }
}
