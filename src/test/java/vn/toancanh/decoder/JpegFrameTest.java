package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.rtsp.VideoTrack;

/** The size that a JPEG image says it has. */
class JpegFrameTest {
    private static byte[] image(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({"640, 360", "1920, 1080", "1, 1", "352, 289"})
    void isReadAndNotThatOfItsBlocks(int width, int height) throws IOException {
        assertThat(SequenceHeader.find(VideoTrack.Encoding.JPEG, image(width, height)))
                .isEqualTo(new SequenceHeader(width, height, 1, 1, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ff",
                "ffd8",
                "ffd8ffc0000b08",
                "ffd8ffc0000b080000028001011100",
                "ffd8ffc0000b08ffffffff01011100",
                "ffd8ffc4000b080168028001011100",
                "ffd8ffda000801010000003f00ffc0000b080168028001011100",
                "0000000167640028"
            })
    void whatSaysNoneHasNone(String image) {
        assertThat(JpegFrame.find(HexFormat.of().parseHex(image))).isNull();
    }

    @Test
    void fillersBetweenMarkersAreSkipped() {
        assertThat(JpegFrame.find(HexFormat.of().parseHex("ffd8ffffffc2000b080168028001011100")))
                .isEqualTo(new SequenceHeader(640, 360, 1, 1, 0, 0));
    }

    @Test
    void damagedOnesNeverThrow() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        byte[] sound = Arrays.copyOf(image(640, 360), 700);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = Arrays.copyOf(sound, random.nextInt(sound.length));
            for (int hit = 0; hit < 3 && damaged.length > 0; hit++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            read += JpegFrame.find(damaged) == null ? 0 : 1;
        }
        assertThat(read).isBetween(1, 19_999);
    }
}
