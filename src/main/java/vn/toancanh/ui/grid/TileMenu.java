package vn.toancanh.ui.grid;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.stage.Popup;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.live.LiveTile;
import vn.toancanh.model.CellContent;
import vn.toancanh.wall.WallState;

/** The menu of a tile, and its answer to "why". FX thread. */
final class TileMenu {
    private final WallDesk desk;
    private final TileAlarms alarms;
    private final ViewMenu views;
    private final StreamMenu streams;
    private final CarouselMenu carousels;
    private IntFunction<List<MenuItem>> more = tile -> List.of();
    private final Texts texts;
    private final ContextMenu menu = new ContextMenu();
    private final Popup answer = new Popup();
    private final Label words = new Label();

    TileMenu(WallDesk desk, TileAlarms alarms, ZoomHands zoom, Texts texts) {
        this.desk = desk;
        this.alarms = alarms;
        this.views = new ViewMenu(desk, zoom, texts);
        this.streams = new StreamMenu(desk, texts);
        this.carousels = new CarouselMenu(desk, texts);
        this.texts = texts;
        words.getStyleClass().add("tile-why");
        words.setWrapText(true);
        answer.getContent().add(words);
        answer.setAutoHide(true);
        answer.setHideOnEscape(true);
    }

    /** Further lines, made anew whenever the menu opens. */
    void offer(IntFunction<List<MenuItem>> lines) {
        more = lines;
    }

    /** Opens the menu of a tile at a place on the screen. */
    void show(Node over, int tile, double screenX, double screenY) {
        LiveTile live = desk.live().tiles().get(tile);
        boolean empty = live.content() instanceof CellContent.Empty;
        MenuItem why = item(texts.get("grid.why"), KeyCode.I);
        why.setOnAction(event -> explain(over, live));
        why.setDisable(empty);
        menu.getItems().setAll(size(tile, empty), clear(tile, empty), again(live));
        menu.getItems().addAll(views.memory(tile));
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        views.view(tile),
                        streams.menu(tile),
                        carousels.menu(over, tile),
                        hotspot(tile),
                        merge(),
                        split());
        menu.getItems().addAll(more.apply(tile));
        menu.getItems().addAll(new SeparatorMenuItem(), why);
        if (alarms.borrowed(tile)) {
            MenuItem back = item(texts.get("grid.alarmBack"), KeyCode.B);
            back.setOnAction(event -> alarms.back(tile));
            MenuItem keep = item(texts.get("grid.alarmKeep"), KeyCode.K);
            keep.setOnAction(event -> alarms.keep(tile));
            menu.getItems().addAll(0, List.of(back, keep, new SeparatorMenuItem()));
        }
        menu.show(over, screenX, screenY);
    }

    private MenuItem size(int tile, boolean empty) {
        boolean enlarged = desk.wall().enlarged() != WallState.NONE;
        MenuItem size = item(enlarged ? texts.get("grid.back") : texts.get("grid.enlarge"), KeyCode.ENTER);
        size.setOnAction(event -> TileHands.toggle(desk, tile));
        size.setDisable(empty);
        return size;
    }

    /** Of this tile, or of all that are selected with it. */
    private MenuItem clear(int tile, boolean empty) {
        boolean many = desk.chosen().isOneOfMany(tile);
        int chosen = desk.wall().selection().size();
        MenuItem clear = item(many ? texts.get("grid.clearMany", chosen) : texts.get("grid.clear"), KeyCode.DELETE);
        clear.setOnAction(event -> {
            if (many) {
                desk.chosen().clear();
            } else {
                desk.clearTile(tile);
            }
        });
        clear.setDisable(empty && !many);
        return clear;
    }

    private MenuItem again(LiveTile live) {
        MenuItem again = item(texts.get("grid.tryNow"), KeyCode.R);
        again.setOnAction(event -> live.tryNow());
        again.setVisible(live.mayTry());
        return again;
    }

    private MenuItem hotspot(int tile) {
        boolean is = desk.hotspots().at(tile);
        MenuItem hotspot = item(texts.get(is ? "grid.hotspotEnd" : "grid.hotspotBegin"), KeyCode.H);
        hotspot.setOnAction(event -> desk.hotspots().toggle(tile));
        return hotspot;
    }

    private MenuItem merge() {
        MenuItem merge = item(texts.get("grid.merge"), KeyCode.M);
        merge.setOnAction(event -> desk.chosen().merge());
        merge.setDisable(!desk.chosen().canMerge());
        return merge;
    }

    private MenuItem split() {
        MenuItem split = item(texts.get("grid.split"), KeyCode.S);
        split.setOnAction(event -> desk.chosen().split());
        split.setDisable(!desk.chosen().canSplit());
        return split;
    }

    private static MenuItem item(String text, KeyCode key) {
        MenuItem item = new MenuItem(text);
        item.setAccelerator(new KeyCodeCombination(key));
        return item;
    }

    /** Says why a tile shows what it shows, over the tile; nothing of an empty one. */
    void explain(Node over, LiveTile tile) {
        if (tile.content() instanceof CellContent.Empty) {
            return;
        }
        words.setText(tile.why().stream()
                .map(reason -> texts.get(reason.textKey(), reason.args().toArray()))
                .map(line -> Character.toUpperCase(line.charAt(0)) + line.substring(1))
                .collect(Collectors.joining("\n")));
        words.getStylesheets().setAll(over.getScene().getStylesheets());
        words.getStylesheets().addAll(over.getParent().getStylesheets());
        Point2D at = over.localToScreen(8, 28);
        answer.show(over, at.getX(), at.getY());
    }
}
