package vn.toancanh.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PixelsTest {
    @Test
    void layingOverIsWithinOneStepOfTheExactSum() {
        Random random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            int alpha = random.nextInt(256);
            int above = alpha << 24;
            int below = 0xff000000 | random.nextInt(0x1000000);
            for (int shift = 0; shift < 24; shift += 8) {
                above |= random.nextInt(alpha + 1) << shift;
            }
            int got = Pixels.over(above, below);
            assertThat(got >>> 24).isEqualTo(255);
            for (int shift = 0; shift < 24; shift += 8) {
                double exact = (above >> shift & 255) + (below >> shift & 255) * (255 - alpha) / 255.0;
                assertThat((double) (got >> shift & 255)).isBetween(exact - 1.5, exact + 1.5);
            }
        }
    }

    @Test
    void dimmedAndGreyPixelsStayOpaque() {
        assertThat(Pixels.dim(0xffff8040, 128)).isEqualTo(0xff7f4020);
        int grey = Pixels.grey(0xff204080);
        assertThat(grey >>> 24).isEqualTo(255);
        assertThat(grey & 255).isEqualTo(grey >> 8 & 255).isEqualTo(grey >> 16 & 255);
        assertThat(Pixels.grey(0xffffffff)).isEqualTo(0xffffffff);
    }

    @Test
    void aFrameFillsExactlyWhatThePictureLeaves() {
        int[] pixels = new int[20 * 20];
        PixelRect outer = new PixelRect(2, 3, 15, 12);
        PixelRect inner = new PixelRect(5, 6, 4, 4);
        Pixels.frame(pixels, 20, outer, inner, 7);
        for (int y = 0; y < 20; y++) {
            for (int x = 0; x < 20; x++) {
                boolean inOuter = x >= 2 && x < 17 && y >= 3 && y < 15;
                boolean inInner = x >= 5 && x < 9 && y >= 6 && y < 10;
                assertThat(pixels[y * 20 + x]).isEqualTo(inOuter && !inInner ? 7 : 0);
            }
        }
    }

    @Test
    void scalingToTheSameSizeCopiesAndToDoubleRepeats() {
        int[] picture = {1, 2, 3, 4};
        int[] same = new int[4];
        Pixels.scale(picture, 2, 2, 0, same, 2, new PixelRect(0, 0, 2, 2));
        assertThat(same).containsExactly(1, 2, 3, 4);
        int[] twice = new int[16];
        Pixels.scale(picture, 2, 2, 0, twice, 4, new PixelRect(0, 0, 4, 4));
        assertThat(twice).containsExactly(1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4);
        int[] lower = new int[4];
        Pixels.scale(picture, 2, 2, 1, lower, 2, new PixelRect(0, 0, 2, 2));
        assertThat(lower).containsExactly(3, 4, 3, 4);
    }
}
