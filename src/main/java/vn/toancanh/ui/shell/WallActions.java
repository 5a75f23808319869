package vn.toancanh.ui.shell;

import java.util.ArrayList;
import java.util.List;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.Carousels;
import vn.toancanh.desk.PaletteAction;
import vn.toancanh.desk.WallDesk;
import vn.toancanh.model.PictureView;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.ui.grid.StreamMenu;
import vn.toancanh.wall.GridShape;

/** What can be done with a wall, for the command palette. FX thread. */
final class WallActions {
    private WallActions() {}

    static List<PaletteAction> of(WallDesk wall, Texts texts) {
        List<PaletteAction> all = new ArrayList<>();
        add(all, texts, "shell.undo", "Ctrl+Z", wall.changes()::undo);
        add(all, texts, "shell.redo", "Ctrl+Y", wall.changes()::redo);
        add(all, texts, "shell.keyRotation", "F4", wall.carousels().rotation()::toggle);
        add(all, texts, "grid.keyAll", "Ctrl+A", wall.chosen()::all);
        add(all, texts, "grid.clear", "Delete", wall.chosen()::clear);
        add(all, texts, "grid.merge", "M", wall.chosen()::merge);
        add(all, texts, "grid.split", "S", wall.chosen()::split);
        add(all, texts, "grid.keyCarousel", "C", () -> Carousels.toggle(wall));
        add(
                all,
                texts,
                "grid.keyHotspot",
                "H",
                () -> wall.hotspots().toggle(wall.wall().selected()));
        add(all, texts, "grid.turn", "T", () -> wall.chosen().view(PictureView::turned));
        add(all, texts, "grid.keyFit", "V", () -> wall.chosen().view(PictureView::refitted));
        for (StreamChoice choice : StreamChoice.values()) {
            add(all, texts, StreamMenu.words(choice), "L", () -> wall.chosen().stream(choice));
        }
        add(all, texts, "grid.back", "Esc", wall::backFromEnlarged);
        for (GridShape shape : GridShape.ALL) {
            String words = texts.get("shell.shape") + " " + ShapeChooser.words(texts, shape);
            all.add(new PaletteAction("shape." + shape.id(), words, "", () -> wall.changeShape(shape)));
        }
        return all;
    }

    private static void add(List<PaletteAction> all, Texts texts, String textKey, String keys, Runnable run) {
        all.add(new PaletteAction(textKey, texts.get(textKey), keys, run));
    }
}
