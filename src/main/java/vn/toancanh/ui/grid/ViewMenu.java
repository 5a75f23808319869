package vn.toancanh.ui.grid;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.PictureView;

/** The lines of a tile's menu about how its picture lies, and about what it showed before. FX thread. */
final class ViewMenu {
    private final WallDesk desk;
    private final ZoomHands zoom;
    private final Texts texts;

    ViewMenu(WallDesk desk, ZoomHands zoom, Texts texts) {
        this.desk = desk;
        this.zoom = zoom;
        this.texts = texts;
    }

    /** How the picture of a tile lies; what is chosen is for all tiles that are selected with it. */
    Menu view(int tile) {
        PictureView now = desk.wall().content(tile) instanceof CellContent.OfCamera of ? of.view() : PictureView.USUAL;
        List<MenuItem> items = new ArrayList<>();
        for (PictureView.Fit fit : PictureView.Fit.values()) {
            RadioMenuItem item = new RadioMenuItem(texts.get(words(fit)));
            item.setSelected(now.fit() == fit);
            item.setOnAction(event -> desk.chosen().view(view -> view.with(fit)));
            items.add(item);
        }
        MenuItem turn = item("grid.turn", new KeyCodeCombination(KeyCode.T));
        turn.setOnAction(event -> desk.chosen().view(PictureView::turned));
        MenuItem all = new MenuItem(texts.get("grid.unzoom"));
        all.setDisable(!zoom.isZoomed(tile));
        all.setOnAction(event -> zoom.reset(tile));
        items.addAll(List.of(new SeparatorMenuItem(), turn, all));
        Menu menu = new Menu(texts.get("grid.view"));
        menu.getItems().setAll(items);
        menu.setDisable(desk.lent().has(tile) || !(desk.wall().content(tile) instanceof CellContent.OfCamera));
        return menu;
    }

    private static String words(PictureView.Fit fit) {
        return switch (fit) {
            case USUAL -> "grid.fitUsual";
            case WHOLE -> "grid.fitWhole";
            case FILL -> "grid.fitFill";
        };
    }

    /** Back and forward through what the tile has shown. */
    List<MenuItem> memory(int tile) {
        MenuItem back = item("grid.before", new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN));
        back.setDisable(!desk.memory().canGoBack(tile));
        back.setOnAction(event -> desk.memory().back(tile));
        MenuItem forward = item("grid.after", new KeyCodeCombination(KeyCode.RIGHT, KeyCombination.ALT_DOWN));
        forward.setDisable(!desk.memory().canGoForward(tile));
        forward.setOnAction(event -> desk.memory().forward(tile));
        return List.of(back, forward);
    }

    private MenuItem item(String textKey, KeyCodeCombination key) {
        MenuItem item = new MenuItem(texts.get(textKey));
        item.setAccelerator(key);
        return item;
    }
}
