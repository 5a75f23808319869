package vn.toancanh.simulator.strip;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.toancanh.model.StreamRole;

class StripCodeTest {
    @Test
    void everyMarkComesBackFromItsBits() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            Mark mark = anyMark(random);
            assertThat(StripCode.mark(StripCode.bits(mark))).contains(mark);
        }
    }

    @Test
    void aSingleWrongCellIsNoticed() {
        Random random = new Random(2);
        for (int i = 0; i < 1000; i++) {
            long bits = StripCode.bits(anyMark(random));
            for (int cell = 0; cell < StripCode.CELLS; cell++) {
                assertThat(StripCode.mark(bits ^ 1L << cell)).isEmpty();
            }
        }
    }

    @Test
    void blackWhiteAndGreyPicturesHoldNoMark() {
        for (int colour : new int[] {0xFF000000, 0xFFFFFFFF, 0xFF808080}) {
            int[] pixels = new int[320 * 180];
            Arrays.fill(pixels, colour);
            assertThat(StripReader.read(pixels, 320, 180)).isEmpty();
        }
        assertThat(StripCode.mark(0)).isEmpty();
        assertThat(StripCode.mark((1L << StripCode.CELLS) - 1)).isEmpty();
    }

    @Test
    void readsAtAnyTileSizeDownTo240By135() {
        Random random = new Random(3);
        BufferedImage full = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 200; i++) {
            Mark mark = anyMark(random);
            int[] pixels = ((DataBufferInt) full.getRaster().getDataBuffer()).getData();
            for (int p = 0; p < pixels.length; p++) {
                pixels[p] = random.nextInt(0x1000000);
            }
            StripCode.paint(pixels, 640, 360, mark);
            int width = 240 + random.nextInt(1000);
            int height = Math.round(width * 9 / 16f);
            assertThat(StripReader.read(scaled(full, width, height), width, height))
                    .as("%dx%d", width, height)
                    .contains(mark);
        }
    }

    @Test
    void readsFromARectangleOfALargerPicture() {
        Mark mark = new Mark(1206, StreamRole.MAIN, 299);
        int[] tile = new int[320 * 180];
        StripCode.paint(tile, 320, 180, mark);
        int[] wall = new int[1000 * 700];
        for (int row = 0; row < 180; row++) {
            System.arraycopy(tile, row * 320, wall, (row + 41) * 1000 + 77, 320);
        }
        assertThat(StripReader.read(wall, 1000, 77, 41, 320, 180)).contains(mark);
        assertThat(StripReader.read(wall, 1000, 0, 0, 320, 180)).isEmpty();
    }

    private static Mark anyMark(Random random) {
        return new Mark(
                1 + random.nextInt(0xFFFF),
                random.nextBoolean() ? StreamRole.MAIN : StreamRole.SUB,
                random.nextInt(0x8000));
    }

    private static int[] scaled(BufferedImage full, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(full, 0, 0, width, height, null);
        g.dispose();
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }
}
