package vn.toancanh.ui.administration;

import java.time.Instant;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.toancanh.administration.TrailEntry;
import vn.toancanh.base.Texts;
import vn.toancanh.ui.kit.Tokens;

/** All that was noted of one entry. FX thread. */
final class TrailCard extends VBox {
    private final TrailParts trail;
    private final TrailWords words;
    private final Texts texts;

    TrailCard(TrailParts trail, TrailWords words, Texts texts) {
        super(Tokens.SPACE_12);
        this.trail = trail;
        this.words = words;
        this.texts = texts;
        getStyleClass().add("tc-form");
        show(null);
    }

    /** Shows one; null: none is chosen. */
    void show(@Nullable TrailEntry entry) {
        getChildren().clear();
        if (entry == null) {
            getChildren().add(Form.dim(texts.get("trail.choose")));
            return;
        }
        getChildren().add(Form.title(words.deed(entry)));
        add("trail.what", words.about(entry));
        add("trail.outcome", words.outcome(entry));
        add("trail.when", TypedTimes.written(entry.at(), trail.zone()));
        @Nullable Instant original = entry.originalAt();
        if (original != null) {
            add("trail.atDesk", TypedTimes.written(original, trail.zone()));
        }
        add("trail.who", words.who(entry));
        add("trail.where", entry.address());
        add("trail.program", entry.client());
        String noted = entry.facts().stream()
                .map(fact -> fact.name() + ": " + fact.value())
                .collect(Collectors.joining("\n"));
        add("trail.noted", entry.action() + "  " + entry.subject() + (noted.isEmpty() ? "" : "\n" + noted));
        add("trail.place", Long.toString(entry.seq()));
        add("trail.mark", entry.hash());
    }

    private void add(String name, String value) {
        if (!value.isBlank()) {
            Label said = Form.sentence(value);
            getChildren().add(new VBox(Form.dim(texts.get(name)), said));
        }
    }
}
