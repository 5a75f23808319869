package vn.toancanh.ui.kit;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.layout.Region;

/**
 * How large a card over the wall may become. On the smallest screen it takes what there is; on a large one so much that there is room for what
 * is in it, and around it the wall is seen. FX thread.
 */
public final class Roomy {
    /** Of the height, and of the width, that a large screen has. */
    private static final double SHARE = 0.62;

    private Roomy() {}

    /**
     * Lets a card become higher with what it lies over.
     *
     * @param card in the middle of {@code over}, which holds it within its own size
     * @param least it may always be so high, device-independent pixels
     * @param wished as high as what is listed in it, so that nobody scrolls where there is room
     */
    public static void height(Region card, Region over, double least, ObservableDoubleValue wished) {
        card.maxHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.max(Math.max(least, wished.get()), SHARE * over.getHeight()),
                        over.heightProperty(),
                        wished));
    }

    /** The same for its width, which nothing wishes. */
    public static void width(Region card, Region over, double least) {
        card.maxWidthProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.max(least, SHARE * over.getWidth()), over.widthProperty()));
    }
}
