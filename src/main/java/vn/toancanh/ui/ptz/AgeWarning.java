package vn.toancanh.ui.ptz;

import java.util.Optional;
import javafx.scene.control.Label;
import vn.toancanh.base.Texts;
import vn.toancanh.live.PictureAge;

/**
 * Says that the picture of the head that is steered is so old that whoever steers by it overshoots. It stays for a while when the picture is newer again: a
 * line that comes and goes with every picture cannot be read, and moves the buttons under the hand. FX thread.
 */
final class AgeWarning extends Label {
    /** It goes after so many looks in a row at pictures that are new enough. */
    static final int CALM_LOOKS = 4;

    private final Texts texts;
    private int calm = CALM_LOOKS;

    AgeWarning(Texts texts) {
        this.texts = texts;
        getStyleClass().add("tc-steering-age");
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        tell(Optional.empty());
    }

    /** As old is the picture now; empty where that is not known. True where it has come or gone. */
    boolean tell(Optional<PictureAge> age) {
        boolean before = isVisible();
        Optional<PictureAge> old = age.filter(PictureAge::tooOldToSteer);
        calm = old.isPresent() ? 0 : Math.min(CALM_LOOKS, calm + 1);
        old.ifPresent(each -> setText(texts.get("ptz.pictureOld", each.millis() / 1000.0)));
        setVisible(calm < CALM_LOOKS);
        setManaged(isVisible());
        return before != isVisible();
    }

    /** Another head is steered, or none. */
    void forget() {
        calm = CALM_LOOKS;
        tell(Optional.empty());
    }
}
