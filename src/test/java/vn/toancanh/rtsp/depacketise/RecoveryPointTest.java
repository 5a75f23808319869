package vn.toancanh.rtsp.depacketise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toancanh.rtsp.VideoTrack.Encoding;

/** Streams that spread their key pictures over many: where a decoder can begin, and from when it shows whole pictures. */
final class RecoveryPointTest {
    private static final long SECOND = 1_000_000_000L;

    private record Begun(long time, boolean key, int heals) {}

    private final List<Begun> pictures = new ArrayList<>();
    private final Depacketiser depacketiser = new H264Depacketiser(
            (data, key, time, arrival, gap) -> pictures.add(new Begun(time, key, heals())),
            HexFormat.of().parseHex("0000000167420000000168ce"));

    private int heals() {
        return depacketiser.heals();
    }

    @ParameterizedTest
    @CsvSource({
        "H264, 0601c080, 0",
        "H264, 06018480, 0",
        "H264, 0602304080, 5",
        "H264, 06020a0a40, 19",
        // behind another message, one whose length is more than one byte can say, and one with an emulation prevention
        // byte
        "H264, 0502aabb 0602304080, 5",
        "H264, 05ff01 PAD 0602304080, 5",
        "H264, 000300000301 0602304080, 5",
        "H265, 060131 80, 3",
        "H265, 0601b080, 0",
        "H265, 06015080, 1",
        "H265, 06017080, 0",
        // none, cut off, or without an end
        "H264, 0502aabb80, -1",
        "H264, 06, -1",
        "H264, 0600, -1",
        "H264, '', -1",
        "H264, ff, -1",
        "H264, 060400000000, -1",
    })
    void isReadFromTheMessagesInFrontOfAPicture(Encoding encoding, String hex, int pictures) {
        String whole = hex.replace("PAD", "11".repeat(256)).replace(" ", "");
        ByteBuffer message = ByteBuffer.wrap(HexFormat.of().parseHex("ee" + whole));
        assertThat(RecoveryPoint.pictures(encoding == Encoding.H265, message, 1, message.capacity()))
                .isEqualTo(pictures);
    }

    @Test
    void noBytesWhateverThrow() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(24)];
            random.nextBytes(bytes);
            if (bytes.length > 2 && random.nextBoolean()) {
                bytes[0] = 6;
                bytes[1] = (byte) random.nextInt(4);
            }
            assertThat(RecoveryPoint.pictures(random.nextBoolean(), ByteBuffer.wrap(bytes), 0, bytes.length))
                    .isBetween(-1, 1024);
        }
    }

    @Test
    void aDecoderBeginsThereWhereNothingBetterComes() {
        picture(0, "41880102", "06060230" + "4080");
        picture(1, "41880102", "");
        picture(2, "65880102", "");
        picture(3, "41880102", "060602304080");
        picture(6, "41880102", "060602304080");
        picture(9, "41880102", "060602304080");
        picture(10, "41880102", "");
        assertThat(pictures)
                .containsExactly(
                        new Begun(0, true, 5),
                        new Begun(1, false, 0),
                        new Begun(2, true, 0),
                        new Begun(3, false, 0),
                        new Begun(6, false, 0),
                        new Begun(9, true, 5),
                        new Begun(10, false, 0));
    }

    private void picture(int second, String slice, String message) {
        if (!message.isEmpty()) {
            give(second, message, false);
        }
        give(second, slice, true);
    }

    private void give(int second, String hex, boolean marker) {
        byte[] payload = HexFormat.of().parseHex(hex);
        depacketiser.payload(ByteBuffer.wrap(payload), 0, payload.length, marker, second, second * SECOND, false);
    }
}
