package vn.toancanh.ui.shell;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import org.controlsfx.control.PopOver;
import vn.toancanh.base.Texts;
import vn.toancanh.model.Grid;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.Theme;
import vn.toancanh.ui.kit.Tips;
import vn.toancanh.ui.kit.Tokens;

/** A button with the wall's shape on it, which opens the plain shapes to choose from. */
final class ShapeChooser extends Button {
    /** Sides of the squares on offer; Ctrl and the digit chooses one from anywhere. */
    static final int MOST = 8;

    private static final double GLYPH = 36;

    private final Texts texts;
    private final Consumer<Grid> chosen;
    private final PopOver shapes = new PopOver();

    ShapeChooser(Texts texts, Consumer<Grid> chosen) {
        super("", Icons.SHAPE.at(Tokens.ICON_16));
        this.texts = texts;
        this.chosen = chosen;
        getStyleClass().addAll("tc-quiet", "tc-figures");
        setTooltip(Tips.of(texts.get("shell.shape"), "Ctrl+1 … Ctrl+" + MOST));
        setAccessibleText(texts.get("shell.shape"));
        shapes.setArrowLocation(PopOver.ArrowLocation.TOP_LEFT);
        shapes.setDetachable(false);
        shapes.setAnimated(false);
        shapes.getRoot().getStylesheets().setAll(Theme.sheet(ShapeChooser.class, "popover.css"));
        shapes.setContentNode(offer());
        setOnAction(event -> {
            if (shapes.isShowing()) {
                shapes.hide();
            } else {
                shapes.show(this);
            }
        });
    }

    /** Says which shape is on show; empty where it is none of the plain ones. */
    void show(String shape) {
        setText(shape);
    }

    /** A shape in words: columns by rows. */
    static String words(Texts texts, Grid shape) {
        return texts.get("shell.shapeWords", shape.columns(), shape.rows());
    }

    private TilePane offer() {
        TilePane all = new TilePane(Tokens.SPACE_4, Tokens.SPACE_4);
        all.setPrefColumns(4);
        all.getStyleClass().add("tc-shapes");
        for (int side = 1; side <= MOST; side++) {
            Grid shape = new Grid(side, side);
            Button button = new Button(words(texts, shape), glyph(side));
            button.setContentDisplay(ContentDisplay.TOP);
            button.getStyleClass().addAll("tc-quiet", "tc-shape", "tc-figures");
            button.setTooltip(Tips.of(words(texts, shape), "Ctrl+" + side));
            button.setOnAction(event -> {
                shapes.hide();
                chosen.accept(shape);
            });
            all.getChildren().add(button);
        }
        return all;
    }

    private static Region glyph(int side) {
        GridPane glyph = new GridPane();
        double tile = Math.floor(GLYPH / side) - 1;
        for (int i = 0; i < side * side; i++) {
            Region each = new Region();
            each.getStyleClass().add("tc-mark-tile");
            each.setMinSize(tile, tile * 9 / 16 > 1 ? tile * 3 / 4 : 1);
            glyph.add(each, i % side, i / side);
        }
        glyph.setHgap(1);
        glyph.setVgap(1);
        glyph.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        return glyph;
    }
}
