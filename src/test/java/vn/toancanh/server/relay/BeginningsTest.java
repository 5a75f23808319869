package vn.toancanh.server.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import vn.toancanh.rtsp.VideoTrack;

/** Where a viewer begins in a stream that sends no key pictures, or hardly any. */
class BeginningsTest {
    private static final String SLICE = "41880102";
    private static final String KEY = "65880102";
    private static final String HEALS = "060602304080";

    private final Beginnings beginnings = new Beginnings(VideoTrack.Encoding.H264);
    private long place;
    private int time;

    private boolean picture(String... payloads) {
        time += 3600;
        boolean begins = false;
        for (String hex : payloads) {
            byte[] payload = HexFormat.of().parseHex(hex);
            ByteBuffer packet = ByteBuffer.allocate(12 + payload.length)
                    .put((byte) 0x80)
                    .put((byte) 96)
                    .putShort((short) place)
                    .putInt(time)
                    .putInt(1)
                    .put(payload);
            begins |= beginnings.packet(packet, 0, packet.capacity(), place);
            place += 100;
        }
        return begins;
    }

    @Test
    void theyBeginAtARecoveryPointWhereNoKeyPictureComes() {
        assertThat(picture(SLICE)).isFalse();
        long here = place;
        assertThat(picture(HEALS, SLICE)).isTrue();
        assertThat(beginnings.key()).isEqualTo(here);
        picture(SLICE);
        long next = place;
        assertThat(picture(HEALS, SLICE)).isTrue();
        assertThat(beginnings.key()).isEqualTo(next);
        assertThat(beginnings.before()).isEqualTo(here);
    }

    @Test
    void butNotWhileKeyPicturesCome() {
        long key = place;
        picture(KEY);
        for (int i = 0; i < 149; i++) {
            assertThat(picture(HEALS, SLICE)).as("picture %d", i).isFalse();
        }
        assertThat(beginnings.key()).isEqualTo(key);
        assertThat(picture(HEALS, SLICE)).isTrue();
    }
}
