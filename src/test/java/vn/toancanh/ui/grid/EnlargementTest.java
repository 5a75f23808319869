package vn.toancanh.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EnlargementTest {
    private static final int BLACK = 0xff000000;

    private static int grey(int level) {
        return BLACK | level << 16 | level << 8 | level;
    }

    @Test
    void aPictureOfItsOwnSizeStaysAsItIs() {
        int[] picture = {0xff102030, 0xffffffff, 0xff000000, 0xffc0ffee, 0xff123456, 0xffabcdef};
        int[] same = new int[6];
        new Enlargement().draw(picture, 3, 2, same, 3, new PixelRect(0, 0, 3, 2));
        assertThat(same).isEqualTo(picture);
    }

    @Test
    void aSlopeStaysASlopeAndEdgesStayWhereTheyAre() {
        int width = 10;
        int wide = 40;
        int[] picture = new int[width * 4];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = grey(20 * (i % width));
        }
        int[] drawn = new int[wide * 16];
        new Enlargement().draw(picture, width, 4, drawn, wide, new PixelRect(0, 0, wide, 16));
        for (int x = 0; x < wide; x++) {
            double exact = Math.clamp((x + 0.5) * width / wide - 0.5, 0, width - 1.0) * 20;
            for (int y = 0; y < 16; y++) {
                assertThat((double) (drawn[y * wide + x] & 255)).isCloseTo(exact, within(1.5));
            }
        }
    }

    @Test
    void brightPixelsDoNotRunIntoOneAnothersChannels() {
        int[] picture = {0xffffffff, 0xffff0000, 0xff00ff00, 0xff0000ff};
        int[] drawn = new int[64];
        new Enlargement().draw(picture, 2, 2, drawn, 8, new PixelRect(0, 0, 8, 8));
        assertThat(drawn[0]).isEqualTo(0xffffffff);
        assertThat(drawn[7]).isEqualTo(0xffff0000);
        assertThat(drawn[56]).isEqualTo(0xff00ff00);
        assertThat(drawn[63]).isEqualTo(0xff0000ff);
        assertThat(Arrays.stream(drawn).allMatch(pixel -> pixel >>> 24 == 255)).isTrue();
    }

    @Test
    void nothingIsDrawnBesideItsPlaceAndAnotherSizeMayFollow() {
        Enlargement enlargement = new Enlargement();
        int[] picture = new int[12];
        Arrays.fill(picture, grey(100));
        for (int size = 6; size < 12; size++) {
            int[] drawn = new int[20 * 20];
            PixelRect place = new PixelRect(3, 2, size, size - 1);
            enlargement.draw(picture, 4, 3, drawn, 20, place);
            for (int i = 0; i < drawn.length; i++) {
                int x = i % 20;
                int y = i / 20;
                boolean inside = x >= 3 && x < 3 + size && y >= 2 && y < 1 + size;
                assertThat(drawn[i]).isEqualTo(inside ? grey(100) : 0);
            }
        }
    }
}
