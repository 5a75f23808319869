package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toancanh.rtsp.VideoTrack;

class SequenceHeaderTest {
    private static final byte[] SLICE = {0, 0, 1, 0x65, 1, 2, 3};

    private static byte[] annexB(String hex) {
        byte[] unit = HexFormat.of().parseHex(hex);
        byte[] all = new byte[4 + unit.length + SLICE.length];
        all[3] = 1;
        System.arraycopy(unit, 0, all, 4, unit.length);
        System.arraycopy(SLICE, 0, all, 4 + unit.length, SLICE.length);
        return all;
    }

    @ParameterizedTest
    @CsvSource({
        "H264, 674d4016d900a02ff970110000030001000003001e0f162e48, 640, 360, 1, 1, 15, 0",
        "H264, 67640028acd940780227e5c044000003000400000300c83c60c658, 1920, 1080, 1, 1, 25, 2",
        "H264, 6742c01ed900b0126c0840000003004000000c83c58b92, 704, 576, 12, 11, 25, 0",
        "H264, 67640015acd941612d808800001f4800075300f8a14cb0, 352, 288, 1, 1, 29.97, 2",
        "H265, 42010101600000030090000003000003003fa0050201696592a4932bc05a020000030002000003001e10, 640, 360, 1, 1, 15, 0",
        "H265, 420101016000000300900000030000030078a003c08010e596565924e5780b4040000003004000000642, 1920, 1080, 1, 1, 25, 2",
        "H265, 42010101600000030090000003000003005da005a200905965a924caf0468080000003008000001904, 720, 576, 16, 11, 50, 0"
    })
    void sizesAspectsRatesAndOrderAreRead(
            VideoTrack.Encoding encoding,
            String hex,
            int width,
            int height,
            int sarX,
            int sarY,
            double fps,
            int reorder) {
        SequenceHeader header = SequenceHeader.find(encoding, annexB(hex));
        assertThat(header).isNotNull();
        assertThat(header.width()).isEqualTo(width);
        assertThat(header.height()).isEqualTo(height);
        assertThat(header.aspectWidth() + ":" + header.aspectHeight()).isEqualTo(sarX + ":" + sarY);
        assertThat(header.fps()).isEqualTo(fps, org.assertj.core.api.Assertions.within(0.01));
        assertThat(header.reorder()).isEqualTo(reorder);
    }

    @Test
    void damagedParameterSetsAreNoneAndNeverThrow() {
        SplittableRandom random = new SplittableRandom(7);
        String[] sound = {
            "67640028acd940780227e5c044000003000400000300c83c60c658",
            "420101016000000300900000030000030078a003c08010e596565924e5780b4040000003004000000642"
        };
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            boolean avc = i % 2 == 0;
            byte[] data = annexB(sound[avc ? 0 : 1]);
            for (int k = random.nextInt(1, 6); k > 0; k--) {
                data[random.nextInt(5, data.length)] ^= (byte) (1 << random.nextInt(8));
            }
            SequenceHeader header =
                    SequenceHeader.find(avc ? VideoTrack.Encoding.H264 : VideoTrack.Encoding.H265, data);
            if (header != null) {
                read++;
                assertThat(header.width()).isBetween(1, 16_384);
                assertThat(header.height()).isBetween(1, 16_384);
            }
        }
        assertThat(read).isBetween(1, 19_999);
    }

    @Test
    void parameterSetsAreWhatStandsBeforeTheFirstSlice() {
        byte[] data = annexB("674d4016d900a02ff970110000030001000003001e0f162e48");
        assertThat(AnnexB.beforePicture(VideoTrack.Encoding.H264, data)).hasSize(data.length - SLICE.length);
        assertThat(AnnexB.beforePicture(VideoTrack.Encoding.H264, SLICE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "320, 180, 640, 360, 1, 1, 320, 180",
        "320, 180, 320, 240, 1, 1, 240, 180",
        "1920, 1080, 640, 360, 1, 1, 640, 360",
        "320, 180, 704, 576, 12, 11, 240, 180",
        "1920, 1080, 720, 576, 16, 11, 1048, 576",
        "1, 1, 640, 360, 1, 1, 1, 1",
        "200, 100, 352, 288, 1, 2, 62, 100"
    })
    void picturesFitTheTileAndAreNeverLargerThanTheSource(
            int tileWidth, int tileHeight, int width, int height, int sarX, int sarY, int fitWidth, int fitHeight) {
        long fit = SequenceHeader.fit(tileWidth, tileHeight, width, height, sarX, sarY);
        assertThat((fit >> 32) + "x" + (int) fit).isEqualTo(fitWidth + "x" + fitHeight);
    }

    @Test
    void picturesAreReducedWhereATileShowsThemAtHalfTheirSize() {
        SequenceHeader sub = new SequenceHeader(640, 360, 1, 1, 15, 0);
        assertThat(sub.reducedIn(316, 178)).isTrue();
        assertThat(sub.reducedIn(384, 216)).isFalse();
        assertThat(sub.reducedIn(640, 360)).isFalse();
        assertThat(sub.reducedIn(300, 360)).as("as wide as it can be").isTrue();
        assertThat(new SequenceHeader(352, 288, 16, 11, 15, 0).reducedIn(256, 192))
                .as("narrow samples")
                .isFalse();
    }
}
