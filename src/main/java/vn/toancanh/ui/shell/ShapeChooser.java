package vn.toancanh.ui.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import org.controlsfx.control.PopOver;
import vn.toancanh.base.Texts;
import vn.toancanh.model.Cell;
import vn.toancanh.model.Grid;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.Theme;
import vn.toancanh.ui.kit.Tips;
import vn.toancanh.ui.kit.Tokens;
import vn.toancanh.wall.GridShape;

/** A button with the wall's shape on it, which opens the shapes to choose from. */
final class ShapeChooser extends Button {
    private static final int COLUMNS = 7;
    private static final double GLYPH_WIDTH = 40;
    private static final double GLYPH_HEIGHT = 24;
    private static final PseudoClass SHOWN = PseudoClass.getPseudoClass("shown");

    private final Texts texts;
    private final Consumer<GridShape> chosen;
    private final PopOver shapes = new PopOver();
    private final Map<String, Button> offered = new LinkedHashMap<>();

    ShapeChooser(Texts texts, Consumer<GridShape> chosen) {
        super("", Icons.SHAPE.at(Tokens.ICON_16));
        this.texts = texts;
        this.chosen = chosen;
        getStyleClass().addAll("tc-quiet", "tc-figures");
        setTooltip(Tips.of(texts.get("shell.shape"), ShellKeys.SQUARES));
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
        setAccessibleText(texts.get("shell.shape") + " " + shape);
        offered.forEach((words, button) -> {
            boolean shown = words.equals(shape);
            button.pseudoClassStateChanged(SHOWN, shown);
            button.setAccessibleText(shown ? texts.get("shell.shapeShown", words) : words);
        });
    }

    /** A shape in words: columns by rows, or large and small tiles. */
    static String words(Texts texts, GridShape shape) {
        Grid grid = shape.grid();
        return shape.isUniform() ? texts.get("shell.shapeWords", grid.columns(), grid.rows()) : shape.id();
    }

    private TilePane offer() {
        TilePane all = new TilePane(Tokens.SPACE_4, Tokens.SPACE_4);
        all.setPrefColumns(COLUMNS);
        all.getStyleClass().add("tc-shapes");
        for (GridShape shape : GridShape.ALL) {
            String words = words(texts, shape);
            Button button = new Button(words, glyph(shape));
            button.setContentDisplay(ContentDisplay.TOP);
            button.getStyleClass().addAll("tc-quiet", "tc-shape", "tc-figures");
            button.setTooltip(Tips.of(words, key(shape)));
            button.setOnAction(event -> {
                shapes.hide();
                chosen.accept(shape);
            });
            offered.put(words, button);
            all.getChildren().add(button);
        }
        return all;
    }

    /** The key that chooses it from anywhere; empty where none does. */
    static String key(GridShape shape) {
        int side = shape.grid().columns();
        boolean square = shape.isUniform() && side == shape.grid().rows();
        // On the digits in the order of the keyboard, so that the last stands for ten.
        return square && side <= 10 ? "Ctrl+" + side % 10 : "";
    }

    /** The shape drawn small, all of one size: an edge lies on a whole pixel, so that tiles differ by a pixel at most. */
    private static Pane glyph(GridShape shape) {
        Pane glyph = new Pane();
        glyph.setMinSize(GLYPH_WIDTH, GLYPH_HEIGHT);
        glyph.setMaxSize(GLYPH_WIDTH, GLYPH_HEIGHT);
        Grid grid = shape.grid();
        for (Cell cell : shape.cells()) {
            double x = edge(cell.x(), grid.columns(), GLYPH_WIDTH);
            double y = edge(cell.y(), grid.rows(), GLYPH_HEIGHT);
            Region each = new Region();
            each.getStyleClass().add("tc-mark-tile");
            each.setManaged(false);
            each.resizeRelocate(
                    x,
                    y,
                    edge(cell.x() + cell.width(), grid.columns(), GLYPH_WIDTH) - x - 1,
                    edge(cell.y() + cell.height(), grid.rows(), GLYPH_HEIGHT) - y - 1);
            glyph.getChildren().add(each);
        }
        return glyph;
    }

    private static double edge(int line, int lines, double length) {
        return Math.round(line * (length + 1) / lines);
    }
}
