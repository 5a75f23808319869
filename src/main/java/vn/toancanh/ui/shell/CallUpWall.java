package vn.toancanh.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.CallUpDesk;
import vn.toancanh.desk.WallDesk;

/** A wall with what is typed to call cameras up over it. The keyboard goes to the wall itself. */
final class CallUpWall extends StackPane {
    private final Node grid;

    CallUpWall(Node grid, CallUpDesk callUp, WallDesk wall, Texts texts) {
        this.grid = grid;
        CallUpPlate plate = new CallUpPlate(texts, callUp, wall);
        StackPane.setAlignment(plate, Pos.BOTTOM_LEFT);
        setMinSize(0, 0);
        getChildren().addAll(grid, plate);
        new CallUpKeys(callUp, wall, this);
        new WallKeys(wall, this);
    }

    @Override
    public void requestFocus() {
        grid.requestFocus();
    }
}
