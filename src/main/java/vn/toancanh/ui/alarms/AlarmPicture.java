package vn.toancanh.ui.alarms;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.VBox;
import vn.toancanh.base.Texts;
import vn.toancanh.desk.Glimpse;
import vn.toancanh.ui.kit.Tokens;

/**
 * The picture of an alarm, and what kind of picture it is: the one that came with it, else what its camera shows now, which is
 * said, because nobody must take the one for the other. FX thread.
 */
final class AlarmPicture extends VBox {
    /** The panel without its margins and a scroll bar, which comes and goes. */
    private static final double WIDTH = Tokens.DETAILS_WIDTH - 3 * Tokens.SPACE_12;

    private final Texts texts;
    private final ImageView view = new ImageView();
    private final Label words = new Label();
    private boolean own;
    private boolean camera = true;

    AlarmPicture(Texts texts) {
        super(Tokens.SPACE_4);
        this.texts = texts;
        view.setFitWidth(WIDTH);
        view.setPreserveRatio(true);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        none();
    }

    /** Whether it has a camera that could be shown. */
    void camera(boolean has) {
        camera = has;
        if (view.getImage() == null) {
            none();
        }
    }

    /** The picture that came with it; empty where none did, or it has not come yet. */
    void show(Optional<Image> image) {
        own = image.isPresent();
        if (own) {
            put(image.get(), "alarms.pictureThen", "tc-dim");
        } else {
            none();
        }
    }

    /** What its camera shows now; nothing where there is a picture of its own. */
    void glimpse(Optional<Glimpse> now) {
        if (own) {
            return;
        }
        if (now.isEmpty()) {
            none();
            return;
        }
        Glimpse seen = now.get();
        WritableImage image = view.getImage() instanceof WritableImage before
                        && before.getWidth() == seen.width()
                        && before.getHeight() == seen.height()
                ? before
                : new WritableImage(seen.width(), seen.height());
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        seen.width(),
                        seen.height(),
                        PixelFormat.getIntArgbPreInstance(),
                        seen.argb(),
                        0,
                        seen.width());
        put(image, "alarms.pictureNow", "tc-amber-text");
    }

    private void none() {
        view.setImage(null);
        getChildren().setAll(words);
        say(camera ? "alarms.pictureNone" : "alarms.pictureNoCamera", "tc-dim");
    }

    private void put(Image image, String textKey, String style) {
        view.setImage(image);
        if (getChildren().size() == 1) {
            getChildren().setAll(view, words);
        }
        say(textKey, style);
    }

    private void say(String textKey, String style) {
        words.setText(texts.get(textKey));
        words.getStyleClass().setAll("label", "tc-small", style);
    }
}
