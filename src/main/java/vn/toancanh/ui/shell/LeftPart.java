package vn.toancanh.ui.shell;

import javafx.scene.Cursor;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.toancanh.base.Texts;
import vn.toancanh.prefs.PreferenceKey;
import vn.toancanh.prefs.Preferences;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.RailButton;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.ui.tree.CameraTreeView;

/** The left side of the main window: a rail of buttons, and the camera tree as wide as the person drew it. */
final class LeftPart extends HBox {
    private static final double LEAST_PANEL = 200;
    private static final double MOST_PANEL = 560;

    private final RailButton cameras;
    private final VBox rail;
    private final HBox panel;

    LeftPart(Texts texts, ShellActions actions, CameraTreeView tree, Preferences preferences) {
        cameras = new RailButton(Icons.CAMERAS, texts.get("shell.cameras"), "F9");
        cameras.setOnAction(event -> actions.toggleLeft());
        RailButton wallOnly = new RailButton(Icons.WALL_ONLY, texts.get("shell.wallOnly"), "F12");
        wallOnly.setOnAction(event -> {
            wallOnly.setSelected(false);
            actions.toggleWallOnly();
        });
        Region between = new Region();
        VBox.setVgrow(between, Priority.ALWAYS);
        rail = new VBox(Tokens.SPACE_4, cameras, between, wallOnly);
        rail.getStyleClass().add("tc-rail");
        panel = panel(tree, preferences);
        setMinWidth(USE_PREF_SIZE);
    }

    private static HBox panel(CameraTreeView tree, Preferences preferences) {
        tree.setPrefWidth(Math.clamp(preferences.get(PreferenceKey.PANEL_WIDTH), LEAST_PANEL, MOST_PANEL));
        HBox.setHgrow(tree, Priority.ALWAYS);
        Region edge = new Region();
        edge.getStyleClass().add("tc-panel-edge");
        edge.setCursor(Cursor.H_RESIZE);
        edge.setOnMouseDragged(event -> {
            double width = event.getSceneX() - tree.localToScene(0, 0).getX();
            tree.setPrefWidth(Math.clamp(width, LEAST_PANEL, MOST_PANEL));
        });
        edge.setOnMouseReleased(event -> preferences.set(PreferenceKey.PANEL_WIDTH, tree.getPrefWidth()));
        return new HBox(tree, edge);
    }

    /** Shows the rail, with the tree beside it or not. */
    void show(LeftSide side) {
        getChildren().setAll(rail);
        if (side == LeftSide.PANEL) {
            getChildren().add(panel);
        }
        mark(side);
    }

    /** Marks on the rail whether the tree is shown. */
    void mark(LeftSide side) {
        cameras.setSelected(side == LeftSide.PANEL);
    }
}
