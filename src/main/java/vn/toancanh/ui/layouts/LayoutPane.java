package vn.toancanh.ui.layouts;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Outcome;
import vn.toancanh.desk.LayoutDesk;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.model.Layout;
import vn.toancanh.ui.kit.MessageLine;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.Weight;
import vn.toancanh.wall.LayoutArchive.Version;
import vn.toancanh.wall.LayoutFacts;
import vn.toancanh.wall.LayoutLibrary.Entry;
import vn.toancanh.wall.Unsent;

/** One layout: what is known of it, what can be done with it, and its versions with what each of them changed. */
final class LayoutPane extends VBox {
    private static final int MOST_LINES = 6;

    private final LayoutDesk desk;
    private final LayoutWords words;
    private final Entry entry;
    private final WallDesk wall;
    private final Runnable close;
    private final VBox versions = new VBox(Tokens.SPACE_8);

    /**
     * @param open shows it on the wall
     * @param close takes the whole view away
     */
    LayoutPane(LayoutsModel model, LayoutWords words, Entry entry, WallDesk wall, Runnable open, Runnable close) {
        super(Tokens.SPACE_16);
        this.desk = model.desk();
        this.words = words;
        this.entry = entry;
        this.wall = wall;
        this.close = close;
        getStyleClass().add("tc-form");
        LayoutFacts facts = entry.facts();
        Label name = new Label(entry.name());
        name.getStyleClass().addAll("tc-strong", "tc-large");
        name.setWrapText(true);
        String saved = words.saved(facts.savedBy(), facts.savedAt());
        Label more = new Label(words.scope(entry.scope()) + (saved.isEmpty() ? "" : " · " + saved));
        more.getStyleClass().add("tc-dim");
        more.setWrapText(true);
        MessageLine state = new MessageLine();
        LayoutFacts.@Nullable Lock lock = facts.lock();
        desk.unsent(entry.id())
                .ifPresentOrElse(unsent -> state.say(Weight.INFORMATION, words.state(unsent, desk.offered())), () -> {
                    if (lock != null) {
                        state.say(Weight.LOOK, words.locked(lock));
                    }
                });
        Label history = new Label(words.of("layouts.versions"));
        history.getStyleClass().add("tc-strong");
        ShiftPane shifts = new ShiftPane(model.shifts(), words, entry, model.windows());
        getChildren().addAll(name, more, state, ways(lock, open), history, versions, shifts);
        if (desk.offered()) {
            desk.history(entry.id(), this::show);
        } else {
            show(Outcome.done(List.of()));
            history.setVisible(!versions.getChildren().isEmpty());
            history.setManaged(history.isVisible());
        }
    }

    private FlowPane ways(LayoutFacts.@Nullable Lock lock, Runnable open) {
        FlowPane ways = new FlowPane(Tokens.SPACE_8, Tokens.SPACE_8);
        Button shown = new Button(words.of("layouts.open"));
        shown.getStyleClass().add("tc-primary");
        shown.setOnAction(event -> open.run());
        Button lockIt = new Button(words.of(lock == null ? "layouts.lock" : "layouts.unlock"));
        lockIt.setOnAction(event -> desk.lock(entry.id(), lock == null));
        Button delete = new Button(words.of("layouts.delete"));
        delete.setDisable(!desk.editing().on());
        delete.setOnAction(event -> {
            // Twice, so that one slip of the hand deletes nothing.
            if (delete.getStyleClass().contains("tc-danger")) {
                desk.delete(entry);
            } else {
                delete.setText(words.of("layouts.deleteSure"));
                delete.getStyleClass().add("tc-danger");
            }
        });
        ways.getChildren().add(shown);
        boolean mine = entry.facts().changeable();
        if (desk.locksOffered() && entry.version() > 0 && (mine || lock != null)) {
            ways.getChildren().add(lockIt);
        }
        if (mine) {
            ways.getChildren().add(delete);
        }
        return ways;
    }

    private void show(Outcome<List<Version>> answer) {
        for (Unsent aside : desk.aside(entry.id())) {
            versions.getChildren().add(line(words.state(aside, desk.offered()), aside.layout(), true, List.of()));
        }
        switch (answer) {
            case Outcome.Done<List<Version>>(List<Version> all) -> {
                for (int i = 0; i < all.size(); i++) {
                    Version version = all.get(i);
                    List<LayoutWords.Line> changed =
                            i + 1 < all.size() ? words.between(all.get(i + 1).layout(), version.layout()) : List.of();
                    String title = words.of(
                            "layouts.version",
                            Long.toString(version.layout().version()),
                            words.saved(version.savedBy(), version.savedAt()));
                    versions.getChildren().add(line(title, version.layout(), i > 0, changed));
                }
            }
            case Outcome.Failed<List<Version>>(Failure failure) -> {
                Label unheard = new Label(words.of("layouts.versionsUnheard"));
                unheard.getStyleClass().add("tc-dim");
                versions.getChildren().add(unheard);
            }
        }
    }

    private VBox line(String title, Layout layout, boolean old, List<LayoutWords.Line> changed) {
        Label head = new Label(title);
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        HBox top = new HBox(Tokens.SPACE_8, head, between);
        top.setAlignment(Pos.CENTER_LEFT);
        if (old) {
            Button look = new Button(words.of("layouts.showVersion"));
            look.setOnAction(event -> {
                desk.show(wall, entry, layout);
                close.run();
            });
            top.getChildren().add(look);
            if (entry.facts().changeable()) {
                Button back = new Button(words.of("layouts.bringBack"));
                back.setDisable(!desk.editing().on());
                back.setOnAction(event -> desk.bringBack(entry, layout));
                top.getChildren().add(back);
            }
        }
        VBox box = new VBox(Tokens.SPACE_4, top);
        box.getStyleClass().add("tc-session");
        changed.stream()
                .limit(MOST_LINES)
                .forEach(each -> box.getChildren()
                        .add(small(words.of("layouts.changed", each.place(), each.before(), each.after()))));
        if (changed.size() > MOST_LINES) {
            box.getChildren().add(small(words.of("layouts.more", changed.size() - MOST_LINES)));
        }
        return box;
    }

    private static Label small(String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll("tc-dim", "tc-small");
        label.setWrapText(true);
        return label;
    }
}
