package vn.toancanh.ui.layouts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Texts;
import vn.toancanh.catalogue.NameOrder;
import vn.toancanh.desk.LayoutDesk;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.model.Layout.Scope;
import vn.toancanh.model.LayoutId;
import vn.toancanh.ui.kit.CardHead;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.Roomy;
import vn.toancanh.ui.kit.Theme;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.wall.LayoutLibrary.Entry;

/** All layouts over the wall: a list, and beside it the chosen one with its versions, or the question that it asks. FX thread. */
public final class LayoutsView extends StackPane {
    private static final double WIDTH = 1180;
    private static final double HEIGHT = 780;
    private static final double LIST_WIDTH = 380;
    private static final double LINE = 52;
    /** What stands above and below the lines: the head of the card, kinds, the button, and what is between them. */
    private static final double AROUND_LINES = 200;

    private static final double FORM_WIDTH = 520;
    /** So many lines are seen above the chosen one, where there are. */
    private static final int ABOVE = 2;

    private final LayoutDesk desk;
    private final LayoutsModel model;
    private final WallDesk wall;
    private final LayoutWords words;
    private final Runnable close;
    private final ObservableList<Entry> shown = FXCollections.observableArrayList();
    private final ListView<Entry> list = new ListView<>(shown);
    private final NameOrder order = new NameOrder();
    private final ToggleGroup kinds = new ToggleGroup();
    private final ScrollPane beside = new ScrollPane();
    private final Label none = new Label();
    private final DoubleProperty wished = new SimpleDoubleProperty();
    private List<Entry> all = List.of();
    private @Nullable LayoutId wanted;
    private @Nullable SaveForm form;
    private Handle following = Handle.NONE;
    private List<Object> shownBeside = List.of();

    /**
     * @param wall on which layouts are opened
     * @param moment a point in time as people read it now
     * @param close takes the view away
     */
    public LayoutsView(
            LayoutsModel model, WallDesk wall, Texts texts, Function<Instant, String> moment, Runnable close) {
        this.model = model;
        this.desk = model.desk();
        this.wall = wall;
        this.words = new LayoutWords(texts, moment, model::camera);
        this.close = close;
        getStyleClass().addAll("tc-administration", "tc-layouts");
        // Before the list hears of it, which keeps it for itself.
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            }
        });
        getStylesheets().add(Theme.sheet(LayoutsView.class, "layouts.css"));
        sceneProperty().addListener((any, before, now) -> follow(now != null));
        // The wall's own keys rest while this lies over it.
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F3) {
                close.run();
                event.consume();
            }
        });
    }

    /** Shows the list, with the layout of the wall chosen. */
    public void showList() {
        wanted = model.question().orElse(wall.wall().layout().id());
        list.setFixedCellSize(LINE);
        list.setCellFactory(any -> new LayoutLine(desk, words));
        list.setAccessibleText(words.of("layouts.title"));
        list.getSelectionModel().selectedItemProperty().addListener((any, before, now) -> choose(now));
        list.setOnKeyPressed(event -> {
            Entry chosen = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                open(chosen);
                event.consume();
            }
        });
        list.setPlaceholder(none);
        none.getStyleClass().add("tc-dim");
        none.setWrapText(true);
        VBox.setVgrow(list, Priority.ALWAYS);
        Button saveAs = new Button(words.of("layouts.saveAs"), Icons.ADD.at(Tokens.ICON_16));
        saveAs.setOnAction(event -> model.saveAs(wall));
        saveAs.setDisable(!desk.editing().on());
        VBox left = new VBox(Tokens.SPACE_8, kinds(), list, saveAs);
        left.setMinWidth(LIST_WIDTH);
        left.setMaxWidth(LIST_WIDTH);
        beside.setFitToWidth(true);
        beside.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        beside.setFocusTraversable(false);
        HBox.setHgrow(beside, Priority.ALWAYS);
        HBox row = new HBox(Tokens.SPACE_24, left, beside);
        row.setMinHeight(0);
        VBox.setVgrow(row, Priority.ALWAYS);
        VBox card = put(words.of("layouts.title"), row, WIDTH);
        Roomy.height(card, this, HEIGHT, wished);
    }

    /** Asks for a name under which what stands on the wall is saved. */
    public void showSave() {
        SaveForm asked = new SaveForm(desk, words, wall.wall().layout().name(), (name, scope) -> {
            desk.saveAs(wall, name, scope);
            close.run();
        });
        form = asked;
        put(words.of("layouts.saveTitle"), asked, FORM_WIDTH).setMaxHeight(USE_PREF_SIZE);
    }

    /** Brings the keyboard to it. */
    public void takeFocus() {
        SaveForm asked = form;
        if (asked != null) {
            asked.takeFocus();
        } else {
            list.requestFocus();
        }
    }

    private VBox put(String title, Node content, double width) {
        CardHead top = new CardHead(title, words.of("layouts.close"), close);
        VBox card = new VBox(Tokens.SPACE_16, top, content);
        card.getStyleClass().add("tc-administration-card");
        card.setMaxWidth(width);
        StackPane.setMargin(card, new Insets(Tokens.SPACE_24));
        getChildren().setAll(card);
        return card;
    }

    private HBox kinds() {
        HBox row = new HBox();
        row.getChildren().add(kind(words.of("layouts.all"), null));
        for (Scope scope : Scope.values()) {
            row.getChildren().add(kind(words.scope(scope), scope));
        }
        kinds.selectToggle(kinds.getToggles().getFirst());
        kinds.selectedToggleProperty().addListener((any, before, now) -> {
            if (now == null) {
                kinds.selectToggle(before);
            } else {
                narrow();
            }
        });
        return row;
    }

    private ToggleButton kind(String name, @Nullable Scope scope) {
        ToggleButton button = new ToggleButton(name);
        button.setUserData(Optional.ofNullable(scope));
        button.setToggleGroup(kinds);
        button.getStyleClass().add("tc-day");
        return button;
    }

    private void follow(boolean on) {
        following.close();
        following = Handle.NONE;
        if (on && form == null) {
            following = desk.onChange(this::reload);
            reload();
        }
    }

    private void reload() {
        desk.list(answer -> {
            if (answer instanceof Outcome.Done<List<Entry>>(List<Entry> entries)) {
                all = order.sorted(entries, Entry::name);
                wished.set(AROUND_LINES + LINE * all.size());
            }
            none.setText(words.of(answer instanceof Outcome.Done<List<Entry>> ? "layouts.none" : "layouts.unheard"));
            narrow();
        });
    }

    private void narrow() {
        Object kind = kinds.getSelectedToggle() == null
                ? Optional.empty()
                : kinds.getSelectedToggle().getUserData();
        List<Entry> next = new ArrayList<>();
        for (Entry entry : all) {
            boolean asks =
                    desk.unsent(entry.id()).filter(each -> each.state().asks()).isPresent();
            if (kind.equals(Optional.empty()) || kind.equals(Optional.of(entry.scope()))) {
                next.add(asks ? 0 : next.size(), entry);
            }
        }
        LayoutId keep = wanted;
        boolean first = shown.isEmpty();
        shown.setAll(next);
        next.stream()
                .filter(entry -> entry.id().equals(keep))
                .findFirst()
                .or(() -> next.stream().findFirst())
                .ifPresentOrElse(entry -> choose(entry, first), () -> beside.setContent(null));
    }

    /** Later whoever looks elsewhere in the list goes on looking there. */
    private void choose(Entry entry, boolean bring) {
        list.getSelectionModel().select(entry);
        if (bring) {
            list.scrollTo(Math.max(0, shown.indexOf(entry) - ABOVE));
        }
    }

    private void choose(@Nullable Entry entry) {
        if (entry == null) {
            return;
        }
        boolean same = Objects.equals(wanted, entry.id());
        wanted = entry.id();
        List<Object> next = List.of(
                entry,
                desk.unsent(entry.id()),
                desk.aside(entry.id()),
                desk.editing().on());
        if (next.equals(shownBeside) && beside.getContent() != null) {
            // What is typed there stays.
            return;
        }
        shownBeside = next;
        Node now = desk.unsent(entry.id())
                .filter(each -> each.state().asks())
                .<Node>map(asked -> new QuestionPane(desk, words, asked))
                .orElseGet(() -> new LayoutPane(model, words, entry, wall, () -> open(entry), close));
        double before = beside.getVvalue();
        beside.setContent(now);
        beside.setVvalue(same ? before : 0);
    }

    private void open(Entry entry) {
        desk.open(entry.id(), wall);
        close.run();
    }
}
