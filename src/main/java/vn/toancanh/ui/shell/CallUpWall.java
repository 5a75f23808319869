package vn.toancanh.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.CallUpDesk;
import vn.toancanh.desk.WallDesk;

/** A wall with what is typed to call cameras up over it, and the command palette. The keyboard goes to the wall itself. */
final class CallUpWall extends StackPane {
    private final Node grid;
    private final PalettePane palette;

    CallUpWall(Node grid, CallUpDesk callUp, WallDesk wall, Texts texts, PalettePane palette) {
        this.grid = grid;
        this.palette = palette;
        CallUpPlate plate = new CallUpPlate(texts, callUp, wall);
        StackPane.setAlignment(plate, Pos.BOTTOM_LEFT);
        setMinSize(0, 0);
        getChildren().addAll(grid, plate, palette);
        new CallUpKeys(callUp, wall, this);
        new WallKeys(wall, this, palette::toggle);
    }

    /** Puts that above the tiles, below the palette. */
    void add(Node plate, Pos where) {
        StackPane.setAlignment(plate, where);
        getChildren().add(getChildren().indexOf(palette), plate);
    }

    @Override
    public void requestFocus() {
        grid.requestFocus();
    }

    void closePalette() {
        if (palette.isVisible()) {
            palette.close();
        }
    }

    void togglePalette() {
        palette.toggle();
    }
}
