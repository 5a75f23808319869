package vn.toancanh.ui.administration;

import java.io.File;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import vn.toancanh.administration.TrailEntry;
import vn.toancanh.administration.TrailService.Page;
import vn.toancanh.administration.TrailService.Wanted;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Texts;
import vn.toancanh.ui.kit.ListKeys;
import vn.toancanh.ui.kit.MessageLine;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.Weight;

/**
 * The audit trail: what is to be looked for, the entries page by page, the newest first, and all that was noted of the chosen one. An
 * export is made by the server, which notes it. FX thread.
 */
final class TrailPane extends VBox implements SectionPane {
    private static final double LINE_HEIGHT = 48;
    private static final double CARD_WIDTH = 360;

    /** Pages of which nothing may be told are passed over, but not without end. */
    private static final int MOST_EMPTY = 50;

    private final TrailParts trail;
    private final Texts texts;
    private final TrailFilter filter;
    private final MessageLine message = new MessageLine();
    private final ObservableList<TrailEntry> shown = FXCollections.observableArrayList();
    private final ListView<TrailEntry> list = new ListView<>(shown);
    private final Label empty = Form.dim("");
    private final Button newer;
    private final Button older;
    private final Label page = Form.dim("");
    private final Button export;
    private final Deque<String> before = new ArrayDeque<>();
    private Wanted wanted = Wanted.ALL;
    private String place = "";
    private String next = "";
    private int asked;

    /** Asks where a file of that name is to lie; empty where it is given up. A test has no chooser of the system's. */
    private BiFunction<Window, String, Optional<Path>> chooser = this::choose;

    /** @param inPart what is told is of the places and people of whoever reads it alone */
    TrailPane(TrailParts trail, boolean inPart, Texts texts, Overlay overlay) {
        super(Tokens.SPACE_12);
        this.trail = trail;
        this.texts = texts;
        getStyleClass().add("tc-trail");
        TrailWords words = new TrailWords(texts, trail.known());
        export = new Button(texts.get("trail.export"));
        export.setMinWidth(USE_PREF_SIZE);
        export.setOnAction(event -> export());
        filter = new TrailFilter(trail, words, texts, overlay, this::look, export);
        TrailCard card = new TrailCard(trail, words, texts);
        list.getStyleClass().add("tc-trail-entries");
        list.setFixedCellSize(LINE_HEIGHT);
        ListKeys.letEscapeGo(list);
        list.setAccessibleText(texts.get("trail.title"));
        list.setCellFactory(any -> new TrailCell(words, trail.zone()));
        list.getSelectionModel().selectedItemProperty().addListener((any, was, now) -> card.show(now));
        StackPane middle = new StackPane(list, empty);
        middle.setMinHeight(0);
        HBox.setHgrow(middle, Priority.ALWAYS);
        ScrollPane right = new ScrollPane(card);
        right.setFitToWidth(true);
        right.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        right.setMinWidth(CARD_WIDTH);
        right.setPrefWidth(CARD_WIDTH);
        HBox both = new HBox(Tokens.SPACE_16, middle, right);
        both.setMinHeight(0);
        VBox.setVgrow(both, Priority.ALWAYS);
        newer = new Button(texts.get("trail.newer"));
        newer.setOnAction(event -> ask(Objects.requireNonNullElse(before.peek(), ""), 0, before::poll));
        older = new Button(texts.get("trail.older"));
        older.setOnAction(event -> {
            String here = place;
            ask(next, 0, () -> before.push(here));
        });
        HBox foot = new HBox(Tokens.SPACE_8, newer, older, page);
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        Form.title(texts.get("trail.title")),
                        Form.dim(texts.get(inPart ? "trail.wordsPart" : "trail.words")),
                        filter,
                        message,
                        both,
                        foot);
        turn();
    }

    /** For tests. */
    void chooseBy(BiFunction<Window, String, Optional<Path>> other) {
        chooser = other;
    }

    /** Brings the keyboard to the first field. */
    @Override
    public void takeFocus() {
        filter.takeFocus();
    }

    /** Asks for the page on show anew. */
    @Override
    public void reload() {
        ask(place, 0, () -> {});
    }

    @Override
    public boolean onShowAlone() {
        return true;
    }

    /** Looks for what stands in the filter, from the newest on. */
    private void look() {
        filter.read().ifPresent(now -> {
            wanted = now;
            place = "";
            next = "";
            before.clear();
            shown.clear();
            reload();
        });
    }

    /** @param turned what is done once the page has come */
    private void ask(String from, int passed, Runnable turned) {
        int mine = ++asked;
        message.clear();
        empty.setText(texts.get("trail.asking"));
        empty.setVisible(shown.isEmpty());
        trail.service().search(wanted, from, outcome -> {
            if (mine == asked) {
                answered(outcome, from, passed, turned);
            }
        });
    }

    private void answered(Outcome<Page> outcome, String from, int passed, Runnable turned) {
        switch (outcome) {
            case Outcome.Done<Page>(Page told) -> {
                boolean none = told.entries().isEmpty() && !told.next().isEmpty();
                if (none && passed < MOST_EMPTY) {
                    ask(told.next(), passed + 1, turned);
                    return;
                }
                turned.run();
                place = from;
                next = told.next();
                shown.setAll(told.entries());
                list.scrollTo(0);
                empty.setText(texts.get("trail.none"));
            }
            case Outcome.Failed<Page>(Failure failure) -> {
                message.say(Weight.LOOK, texts.of(failure));
                empty.setText("");
            }
        }
        empty.setVisible(shown.isEmpty());
        turn();
    }

    private void turn() {
        newer.setDisable(before.isEmpty());
        older.setDisable(next.isEmpty());
        page.setText(shown.isEmpty() ? "" : texts.get("trail.page", before.size() + 1, shown.size()));
    }

    private void export() {
        Optional<Wanted> chosen = filter.read();
        if (chosen.isEmpty()) {
            return;
        }
        message.clear();
        String day = DateTimeFormatter.ofPattern("yyyyMMdd-HHmm")
                .withZone(trail.zone())
                .format(trail.clock().now());
        chooser.apply(getScene().getWindow(), texts.get("trail.fileName", day) + ".csv")
                .ifPresent(file -> {
                    export.setDisable(true);
                    export.setText(texts.get("trail.exporting"));
                    trail.service().export(chosen.get(), trail.files().apply(file), outcome -> exported(file, outcome));
                });
    }

    private void exported(Path file, Outcome<Long> outcome) {
        export.setDisable(false);
        export.setText(texts.get("trail.export"));
        switch (outcome) {
            case Outcome.Done<Long>(Long count) ->
                message.say(Weight.INFORMATION, texts.get("trail.exported", count, file.toString()));
            case Outcome.Failed<Long>(Failure why) -> message.say(Weight.ACT, texts.of(why));
        }
    }

    private Optional<Path> choose(Window window, String suggested) {
        FileChooser dialog = new FileChooser();
        dialog.setTitle(texts.get("trail.export"));
        dialog.setInitialFileName(suggested);
        dialog.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv"));
        return Optional.ofNullable(dialog.showSaveDialog(window)).map(File::toPath);
    }
}
