package vn.toancanh.ui.shell;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.CallUpDesk;
import vn.toancanh.desk.WallDesk;

/** A wall with what is typed to call cameras up over it, and the command palette. The keyboard goes to the wall itself. */
final class CallUpWall extends StackPane {
    private final Node grid;
    private final Supplier<PalettePane> making;
    private @Nullable PalettePane palette;

    /**
     * @param making the palette, once somebody wants it
     * @param elsewhere whether digits that are typed on it mean something else now
     */
    CallUpWall(
            Node grid,
            CallUpDesk callUp,
            WallDesk wall,
            Texts texts,
            Supplier<PalettePane> making,
            BooleanSupplier elsewhere) {
        this.grid = grid;
        this.making = making;
        CallUpPlate plate = new CallUpPlate(texts, callUp, wall);
        StackPane.setAlignment(plate, Pos.BOTTOM_LEFT);
        setMinSize(0, 0);
        getChildren().addAll(grid, plate);
        new CallUpKeys(callUp, wall, this, elsewhere);
        new WallKeys(wall, this, this::togglePalette);
    }

    /** Puts that above the tiles, below the palette. */
    void add(Node plate, Pos where) {
        StackPane.setAlignment(plate, where);
        getChildren().add(palette == null ? getChildren().size() : getChildren().indexOf(palette), plate);
    }

    @Override
    public void requestFocus() {
        grid.requestFocus();
    }

    void closePalette() {
        PalettePane made = palette;
        if (made != null && made.isVisible()) {
            made.close();
        }
    }

    void togglePalette() {
        PalettePane made = palette;
        if (made == null) {
            made = making.get();
            palette = made;
            getChildren().add(made);
        }
        made.toggle();
    }
}
