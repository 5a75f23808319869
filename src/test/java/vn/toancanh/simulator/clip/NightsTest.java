package vn.toancanh.simulator.clip;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.toancanh.model.Codec;
import vn.toancanh.model.StreamRole;

/** Still nights: nothing moves; one has the noise of a sensor, the other none. */
class NightsTest {
    private static ClipPainter painter(ClipSpec.Showing showing) {
        return new ClipPainter(spec(showing));
    }

    private static ClipSpec spec(ClipSpec.Showing showing) {
        return new ClipSpec(1299, 4, "1299 Thử", StreamRole.SUB, Codec.H264, showing, 0);
    }

    private static double apart(int[] one, int[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += Math.abs((one[i] >> 8 & 0xFF) - (other[i] >> 8 & 0xFF));
        }
        return sum / one.length;
    }

    private static double mean(int[] picture) {
        double sum = 0;
        for (int p : picture) {
            sum += p >> 8 & 0xFF;
        }
        return sum / picture.length;
    }

    @Test
    void everyPictureOfANoisyNightIsAnotherButOfTheSameScene() {
        ClipPainter night = painter(ClipSpec.Showing.NOISY_NIGHT);
        int[] first = night.paint(0).clone();
        int[] second = night.paint(1).clone();
        int[] late = night.paint(59).clone();
        assertThat(apart(first, second)).isBetween(1.0, 8.0);
        assertThat(apart(first, late)).isBetween(1.0, 8.0);
        assertThat(spec(ClipSpec.Showing.NOISY_NIGHT).frames()).isEqualTo(90);
    }

    @Test
    void everyPictureOfAStillNightIsTheSame() {
        ClipPainter night = painter(ClipSpec.Showing.STILL_NIGHT);
        assertThat(night.paint(0).clone()).isEqualTo(night.paint(17));
    }

    @Test
    void nightIsDarkerThanDayAndNotBlack() {
        double day = mean(painter(ClipSpec.Showing.LIVE).paint(0));
        double night = mean(painter(ClipSpec.Showing.STILL_NIGHT).paint(0));
        assertThat(night).isLessThan(day).isGreaterThan(12);
    }
}
