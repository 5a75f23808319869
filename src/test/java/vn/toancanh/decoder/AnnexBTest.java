package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toancanh.rtsp.VideoTrack;

/** Which units a decoder can begin, by the header of their first slice. */
class AnnexBTest {
    private static final String START = "00000001";

    private static boolean canBegin(VideoTrack.Encoding encoding, String hex) {
        return AnnexB.canBegin(encoding, HexFormat.of().parseHex(START + hex));
    }

    @ParameterizedTest
    @CsvSource({
        "H264, 6588843f, a key frame of x264",
        "H264, 419a24, one that leans on it",
        "H264, 418a80, the last slice type",
        "H264, 41c02000, the last parameter set",
        "H264, 674d4016000000016588843f, parameter sets before it",
        "H264, 0605ffff80, nothing but a message",
        "H265, 2601af09, a key frame of x265",
        "H265, 0201d009, one that leans on it",
        "H265, 02018100, the last parameter set",
        "JPEG, ff, no slices at all"
    })
    void aHeaderThatNamesWhatThereIsHolds(VideoTrack.Encoding encoding, String hex, String what) {
        assertThat(canBegin(encoding, hex)).as(what).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "H264, 418b80, a slice type too many",
        "H264, 41c02020, a parameter set too many",
        "H264, 65801fff, a key frame without beginning",
        "H264, 674d40160000000165801fff, after parameter sets",
        "H264, 65, nothing behind its first byte",
        "H265, 02018104, a parameter set too many",
        "H265, 2601801fff, a key frame without beginning",
        "H265, 0201801fff, one that leans on it",
        "H265, 26, half of its first two bytes"
    })
    void aHeaderThatNamesWhatDoesNotExistIsNone(VideoTrack.Encoding encoding, String hex, String what) {
        assertThat(canBegin(encoding, hex)).as(what).isFalse();
    }
}
