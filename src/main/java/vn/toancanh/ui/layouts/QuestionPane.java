package vn.toancanh.ui.layouts;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import vn.toancanh.desk.LayoutDesk;
import vn.toancanh.model.Layout;
import vn.toancanh.ui.kit.MessageLine;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.Weight;
import vn.toancanh.wall.LayoutArchive.Version;
import vn.toancanh.wall.Unsent;
import vn.toancanh.wall.Unsent.State;

/** What was saved here and the server does not take: why, what differs, and the ways on. Nothing of it is lost by any of them. */
final class QuestionPane extends VBox {
    private final LayoutDesk desk;
    private final LayoutWords words;

    QuestionPane(LayoutDesk desk, LayoutWords words, Unsent asked) {
        super(Tokens.SPACE_16);
        this.desk = desk;
        this.words = words;
        getStyleClass().add("tc-form");
        Layout mine = asked.layout();
        Label name = new Label(mine.name());
        name.getStyleClass().addAll("tc-strong", "tc-large");
        name.setWrapText(true);
        MessageLine why = new MessageLine();
        why.say(Weight.LOOK, words.state(asked, desk.offered()));
        getChildren().addAll(name, why);
        Version theirs = asked.theirs();
        if (theirs != null) {
            String other = theirs.savedBy().isEmpty() ? words.of("layouts.theirs") : theirs.savedBy();
            getChildren()
                    .add(new DiffTable(words, other, words.of("layouts.mine"), words.between(theirs.layout(), mine)));
        }
        getChildren().addAll(ways(asked), new Label(words.of("layouts.orBeside")), beside(asked));
    }

    private FlowPane ways(Unsent asked) {
        FlowPane ways = new FlowPane(Tokens.SPACE_8, Tokens.SPACE_8);
        Button mine = new Button(words.of(
                switch (asked.state()) {
                    case OVERTAKEN -> "layouts.keepMine";
                    case GONE -> "layouts.makeAnew";
                    default -> "layouts.tryAgain";
                }));
        mine.setOnAction(event -> desk.keepMine(asked.id()));
        Button theirs =
                new Button(words.of(asked.state() == State.OVERTAKEN ? "layouts.keepTheirs" : "layouts.giveUp"));
        theirs.setOnAction(event -> desk.keepTheirs(asked.id()));
        ways.getChildren().addAll(mine, theirs);
        return ways;
    }

    private SaveForm beside(Unsent asked) {
        String suggested = words.of("layouts.nameOfMine", asked.layout().name());
        return new SaveForm(desk, words, suggested, (name, scope) -> desk.keepAs(asked.id(), name, scope));
    }
}
