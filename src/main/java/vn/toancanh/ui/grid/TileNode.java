package vn.toancanh.ui.grid;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import vn.toancanh.live.TileState;
import vn.toancanh.ui.kit.Icons;
import vn.toancanh.ui.kit.Tokens;

/**
 * What lies over one tile's pixels: the frame that says selected or where a drag would land, and the words of a tile that
 * is not live. A live tile has nothing here that costs a pulse. FX thread.
 */
final class TileNode extends Region {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass WELCOME = PseudoClass.getPseudoClass("welcome");
    private static final PseudoClass UNWELCOME = PseudoClass.getPseudoClass("unwelcome");
    private static final double ROOMY = 400;

    /** What a drag over the tile would do. */
    enum Landing {
        NONE,
        WELCOME,
        UNWELCOME
    }

    private final Label large = new Label();
    private final Label small = new Label();
    private final VBox words = new VBox(Tokens.SPACE_4, large, small);
    private TileState.@Nullable Phase phase;
    private boolean lock;

    TileNode() {
        getStyleClass().add("tile");
        large.getStyleClass().add("tile-large");
        small.getStyleClass().add("tile-small");
        small.setWrapText(true);
        words.setAlignment(Pos.CENTER);
        words.setMouseTransparent(true);
        words.setVisible(false);
        getChildren().add(words);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setFocusTraversable(false);
    }

    void show(TileCaption caption, TileState.Phase now, String spoken) {
        if (now != phase) {
            if (phase != null) {
                pseudoClassStateChanged(of(phase), false);
            }
            phase = now;
            pseudoClassStateChanged(of(now), true);
        }
        boolean silent = caption.large().isEmpty() && caption.small().isEmpty();
        if (words.isVisible() == silent) {
            words.setVisible(!silent);
        }
        set(large, caption.large());
        set(small, caption.small());
        if (caption.lock() != lock) {
            lock = caption.lock();
            large.setGraphic(lock ? Icons.LOCKED.at(Tokens.ICON_20) : null);
        }
        if (!spoken.equals(getAccessibleText())) {
            setAccessibleText(spoken);
        }
    }

    private static void set(Label label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
            label.setVisible(!text.isEmpty());
            label.setManaged(!text.isEmpty());
        }
    }

    void select(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    void land(Landing landing) {
        pseudoClassStateChanged(WELCOME, landing == Landing.WELCOME);
        pseudoClassStateChanged(UNWELCOME, landing == Landing.UNWELCOME);
    }

    private static PseudoClass of(TileState.Phase phase) {
        return PseudoClass.getPseudoClass(phase.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @Override
    protected void layoutChildren() {
        boolean roomy = getWidth() >= ROOMY;
        if (roomy != words.getStyleClass().contains("tile-roomy")) {
            if (roomy) {
                words.getStyleClass().add("tile-roomy");
            } else {
                words.getStyleClass().remove("tile-roomy");
            }
        }
        double top = Tokens.TILE_HEADER_HEIGHT;
        words.resizeRelocate(
                Tokens.SPACE_8, top, Math.max(0, getWidth() - 2 * Tokens.SPACE_8), Math.max(0, getHeight() - 2 * top));
    }
}
