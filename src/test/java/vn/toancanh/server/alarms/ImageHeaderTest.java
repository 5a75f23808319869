package vn.toancanh.server.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ImageHeaderTest {
    private static byte[] coded(String format, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out))
                .isTrue();
        return out.toByteArray();
    }

    @Test
    void realPicturesAreKnown() throws IOException {
        assertThat(ImageHeader.of(coded("jpg", 640, 360))).contains(new ImageHeader("image/jpeg", 640, 360));
        assertThat(ImageHeader.of(coded("png", 33, 77))).contains(new ImageHeader("image/png", 33, 77));
    }

    @Test
    void othersAndTooLargeOnesAreNot() throws IOException {
        assertThat(ImageHeader.of(coded("gif", 10, 10))).isEmpty();
        assertThat(ImageHeader.of(coded("bmp", 10, 10))).isEmpty();
        assertThat(ImageHeader.of(new byte[0])).isEmpty();
        assertThat(ImageHeader.of(coded("png", ImageHeader.MOST_SIDE + 1, 1))).isEmpty();
        assertThat(ImageHeader.of(coded("png", ImageHeader.MOST_SIDE, 1))).isPresent();
        byte[] lying = coded("png", 10, 10);
        lying[19] = 11;
        assertThat(ImageHeader.of(lying)).isEmpty();
    }

    @Test
    void anyBytesAreLookedAtWithoutAFault() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        for (byte[] whole : new byte[][] {coded("jpg", 64, 64), coded("png", 64, 64)}) {
            for (int length = 0; length < whole.length; length++) {
                ImageHeader.of(Arrays.copyOf(whole, length));
            }
            for (int round = 0; round < 20_000; round++) {
                byte[] spoilt = whole.clone();
                for (int i = 0; i < 4; i++) {
                    spoilt[random.nextInt(2, Math.min(spoilt.length, 200))] = (byte) random.nextInt(256);
                }
                ImageHeader.of(spoilt)
                        .ifPresent(header -> assertThat(header.width()).isBetween(1, ImageHeader.MOST_SIDE));
            }
        }
    }
}
