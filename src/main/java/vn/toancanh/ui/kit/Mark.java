package vn.toancanh.ui.kit;

import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** The program's mark: a wall of nine tiles, one of which is looked at. */
public final class Mark extends GridPane {
    private static final int SIDE = 3;
    private static final int LOOKED_AT = 5;

    /** @param tile width of a tile in pixels */
    public Mark(double tile) {
        setHgap(Math.max(1, tile / 4));
        setVgap(Math.max(1, tile / 4));
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        for (int i = 0; i < SIDE * SIDE; i++) {
            Region each = new Region();
            each.getStyleClass().add(i == LOOKED_AT ? "tc-mark-looked-at" : "tc-mark-tile");
            each.setPrefSize(tile * 4 / 3, tile);
            each.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
            add(each, i % SIDE, i / SIDE);
        }
    }
}
