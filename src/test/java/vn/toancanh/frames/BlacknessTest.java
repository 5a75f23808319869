package vn.toancanh.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlacknessTest {
    private static final int WIDTH = 316;
    private static final int HEIGHT = 178;

    private final int[] pixels = new int[WIDTH * HEIGHT];

    private boolean black() {
        return Blackness.of(MemorySegment.ofArray(pixels), 0, WIDTH, HEIGHT, 4 * WIDTH);
    }

    private static int grey(int light) {
        return 0xff000000 | light << 16 | light << 8 | light;
    }

    @Test
    void codedBlackIsBlack() {
        Arrays.fill(pixels, 0xff000000);
        assertThat(black()).isTrue();
        Arrays.fill(pixels, grey(4));
        assertThat(black()).isTrue();
    }

    @Test
    void aCamerasOwnLetteringOverBlackIsStillBlack() {
        Arrays.fill(pixels, grey(2));
        Arrays.fill(pixels, 0, WIDTH * (HEIGHT / 8), grey(255));
        Arrays.fill(pixels, WIDTH * (HEIGHT - HEIGHT / 8), WIDTH * HEIGHT, grey(255));
        assertThat(black()).isTrue();
    }

    @Test
    void anEvenGreyIsNotBlack() {
        Arrays.fill(pixels, grey(40));
        assertThat(black()).isFalse();
    }

    @Test
    void aDarkNightWithOneLampIsNotBlack() {
        Arrays.fill(pixels, grey(6));
        for (int y = 80; y < 96; y++) {
            Arrays.fill(pixels, y * WIDTH + 100, y * WIDTH + 116, grey(200));
        }
        assertThat(black()).isFalse();
    }

    @Test
    void theNoiseOfANightIsNotBlack() {
        Random noise = new Random(5);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = grey(Math.clamp((long) (8 + 6 * noise.nextGaussian()), 0, 255));
        }
        assertThat(black()).isFalse();
    }

    @Test
    void aPictureOfOnePixelIsLookedAtWithoutTrouble() {
        int[] one = {0xff000000};
        assertThat(Blackness.of(MemorySegment.ofArray(one), 0, 1, 1, 4)).isFalse();
    }
}
