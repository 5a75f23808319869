package vn.toancanh.ui.administration;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.toancanh.administration.HeldSession;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Texts;
import vn.toancanh.ui.kit.MessageLine;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.Weight;

/** Where somebody is signed in, a line each. */
final class SessionList extends VBox {
    private final Texts texts;
    private final Function<Instant, String> moment;
    private final @Nullable Consumer<HeldSession> end;

    /**
     * @param moment how a point in time is said
     * @param end ends one of them; null: no line has a button
     */
    SessionList(Texts texts, Function<Instant, String> moment, @Nullable Consumer<HeldSession> end) {
        super(Tokens.SPACE_4);
        this.texts = texts;
        this.moment = moment;
        this.end = end;
    }

    void show(List<HeldSession> sessions) {
        getChildren().clear();
        sessions.forEach(session -> getChildren().add(line(session)));
        if (sessions.isEmpty()) {
            getChildren().add(Form.dim(texts.get("administration.noSessions")));
        }
    }

    void show(Failure failure) {
        MessageLine message = new MessageLine();
        message.say(Weight.LOOK, texts.of(failure));
        getChildren().setAll(message);
    }

    void waiting() {
        getChildren().setAll(Form.dim(texts.get("administration.loading")));
    }

    private HBox line(HeldSession session) {
        String client = session.client().isEmpty() ? texts.get("administration.noProgram") : session.client();
        Label words = Form.sentence(client + " · " + session.address());
        Label since = Form.dim(texts.get("administration.since", moment.apply(session.createdAt())));
        VBox both = new VBox(words, since);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox line = new HBox(Tokens.SPACE_8, both, between);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("tc-session");
        Consumer<HeldSession> ends = end;
        if (session.current()) {
            Label here = new Label(texts.get("administration.thisSession"));
            here.getStyleClass().add("tc-accent-text");
            here.setMinWidth(USE_PREF_SIZE);
            line.getChildren().add(here);
        } else if (ends != null) {
            Button button = new Button(texts.get("administration.endSession"));
            button.setAccessibleText(texts.get("administration.endSession") + ": " + words.getText());
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(event -> ends.accept(session));
            line.getChildren().add(button);
        }
        return line;
    }
}
