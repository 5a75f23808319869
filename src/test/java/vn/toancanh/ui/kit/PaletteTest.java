package vn.toancanh.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.toancanh.ui.kit.Palette.Tone;
import vn.toancanh.ui.testing.Contrast;

class PaletteTest {
    private final Palette night = Theme.NIGHT.palette();

    @Test
    void wordsCanBeReadOnEveryGroundTheyStandOn() {
        for (Tone ground : List.of(Tone.GROUND, Tone.PANEL, Tone.RAISED)) {
            for (Tone word : List.of(Tone.TEXT, Tone.DIM, Tone.ACCENT, Tone.AMBER, Tone.RED, Tone.GREEN, Tone.BLUE)) {
                assertThat(contrast(word, ground)).as(word + " on " + ground).isGreaterThanOrEqualTo(Contrast.AA);
            }
        }
        assertThat(contrast(Tone.TEXT, Tone.HOVER)).isGreaterThanOrEqualTo(Contrast.AA);
        assertThat(contrast(Tone.TEXT, Tone.SELECTED)).isGreaterThanOrEqualTo(Contrast.AA);
        assertThat(contrast(Tone.TEXT, Tone.AMBER_GROUND)).isGreaterThanOrEqualTo(Contrast.AA);
        assertThat(contrast(Tone.TEXT, Tone.RED_GROUND)).isGreaterThanOrEqualTo(Contrast.AA);
        assertThat(contrast(Tone.TEXT, Tone.BLUE_GROUND)).isGreaterThanOrEqualTo(Contrast.AA);
        assertThat(contrast(Tone.ON_ACCENT, Tone.ACCENT)).isGreaterThanOrEqualTo(Contrast.AA);
        assertThat(contrast(Tone.ON_RED, Tone.RED_STRONG)).isGreaterThanOrEqualTo(Contrast.AA);
    }

    @Test
    void whereTheKeyboardIsCanBeSeenOnEveryGround() {
        for (Tone ground :
                List.of(Tone.GROUND, Tone.PANEL, Tone.RAISED, Tone.HOVER, Tone.SELECTED, Tone.PICTURE_GROUND)) {
            assertThat(contrast(Tone.ACCENT, ground))
                    .as("frame on " + ground)
                    .isGreaterThanOrEqualTo(Contrast.AA_OF_SHAPES);
        }
        assertThat(contrast(Tone.OVER_VIDEO, Tone.GROUND)).isGreaterThanOrEqualTo(Contrast.AA_OF_SHAPES);
        assertThat(contrast(Tone.ON_ACCENT, Tone.ACCENT)).isGreaterThanOrEqualTo(Contrast.AA_OF_SHAPES);
    }

    @Test
    void wordsOfWeightCanBeReadOnTheirOwnGround() {
        assertThat(contrast(Tone.AMBER, Tone.AMBER_GROUND)).isGreaterThanOrEqualTo(Contrast.AA);
        assertThat(contrast(Tone.RED, Tone.RED_GROUND)).isGreaterThanOrEqualTo(Contrast.AA);
        assertThat(contrast(Tone.BLUE, Tone.BLUE_GROUND)).isGreaterThanOrEqualTo(Contrast.AA);
        assertThat(contrast(Tone.ACCENT, Tone.SELECTED))
                .as("what was found, in the chosen line")
                .isGreaterThanOrEqualTo(Contrast.AA);
        assertThat(contrast(Tone.DIM, Tone.SELECTED))
                .as("the number in the chosen line")
                .isGreaterThanOrEqualTo(Contrast.AA);
        assertThat(contrast(Tone.DIM, Tone.HOVER)).isGreaterThanOrEqualTo(Contrast.AA);
        assertThat(contrast(Tone.ON_ACCENT, Tone.AMBER))
                .as("the age of a late picture")
                .isGreaterThanOrEqualTo(Contrast.AA);
        assertThat(contrast(Tone.FAINT, Tone.GROUND)).as("large numbers").isGreaterThanOrEqualTo(Contrast.AA_OF_SHAPES);
    }

    @Test
    void theFrameOfAFieldCanBeSeen() {
        assertThat(contrast(Tone.BORDER, Tone.GROUND)).isGreaterThanOrEqualTo(Contrast.AA_OF_SHAPES);
    }

    @Test
    void whatLiesOverVideoLetsSomeOfItThrough() {
        assertThat(night.of(Tone.PLATE).getOpacity()).isBetween(0.55, 0.65);
        assertThat(night.of(Tone.SCRIM).getOpacity()).isBetween(0.65, 0.75);
        assertThat(night.of(Tone.CLEAR).getOpacity()).isZero();
    }

    private double contrast(Tone word, Tone ground) {
        return Contrast.of(night.of(word), night.of(ground));
    }
}
