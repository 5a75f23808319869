package vn.toancanh.rtsp.depacketise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toancanh.rtsp.VideoTrack.Encoding;

/** What is in a payload, by its first bytes. */
final class PacketContentsTest {
    @ParameterizedTest
    @CsvSource({
        // single units: slice, key slice, sets, enhancement information, delimiter
        "H264, 4100, false, false, true",
        "H264, 6588, false, true, true",
        "H264, 6742, true, false, false",
        "H264, 68ce, true, false, false",
        "H264, 0605, false, false, false",
        "H264, 09f0, false, false, false",
        // several in one packet: sets alone; sets and a key slice
        "H264, 18000267420002680000, true, false, false",
        "H264, 1800026742000268ce00026588, true, true, true",
        // fragments: of a key slice, its middle, of another slice
        "H264, 7c85, false, true, true",
        "H264, 7c05, false, true, true",
        "H264, 7c81, false, false, true",
        "H265, 0201, false, false, true",
        "H265, 2601, false, true, true",
        "H265, 2a01, false, true, true",
        "H265, 4001, true, false, false",
        "H265, 4201, true, false, false",
        "H265, 4401, true, false, false",
        "H265, 4e01, false, false, false",
        "H265, 60010002400100024201000244010002 2601, true, true, true",
        "H265, 620193, false, true, true",
        "H265, 620181, false, false, true",
        "JPEG, 0000000001ff2814, false, true, true",
        "JPEG, 0000057801ff2814, false, false, true",
        // cut short
        "H264, '', false, false, false",
        "H264, 7c, false, false, false",
        "H264, 1800, false, false, false",
        "H264, 18ffff65, false, true, true",
        "H265, 62, false, false, false",
        "JPEG, 000000, false, false, false"
    })
    void isToldOfEachForm(Encoding encoding, String hex, boolean sets, boolean key, boolean slice) {
        byte[] payload = HexFormat.of().parseHex(hex.replace(" ", ""));
        ByteBuffer behind = ByteBuffer.allocate(payload.length + 5).put(5, payload);
        assertThat(PacketContents.of(encoding, behind, 5, payload.length))
                .isEqualTo(new PacketContents(sets, key, slice));
    }

    /** Where a decoder begins at a picture of slices like any other. */
    @ParameterizedTest
    @CsvSource({
        "H264, 06060184 80, true, false, false",
        "H264, 060602304080, false, true, false",
        "H264, 18 0002 6742 0002 68ce 0006 060602304080, false, true, true",
        "H264, 18 0006 060602304080 0002 4188, false, true, false",
        "H264, 18 00ff 060602304080, false, true, false",
        "H265, 4e01 06013180, false, true, false",
        "H265, 4e01 0601b080, true, false, false",
        "H265, 6001 0007 4e01060131 8080, false, true, false",
        "H264, 06050180, false, false, false",
    })
    void recoveryPointsAreToldOfEachForm(Encoding encoding, String hex, boolean key, boolean heals, boolean sets) {
        byte[] payload = HexFormat.of().parseHex(hex.replace(" ", ""));
        PacketContents holds = PacketContents.of(encoding, ByteBuffer.wrap(payload), 0, payload.length);
        assertThat(holds.key()).isEqualTo(key);
        assertThat(holds.heals()).isEqualTo(heals);
        assertThat(holds.sets()).isEqualTo(sets);
    }
}
