package vn.toancanh.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import vn.toancanh.ui.kit.Palette.Tone;

class PaletteTest {
    private static final double AA = 4.5;
    private static final double AA_OF_SHAPES = 3.0;

    private final Palette night = Theme.NIGHT.palette();

    @Test
    void wordsCanBeReadOnEveryGroundTheyStandOn() {
        for (Tone ground : List.of(Tone.GROUND, Tone.PANEL, Tone.RAISED)) {
            for (Tone word : List.of(Tone.TEXT, Tone.DIM, Tone.ACCENT, Tone.AMBER, Tone.RED, Tone.GREEN, Tone.BLUE)) {
                assertThat(contrast(word, ground)).as(word + " on " + ground).isGreaterThanOrEqualTo(AA);
            }
        }
        assertThat(contrast(Tone.TEXT, Tone.HOVER)).isGreaterThanOrEqualTo(AA);
        assertThat(contrast(Tone.TEXT, Tone.SELECTED)).isGreaterThanOrEqualTo(AA);
        assertThat(contrast(Tone.TEXT, Tone.AMBER_GROUND)).isGreaterThanOrEqualTo(AA);
        assertThat(contrast(Tone.TEXT, Tone.RED_GROUND)).isGreaterThanOrEqualTo(AA);
        assertThat(contrast(Tone.TEXT, Tone.BLUE_GROUND)).isGreaterThanOrEqualTo(AA);
        assertThat(contrast(Tone.ON_ACCENT, Tone.ACCENT)).isGreaterThanOrEqualTo(AA);
        assertThat(contrast(Tone.ON_RED, Tone.RED_STRONG)).isGreaterThanOrEqualTo(AA);
    }

    @Test
    void theFrameOfAFieldCanBeSeen() {
        assertThat(contrast(Tone.BORDER, Tone.GROUND)).isGreaterThanOrEqualTo(AA_OF_SHAPES);
    }

    @Test
    void whatLiesOverVideoLetsSomeOfItThrough() {
        assertThat(night.of(Tone.PLATE).getOpacity()).isBetween(0.55, 0.65);
        assertThat(night.of(Tone.SCRIM).getOpacity()).isBetween(0.65, 0.75);
        assertThat(night.of(Tone.CLEAR).getOpacity()).isZero();
    }

    /** WCAG 2.2, contrast ratio. */
    private double contrast(Tone word, Tone ground) {
        double a = luminance(night.of(word)) + 0.05;
        double b = luminance(night.of(ground)) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
