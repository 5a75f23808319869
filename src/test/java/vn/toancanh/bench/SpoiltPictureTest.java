package vn.toancanh.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

class SpoiltPictureTest {
    private static final int WIDTH = 640;
    private static final WallProbe.Spot SPOT = new WallProbe.Spot(1201, 320, 180, 320, 180);

    private final int[] pixels = new int[WIDTH * 360];
    private final SpoiltPicture picture = new SpoiltPicture();

    private boolean moved() {
        return picture.moved(MemorySegment.ofArray(pixels), WIDTH * 4L, SPOT);
    }

    private void grey(int x, int y, int width, int height, int level) {
        for (int row = y; row < y + height; row++) {
            for (int column = x; column < x + width; column++) {
                pixels[row * WIDTH + column] = level * 0x010101;
            }
        }
    }

    @Test
    void whatStandsDoesNotMoveHoweverOftenItIsLookedAt() {
        grey(320, 180, 320, 180, 128);
        assertThat(moved()).isFalse();
        assertThat(moved()).isFalse();
    }

    @Test
    void aPictureThatIsNewMovesWherePartOfItIs() {
        grey(320, 180, 320, 180, 128);
        moved();
        grey(400, 290, 60, 40, 90);
        assertThat(moved()).isTrue();
        assertThat(moved()).isFalse();
    }

    @Test
    void wordsAtItsTopAndItsNeighboursDoNotMoveIt() {
        grey(320, 180, 320, 180, 128);
        moved();
        grey(320, 180, 320, 60, 20);
        grey(0, 0, 320, 360, 77);
        assertThat(moved()).isFalse();
    }
}
