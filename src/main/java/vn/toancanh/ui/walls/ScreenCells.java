package vn.toancanh.ui.walls;

import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Layout;
import vn.toancanh.wall.WallState;

/** The tiles of one screen in little: a click chooses one, one that is dragged onto another swaps both. FX thread. */
final class ScreenCells extends Pane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("target");
    private static final double NUMBER_FITS = 30;

    /** What is done with tiles, counted from 0. */
    interface Hands {
        /** True where whoever sits here may change anything there. */
        boolean may();

        void choose(int tile);

        void swap(int tile, int with);
    }

    private final Function<CameraId, String> called;
    private final Hands hands;
    private Optional<Layout> drawn = Optional.empty();
    private int chosen = WallState.NONE;
    private int pressed = WallState.NONE;
    private int target = WallState.NONE;

    ScreenCells(Function<CameraId, String> called, Hands hands) {
        this.called = called;
        this.hands = hands;
        getStyleClass().add("tc-screen-cells");
        setMinSize(0, 0);
        layoutBoundsProperty().addListener((any, before, now) -> draw());
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
    }

    void show(Optional<Layout> layout, int chosenTile) {
        drawn = layout;
        chosen = chosenTile;
        draw();
    }

    private void draw() {
        getChildren().clear();
        drawn.ifPresent(layout -> {
            double across = getWidth() / layout.grid().columns();
            double down = getHeight() / layout.grid().rows();
            for (int tile = 0; tile < layout.cells().size(); tile++) {
                Cell cell = layout.cells().get(tile);
                Label one = new Label(fits(across * cell.width(), down * cell.height()) ? words(cell.content()) : "");
                one.getStyleClass().addAll("tc-small", "tc-figures", "tc-screen-cell");
                if (cell.content() instanceof CellContent.Empty) {
                    one.getStyleClass().add("tc-empty");
                }
                one.pseudoClassStateChanged(CHOSEN, tile == chosen);
                one.pseudoClassStateChanged(TARGET, tile == target);
                one.setAlignment(Pos.CENTER);
                one.resizeRelocate(
                        Math.floor(cell.x() * across),
                        Math.floor(cell.y() * down),
                        Math.max(1, Math.floor(cell.width() * across) - 1),
                        Math.max(1, Math.floor(cell.height() * down) - 1));
                one.setManaged(false);
                one.setMouseTransparent(true);
                getChildren().add(one);
            }
        });
    }

    private static boolean fits(double width, double height) {
        return width >= NUMBER_FITS && height >= NUMBER_FITS / 2;
    }

    private String words(CellContent content) {
        return content.cameras().isEmpty()
                ? ""
                : called.apply(content.cameras().getFirst())
                        + (content.cameras().size() > 1
                                ? " +" + (content.cameras().size() - 1)
                                : "");
    }

    private int at(MouseEvent event) {
        if (drawn.isEmpty() || !contains(event.getX(), event.getY())) {
            return WallState.NONE;
        }
        Layout layout = drawn.get();
        int x = (int) (event.getX() * layout.grid().columns() / getWidth());
        int y = (int) (event.getY() * layout.grid().rows() / getHeight());
        for (int tile = 0; tile < layout.cells().size(); tile++) {
            Cell cell = layout.cells().get(tile);
            if (x >= cell.x() && x < cell.x() + cell.width() && y >= cell.y() && y < cell.y() + cell.height()) {
                return tile;
            }
        }
        return WallState.NONE;
    }

    private void press(MouseEvent event) {
        pressed = event.getButton() == MouseButton.PRIMARY && hands.may() ? at(event) : WallState.NONE;
        // Else it is a click on the screen that they belong to.
        if (pressed != WallState.NONE) {
            event.consume();
        }
    }

    private void drag(MouseEvent event) {
        if (pressed == WallState.NONE) {
            return;
        }
        event.consume();
        int over = at(event);
        int next = over == pressed ? WallState.NONE : over;
        if (next != target) {
            target = next;
            draw();
        }
    }

    private void release(MouseEvent event) {
        if (pressed == WallState.NONE) {
            return;
        }
        event.consume();
        int from = pressed;
        int to = at(event);
        pressed = WallState.NONE;
        target = WallState.NONE;
        draw();
        if (to == from) {
            hands.choose(from);
        } else if (to != WallState.NONE) {
            hands.swap(from, to);
        }
    }
}
