package vn.toancanh.ui.grid;

import java.util.Locale;
import javafx.css.PseudoClass;
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
    private static final PseudoClass FOREMOST = PseudoClass.getPseudoClass("foremost");
    private static final PseudoClass WELCOME = PseudoClass.getPseudoClass("welcome");
    private static final PseudoClass UNWELCOME = PseudoClass.getPseudoClass("unwelcome");
    private static final PseudoClass POINTED = PseudoClass.getPseudoClass("pointed");

    /** What a drag over the tile would do. */
    enum Landing {
        NONE,
        WELCOME,
        UNWELCOME
    }

    private static final PseudoClass ALARM = PseudoClass.getPseudoClass("alarm");
    private static final PseudoClass CALLING = PseudoClass.getPseudoClass("calling");

    private final Label large = new Label();
    private final Label small = new Label();
    private final VBox words = new VBox(large, small);
    private TileState.@Nullable Phase phase;
    private TileCaption.Sign sign = TileCaption.Sign.NONE;
    private boolean aside;
    private @Nullable AlarmPlate plate;
    private String ownWords = "";
    private String alarmWords = "";

    TileNode() {
        getStyleClass().add("tile");
        large.getStyleClass().add("tile-word");
        small.getStyleClass().add("tile-note");
        large.setWrapText(true);
        small.setWrapText(true);
        for (Label each : new Label[] {large, small}) {
            each.setVisible(false);
            each.setManaged(false);
        }
        words.getStyleClass().add("tile-words");
        words.setMouseTransparent(true);
        words.setVisible(false);
        getChildren().add(words);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setFocusTraversable(false);
        // The grid places it; what is said in it must not make the grid lay out all tiles anew.
        setManaged(false);
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
        if (caption.aside() != aside) {
            aside = caption.aside();
            requestLayout();
        }
        sign(caption.sign());
        ownWords = spoken;
        speak();
    }

    private void speak() {
        String all = alarmWords.isEmpty() ? ownWords : ownWords + " · " + alarmWords;
        if (!all.equals(getAccessibleText())) {
            setAccessibleText(all);
        }
    }

    private void sign(TileCaption.Sign now) {
        if (now != sign) {
            sign = now;
            large.setGraphic(
                    switch (now) {
                        case NONE -> null;
                        case LOCK -> Icons.LOCKED.at(Tokens.ICON_20);
                        case LOOK -> Icons.LOOK.at(Tokens.ICON_20);
                        case ACT -> Icons.ACT.at(Tokens.ICON_20);
                    });
        }
    }

    private static void set(Label label, String text) {
        if (!text.equals(label.getText())) {
            label.setText(text);
            label.setVisible(!text.isEmpty());
            label.setManaged(!text.isEmpty());
        }
    }

    /** @param foremost true where it is the one of several selected tiles that keys speak to */
    void select(boolean selected, boolean foremost) {
        pseudoClassStateChanged(SELECTED, selected);
        pseudoClassStateChanged(FOREMOST, foremost);
    }

    /** @param pointed true where the keyboard is at the grid and its first step would come here */
    void point(boolean pointed) {
        pseudoClassStateChanged(POINTED, pointed);
    }

    void land(Landing landing) {
        pseudoClassStateChanged(WELCOME, landing == Landing.WELCOME);
        pseudoClassStateChanged(UNWELCOME, landing == Landing.UNWELCOME);
    }

    /**
     * Shows an alarm at its foot, or none.
     *
     * @param calling true while nobody has accepted the alarm
     * @param spoken the same for screen readers; empty where there is none
     */
    void mark(@Nullable AlarmPlate now, boolean calling, String spoken) {
        alarmWords = spoken;
        speak();
        if (now != plate) {
            if (plate != null) {
                getChildren().remove(plate);
            }
            plate = now;
            if (now != null) {
                getChildren().add(now);
            }
            pseudoClassStateChanged(ALARM, now != null);
        }
        pseudoClassStateChanged(CALLING, calling);
        if (now != null) {
            requestLayout();
        }
    }

    private static PseudoClass of(TileState.Phase phase) {
        return PseudoClass.getPseudoClass(phase.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    @Override
    protected void layoutChildren() {
        TileScale scale = TileScale.of(getWidth());
        if (!words.getStyleClass().contains(scale.styleClass())) {
            words.getStyleClass().setAll("tile-words", scale.styleClass());
            words.applyCss();
        }
        double above = scale.headerHeight() + Tokens.SPACE_4;
        double width = Math.min(Math.ceil(words.prefWidth(-1)), Math.max(0, getWidth() - 2 * Tokens.SPACE_8));
        double foot = getHeight() - (plate == null ? 0 : plate.layIn(getWidth(), getHeight()));
        double height = Math.min(Math.ceil(words.prefHeight(width)), Math.max(0, foot - above - Tokens.SPACE_4));
        double x = aside ? Tokens.SPACE_8 : Math.round((getWidth() - width) / 2);
        double y = aside ? foot - height - Tokens.SPACE_8 : Math.round((foot - height) / 2);
        words.resizeRelocate(x, Math.max(above, y), width, height);
    }
}
