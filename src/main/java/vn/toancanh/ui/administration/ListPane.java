package vn.toancanh.ui.administration;

import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Texts;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.ListKeys;
import vn.toancanh.ui.kit.MessageLine;
import vn.toancanh.ui.kit.SearchField;
import vn.toancanh.ui.kit.Tips;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.kit.Weight;

/**
 * A list to search in at the left, and the form of the chosen one at the right. Whoever goes from a form that is not sent is
 * asked first. Enter leads from the list into the form, Ctrl+N begins a new one. FX thread.
 */
abstract class ListPane<T> extends HBox {
    private static final double LIST_WIDTH = 320;

    final Texts texts;
    final Overlay overlay;
    private final SearchField search;
    private final ObservableList<T> shown = FXCollections.observableArrayList();
    private final ListView<T> list = new ListView<>(shown);
    private final Label empty = new Label();
    private final MessageLine message = new MessageLine();
    private final Button add;
    private final ScrollPane right = new ScrollPane();
    private final Label hint;
    private @Nullable Form form;
    private String chosen = "";
    private String old = "";
    private String trouble = "";
    private boolean filling;

    /**
     * @param prompt of the search
     * @param addWords of the button for a new one; empty where there is none
     * @param hintWords what stands at the right while nothing is chosen
     */
    ListPane(Texts texts, Overlay overlay, String prompt, String addWords, String hintWords) {
        super(Tokens.SPACE_16);
        this.texts = texts;
        this.overlay = overlay;
        getStyleClass().add("tc-list-pane");
        search = new SearchField(prompt, texts.get("administration.clearSearch"));
        search.textProperty().addListener((any, before, now) -> refresh());
        add = new Button(addWords, Icons.ADD.at(Tokens.ICON_16));
        add.setMaxWidth(Double.MAX_VALUE);
        add.setTooltip(Tips.of(addWords, "Ctrl+N"));
        add.setOnAction(event -> leave(this::begin));
        add.setVisible(!addWords.isEmpty());
        add.setManaged(!addWords.isEmpty());
        list.setFixedCellSize(lineHeight());
        list.setAccessibleText(prompt);
        list.setCellFactory(any -> cell());
        list.getSelectionModel().selectedItemProperty().addListener((any, before, now) -> selected(now));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        ListKeys.letEscapeGo(list);
        search.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN && !shown.isEmpty()) {
                focusList();
                event.consume();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.N && event.isControlDown() && add.isVisible()) {
                add.fire();
                event.consume();
            }
        });
        empty.getStyleClass().add("tc-dim");
        empty.setWrapText(true);
        StackPane middle = new StackPane(list, empty);
        VBox.setVgrow(middle, Priority.ALWAYS);
        VBox left = new VBox(Tokens.SPACE_8, search, add, message, middle);
        left.setMinWidth(LIST_WIDTH);
        left.setPrefWidth(LIST_WIDTH);
        hint = Form.dim(hintWords);
        hint.setAlignment(Pos.TOP_LEFT);
        right.setFitToWidth(true);
        right.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        right.setFocusTraversable(false);
        right.setContent(hint);
        HBox.setHgrow(right, Priority.ALWAYS);
        getChildren().addAll(left, right);
    }

    /** Height of a line, pixels. */
    double lineHeight() {
        return 48;
    }

    /** Those in which what is typed occurs. */
    abstract List<T> matching(String typed);

    /** What tells it from all others. */
    abstract String key(T item);

    /** As it is known now. */
    abstract Optional<T> find(String key);

    abstract ListCell<T> cell();

    /** The form of one of them. */
    abstract Form form(T item);

    /** The form of a new one. */
    abstract Form fresh();

    /** What is said where nothing is found; what is typed may be empty. */
    abstract String nothing(String typed);

    /** What is known has changed: the list follows, the form stays as it is. */
    void refresh() {
        String typed = search.getText();
        List<T> found = matching(typed);
        filling = true;
        shown.setAll(found);
        list.getSelectionModel().clearSelection();
        for (int i = 0; i < found.size(); i++) {
            if (key(found.get(i)).equals(chosen)) {
                list.getSelectionModel().select(i);
            }
        }
        filling = false;
        search.say(typed.isBlank() ? "" : texts.get("administration.found", found.size()));
        empty.setText(nothing(typed));
        empty.setVisible(found.isEmpty());
        list.setVisible(!found.isEmpty());
    }

    /** Says above the list why it may be old. */
    void sayOld(Optional<String> why) {
        old = why.map(words -> texts.get("administration.old", words)).orElse("");
        say();
    }

    /** Says above the list why something was not done with one of them; empty: says nothing. */
    void say(String sentence) {
        trouble = sentence;
        say();
    }

    private void say() {
        String words = trouble.isEmpty() ? old : trouble;
        if (words.isEmpty()) {
            message.clear();
        } else {
            message.say(trouble.isEmpty() ? Weight.LOOK : Weight.ACT, words);
        }
    }

    private void selected(@Nullable T item) {
        if (filling || item == null || key(item).equals(chosen)) {
            return;
        }
        String wanted = key(item);
        // Where one stays, the list goes back to the one that is in the form.
        leave(() -> find(wanted).ifPresent(this::open), this::refresh);
    }

    /** The one in the form, as it is known now. */
    Optional<T> present() {
        return chosen.isEmpty() ? Optional.empty() : find(chosen);
    }

    boolean dirty() {
        Form present = form;
        return present != null && present.dirty();
    }

    void leave(Runnable on) {
        leave(on, () -> {});
    }

    /** Goes on, after asking where something would be lost. */
    private void leave(Runnable on, Runnable stay) {
        if (dirty()) {
            overlay.ask(
                    texts.get("administration.leaveTitle"),
                    texts.get("administration.leaveWords"),
                    texts.get("administration.leave"),
                    on,
                    stay);
        } else {
            on.run();
        }
    }

    private void begin() {
        putFresh(fresh());
    }

    /** Shows the form of a new one, with the keyboard in it. */
    void putFresh(Form next) {
        chosen = "";
        refresh();
        put(next);
        next.takeFocus();
    }

    /** Shows the form of one, whatever is in it now. */
    void open(T item) {
        chosen = key(item);
        put(form(item));
    }

    /** Shows one that was just stored, and goes back to the list. */
    void showSaved(T stored) {
        open(stored);
        Form present = form;
        if (present != null) {
            present.tell(texts.get("administration.saved"));
        }
        search.clear();
        list.requestFocus();
    }

    private void put(Form next) {
        Form before = form;
        if (before != null) {
            before.sending.drop();
        }
        form = next;
        right.setContent(next);
        right.setVvalue(0);
    }

    /** Shows none. */
    void shut() {
        Form before = form;
        if (before != null) {
            before.sending.drop();
        }
        form = null;
        chosen = "";
        right.setContent(hint);
        refresh();
    }

    /** Brings the keyboard to the search. */
    void takeFocus() {
        search.requestFocus();
    }

    private void focusList() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().select(0);
        }
    }

    private void key(KeyEvent event) {
        Form present = form;
        if (event.getCode() == KeyCode.ENTER && present != null) {
            present.takeFocus();
            event.consume();
        }
    }
}
