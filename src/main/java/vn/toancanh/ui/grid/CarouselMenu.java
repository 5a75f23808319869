package vn.toancanh.ui.grid;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.Carousels;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.model.CellContent.Carousel;

/** The lines of a tile's menu about cameras that take turns. FX thread. */
final class CarouselMenu {
    private static final List<Integer> DWELLS = List.of(3, 5, 10, 20, 30, 60);

    private final WallDesk desk;
    private final Texts texts;
    private final TurnsEditor editor;

    CarouselMenu(WallDesk desk, Texts texts) {
        this.desk = desk;
        this.texts = texts;
        this.editor = new TurnsEditor(desk, texts);
    }

    /** @param over the tile, over which the turns are edited one by one */
    Menu menu(Node over, int tile) {
        Menu menu = new Menu(texts.get("grid.carousel"));
        boolean is = desk.chosen().isCarousel();
        MenuItem turn = new MenuItem(texts.get(is ? "grid.carouselEnd" : "grid.carouselBegin"));
        turn.setAccelerator(new KeyCodeCombination(KeyCode.C));
        turn.setOnAction(event -> Carousels.toggle(desk));
        menu.getItems().add(turn);
        if (desk.wall().content(tile) instanceof Carousel carousel) {
            menu.getItems().add(new SeparatorMenuItem());
            for (int seconds : DWELLS) {
                RadioMenuItem each = new RadioMenuItem(texts.get("grid.carouselEach", seconds));
                each.setSelected(carousel.stops().stream().allMatch(stop -> stop.seconds() == seconds));
                each.setOnAction(event -> desk.chosen().dwell(seconds));
                menu.getItems().add(each);
            }
            MenuItem one = new MenuItem(texts.get("grid.turnsEdit"));
            one.setOnAction(event -> {
                if (desk.changes().allowed()) {
                    editor.show(over, tile);
                }
            });
            menu.getItems().addAll(new SeparatorMenuItem(), one);
        }
        menu.setDisable(!desk.chosen().canRotate());
        return menu;
    }
}
