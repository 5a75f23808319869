package vn.toancanh.ui.shell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.PaletteAction;
import vn.toancanh.desk.PaletteDesk;
import vn.toancanh.desk.PaletteEntry;
import vn.toancanh.desk.PaletteEntry.OfCamera;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.model.Camera;
import vn.toancanh.ui.kit.SearchField;
import vn.toancanh.ui.kit.Theme;
import vn.toancanh.ui.kit.Tokens;

/**
 * The command palette over a wall, which goes on behind: a line to write in and what fits below. Arrows move, Tab takes a camera
 * with others, Enter does it, Esc or a click beside closes. FX thread.
 */
final class PalettePane extends StackPane {
    /** Lines that are seen at once. */
    private static final int LINES = 12;

    private static final double WIDEST = 640;

    private final PaletteDesk palette;
    private final WallDesk wall;
    private final Texts texts;
    private final Supplier<List<PaletteAction>> actions;
    private final SearchField field;
    private final ObservableList<PaletteEntry> entries = FXCollections.observableArrayList();
    private final ListView<PaletteEntry> list = new ListView<>(entries);
    private final Set<Camera> taken = new LinkedHashSet<>();
    private @Nullable Node before;
    private @Nullable String shown;

    /** @param actions what can be done in this window, in these texts' language */
    PalettePane(PaletteDesk palette, WallDesk wall, Texts texts, Supplier<List<PaletteAction>> actions) {
        this.palette = palette;
        this.wall = wall;
        this.texts = texts;
        this.actions = actions;
        getStyleClass().add("tc-palette-cover");
        getStylesheets().add(Theme.sheet(PalettePane.class, "palette.css"));
        field = new SearchField(texts.get("shell.palette"), texts.get("kit.clear"));
        field.textProperty().addListener((any, was, now) -> search());
        list.setFixedCellSize(Tokens.TARGET);
        list.setPrefHeight(LINES * Tokens.TARGET + 2);
        list.setFocusTraversable(false);
        list.setAccessibleText(texts.get("shell.paletteList"));
        list.setPlaceholder(new Label(texts.get("shell.paletteNothing")));
        list.setCellFactory(any -> new PaletteCell(texts, taken, this::enter));
        Label hint = new Label(texts.get("shell.paletteHint"));
        hint.getStyleClass().addAll("tc-dim", "tc-small");
        VBox card = new VBox(Tokens.SPACE_8, field, list, hint);
        card.getStyleClass().add("tc-palette");
        card.setMaxSize(WIDEST, USE_PREF_SIZE);
        StackPane.setAlignment(card, Pos.TOP_CENTER);
        getChildren().add(card);
        setVisible(false);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (equals(event.getTarget())) {
                close();
            }
        });
    }

    /** Opens it, or closes it where it is open. */
    void toggle() {
        if (isVisible()) {
            close();
            return;
        }
        before = getScene().getFocusOwner();
        shown = null;
        taken.clear();
        field.clear();
        palette.open(actions.get(), number -> texts.get("shell.callUpSalvo", Integer.toString(number)), this::search);
        search();
        setVisible(true);
        field.requestFocus();
    }

    /** Closes it; does nothing where it is not open. */
    void close() {
        setVisible(false);
        Node owner = before;
        before = null;
        if (owner != null && owner.getScene() != null) {
            owner.requestFocus();
        }
    }

    private void search() {
        palette.search(field.getText(), this::show);
    }

    private void show(PaletteDesk.Listing listing) {
        // What comes later of the same words does not take the line from under a hand.
        PaletteEntry before =
                listing.typed().equals(shown) ? list.getSelectionModel().getSelectedItem() : null;
        shown = listing.typed();
        entries.setAll(listing.entries());
        int again = before == null ? -1 : entries.indexOf(before);
        list.getSelectionModel().clearAndSelect(Math.max(0, again));
        if (again < 0) {
            list.scrollTo(0);
        }
        field.say(listing.cameras() < 0 ? "" : texts.get("shell.paletteFound", listing.cameras()));
    }

    /** The key that opens it writes nothing, and none begins with a blank. */
    private void typed(KeyEvent event) {
        if (event.getCharacter().isBlank() && field.getText().isEmpty()) {
            event.consume();
        }
    }

    private void pressed(KeyEvent event) {
        KeyCode key = event.getCode();
        int selected = list.getSelectionModel().getSelectedIndex();
        switch (key) {
            case DOWN -> move(selected + 1);
            case UP -> move(selected - 1);
            case PAGE_DOWN -> move(selected + LINES);
            case PAGE_UP -> move(selected - LINES);
            case TAB -> take();
            case ENTER -> enter();
            case ESCAPE -> close();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void move(int to) {
        if (!entries.isEmpty()) {
            int at = Math.clamp(to, 0, entries.size() - 1);
            list.getSelectionModel().clearAndSelect(at);
            list.scrollTo(Math.max(0, at - LINES + 1));
        }
    }

    private void take() {
        if (list.getSelectionModel().getSelectedItem() instanceof OfCamera(Camera camera)) {
            if (!taken.remove(camera)) {
                taken.add(camera);
            }
            list.refresh();
            move(list.getSelectionModel().getSelectedIndex() + 1);
        }
    }

    private void enter() {
        PaletteEntry entry = list.getSelectionModel().getSelectedItem();
        List<Camera> many = new ArrayList<>(taken);
        close();
        if (!many.isEmpty()) {
            palette.chooseAll(many, wall);
        } else if (entry != null) {
            palette.choose(entry, wall);
        }
    }
}
