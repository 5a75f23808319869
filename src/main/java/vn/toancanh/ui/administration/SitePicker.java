package vn.toancanh.ui.administration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.toancanh.administration.SiteLines;
import vn.toancanh.base.Texts;
import vn.toancanh.model.SiteId;
import vn.toancanh.ui.kit.SearchField;
import vn.toancanh.ui.kit.Tokens;

/** The sites that may be chosen, to be searched in without tone marks. Enter chooses, Esc goes back. */
final class SitePicker extends VBox {
    private static final double WIDTH = 480;
    private static final double HEIGHT = 520;

    private final SiteLines lines;
    private final Predicate<SiteLines.Line> fit;
    private final String none;
    private final Consumer<Optional<SiteId>> chosen;
    private final SearchField search;

    private final ObservableList<Choice> shown = FXCollections.observableArrayList();
    private final ListView<Choice> list = new ListView<>(shown);

    /** One line of the list; the one without a site is the way to none. */
    private record Choice(Optional<SiteLines.Line> line) {}

    SitePicker(
            SiteLines lines,
            Predicate<SiteLines.Line> fit,
            String none,
            Texts texts,
            Consumer<Optional<SiteId>> chosen,
            Runnable back) {
        super(Tokens.SPACE_12);
        this.lines = lines;
        this.fit = fit;
        this.none = none;
        this.chosen = chosen;
        getStyleClass().add("tc-question");
        setMaxSize(WIDTH, HEIGHT);
        search = new SearchField(texts.get("administration.searchSites"), texts.get("administration.clearSearch"));
        search.textProperty().addListener((any, before, now) -> fill());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
        search.setOnAction(event -> take());
        list.setFixedCellSize(Tokens.TARGET);
        list.setAccessibleText(texts.get("administration.sites"));
        list.setCellFactory(any -> new Cell());
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                take();
                event.consume();
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                take();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        Button choose = new Button(texts.get("administration.choose"));
        choose.getStyleClass().add("tc-primary");
        choose.setOnAction(event -> take());
        Button leave = new Button(texts.get("administration.back"));
        leave.setOnAction(event -> back.run());
        getChildren()
                .addAll(
                        Form.title(texts.get("administration.chooseSite")),
                        search,
                        list,
                        new HBox(Tokens.SPACE_8, choose, leave));
        fill();
    }

    private void fill() {
        List<Choice> found = new ArrayList<>();
        if (!none.isEmpty() && search.getText().isBlank()) {
            found.add(new Choice(Optional.empty()));
        }
        lines.matching(search.getText()).stream()
                .filter(fit)
                .map(line -> new Choice(Optional.of(line)))
                .forEach(found::add);
        shown.setAll(found);
        if (!found.isEmpty()) {
            list.getSelectionModel().select(0);
        }
    }

    /** The arrows move in the list while one types. */
    private void move(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        int to = switch (event.getCode()) {
            case DOWN -> Math.min(at + 1, shown.size() - 1);
            case UP -> Math.max(at - 1, 0);
            default -> -1;
        };
        if (to >= 0) {
            list.getSelectionModel().select(to);
            list.scrollTo(Math.max(0, to - 3));
            event.consume();
        }
    }

    private void take() {
        Choice choice = list.getSelectionModel().getSelectedItem();
        if (choice != null) {
            chosen.accept(choice.line().map(line -> line.site().id()));
        }
    }

    void takeFocus() {
        search.requestFocus();
    }

    /** The path of a site. */
    private final class Cell extends ListCell<Choice> {
        @Override
        protected void updateItem(@Nullable Choice item, boolean empty) {
            super.updateItem(item, empty);
            String words = empty || item == null
                    ? ""
                    : item.line().map(SiteLines.Line::path).orElse(none);
            setText(words);
            setAccessibleText(words);
        }
    }
}
