package vn.toancanh.ui.tree;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.value.ChangeListener;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Texts;
import vn.toancanh.catalogue.CatalogueState;
import vn.toancanh.model.CameraId;
import vn.toancanh.ui.kit.KeyHint;
import vn.toancanh.ui.kit.SearchField;
import vn.toancanh.ui.kit.Theme;
import vn.toancanh.ui.kit.Tips;
import vn.toancanh.ui.kit.Tokens;

/**
 * The camera panel: search on top, the tree below as one list that holds only the lines in sight. Enter or a double click
 * puts the chosen cameras on the wall, dragging puts them where one likes.
 */
public final class CameraTreeView extends VBox {
    /** The keys of the tree, for the list of keys. */
    public static final List<KeyHint> KEYS = List.of(
            new KeyHint(KeyHint.ARROWS, "tree.keyMove"),
            new KeyHint("Enter", "tree.keyPut"),
            new KeyHint("Ctrl+Enter", "tree.keyRotate"),
            new KeyHint("Shift+" + KeyHint.ARROWS, "tree.keySeveral"));

    /** What the tree has done with cameras. FX thread. */
    public interface Hands {
        /** Shows those cameras on the wall, in the selected and the next free tiles. */
        void put(List<CameraId> cameras);

        /** Lets those cameras take turns in the selected tiles, else in all of the wall. */
        default void rotate(List<CameraId> cameras) {
            put(cameras);
        }

        /** That camera may be put next. */
        void expect(CameraId camera);
    }

    private final CameraTreeModel model;
    private final Texts texts;
    private final Hands hands;
    private final Dwell dwell;
    private final SearchField search;
    private final ObservableList<TreeRow> rows = FXCollections.observableArrayList();
    private final ListView<TreeRow> list = new ListView<>(rows);
    private final EmptyTree empty;
    private final ChangeListener<CameraTreeModel.Listing> onListing = (any, before, now) -> show(now);
    private final ChangeListener<Object> onWall = (any, before, now) -> list.refresh();

    /** @param lane the FX lane; what rests on a line is noticed on it */
    public CameraTreeView(CameraTreeModel model, Texts texts, Lane lane, Hands hands) {
        this.model = model;
        this.texts = texts;
        this.hands = hands;
        this.dwell = new Dwell(lane, hands::expect);
        getStyleClass().add("tc-tree");
        getStylesheets().add(Theme.sheet(CameraTreeView.class, "tree.css"));
        search = new SearchField(texts.get("tree.search"), texts.get("kit.clear"));
        search.setTooltip(Tips.of(texts.get("tree.search"), "Ctrl+F"));
        search.setText(model.query());
        search.textProperty().addListener((any, before, now) -> model.search(now));
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::keyInSearch);
        empty = new EmptyTree(texts, model::refresh);

        list.setFixedCellSize(Tokens.TARGET);
        list.setAccessibleText(texts.get("tree.title"));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(any -> {
            TreeCell cell = new TreeCell(model, texts, this::chosen, this::enter);
            // Where lines move beneath a pointer that rests, nobody means the one that comes to lie there.
            cell.setOnMouseMoved(event -> dwell.on(cell.getItem()));
            return cell;
        });
        list.setOnMouseExited(event -> dwell.on(null));
        list.getSelectionModel().selectedItemProperty().addListener((any, before, now) -> dwell.on(now));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::keyInList);
        StackPane below = new StackPane(list, empty);
        VBox.setVgrow(below, Priority.ALWAYS);
        VBox top = new VBox(search);
        top.getStyleClass().add("tc-tree-top");
        getChildren().addAll(top, below);
        sceneProperty().addListener((any, before, now) -> follow(now != null));
    }

    /** Brings the keyboard to the search. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private void follow(boolean shown) {
        model.listing().removeListener(onListing);
        model.onWall().removeListener(onWall);
        if (shown) {
            model.listing().addListener(onListing);
            model.onWall().addListener(onWall);
            show(model.listing().get());
        }
    }

    private void show(CameraTreeModel.Listing now) {
        if (!rows.equals(now.rows())) {
            Set<Object> chosen = new LinkedHashSet<>();
            list.getSelectionModel().getSelectedItems().forEach(row -> chosen.add(row.key()));
            rows.setAll(now.rows());
            list.getSelectionModel().clearSelection();
            chooseAgain(chosen, now.best());
        }
        CatalogueState state = now.state();
        search.say(now.found() < 0 ? "" : texts.get("tree.found", now.found()));
        boolean nothing = now.rows().isEmpty() || now.cameras() == 0;
        list.setVisible(!nothing);
        empty.setVisible(nothing);
        if (nothing) {
            empty.say(now.found() == 0 ? model.query() : "", state);
        }
    }

    private void chooseAgain(Set<Object> chosen, int best) {
        if (best >= 0) {
            list.getSelectionModel().clearAndSelect(best);
            list.scrollTo(0);
            return;
        }
        int left = chosen.size();
        for (int i = 0; i < rows.size() && left > 0; i++) {
            if (chosen.contains(rows.get(i).key())) {
                list.getSelectionModel().select(i);
                left--;
            }
        }
    }

    /** The cameras chosen, in the order of the list. */
    private List<CameraId> chosen() {
        Set<CameraId> all = new LinkedHashSet<>();
        for (TreeRow row : new ArrayList<>(list.getSelectionModel().getSelectedItems())) {
            all.addAll(model.meant(row));
        }
        return all.stream().limit(CameraTreeModel.MOST_AT_ONCE).toList();
    }

    /** What Enter and a double click do with a line. */
    private void enter(TreeRow row) {
        if (row instanceof TreeRow.OfSite site
                && list.getSelectionModel().getSelectedItems().size() <= 1) {
            model.toggle(site.site().id());
            return;
        }
        List<CameraId> cameras = chosen();
        if (!cameras.isEmpty()) {
            hands.put(cameras);
        }
    }

    private void rotate() {
        List<CameraId> cameras = chosen();
        if (!cameras.isEmpty()) {
            hands.rotate(cameras);
        }
    }

    private void keyInSearch(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN && !rows.isEmpty()) {
            list.requestFocus();
            if (list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().select(0);
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            model.bestHit().ifPresent(best -> hands.put(List.of(best)));
            event.consume();
        }
    }

    private void keyInList(KeyEvent event) {
        TreeRow row = list.getFocusModel().getFocusedItem();
        if (row == null) {
            return;
        }
        switch (event.getCode()) {
            case ENTER -> {
                if (event.isShortcutDown()) {
                    rotate();
                } else {
                    enter(row);
                }
            }
            case RIGHT -> fold(row, false);
            case LEFT -> fold(row, true);
            case ESCAPE -> {
                if (model.query().isEmpty()) {
                    return;
                }
                focusSearch();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void fold(TreeRow row, boolean shut) {
        if (row instanceof TreeRow.OfSite site && site.open() == shut) {
            model.toggle(site.site().id());
        } else if (row instanceof TreeRow.OfCamera camera && shut) {
            chooseSiteOf(camera);
        } else if (row instanceof TreeRow.OfSite && !shut) {
            list.getSelectionModel().clearAndSelect(list.getFocusModel().getFocusedIndex() + 1);
        }
    }

    private void chooseSiteOf(TreeRow.OfCamera camera) {
        for (int i = rows.indexOf(camera); i >= 0; i--) {
            if (rows.get(i) instanceof TreeRow.OfSite) {
                list.getSelectionModel().clearAndSelect(i);
                list.scrollTo(i);
                return;
            }
        }
    }
}
