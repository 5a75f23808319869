package vn.toancanh.rtsp.depacketise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.rtsp.packetise.NalPacketiser;
import vn.toancanh.rtsp.packetise.RtpPayloads;

/** Streams whose description names the wrong encoding are told from those whose description is right. */
final class CodecWitnessTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWrongAnnouncementIsSeenWithinTwoGroupsOfPictures(boolean h265) {
        Depacketiser wrong = depacketiser(!h265);
        int pictures = 0;
        while (wrong.insteadOf().isEmpty() && pictures < 60) {
            send(h265, pictures, wrong, new Random(pictures));
            pictures++;
        }
        assertThat(wrong.insteadOf()).isEqualTo(h265 ? "H265" : "H264");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRightAnnouncementIsNeverDoubted(boolean h265) {
        for (int seed = 0; seed < 50; seed++) {
            Depacketiser right = depacketiser(h265);
            Random random = new Random(seed);
            for (int picture = 0; picture < 200; picture++) {
                send(h265, picture, right, random);
                assertThat(right.insteadOf()).as("seed %d", seed).isEmpty();
            }
        }
    }

    @Test
    void noiseSaysNothing() {
        Depacketiser noisy = depacketiser(false);
        Random random = new Random(5);
        for (int i = 0; i < 10_000; i++) {
            byte[] data = new byte[40];
            random.nextBytes(data);
            noisy.payload(ByteBuffer.wrap(data), 0, data.length, false, i, 0, false);
        }
        assertThat(noisy.insteadOf()).isEmpty();
    }

    private static Depacketiser depacketiser(boolean h265) {
        PictureSink nowhere = (data, key, time, arrival, gap) -> {};
        return h265 ? new H265Depacketiser(nowhere, new byte[0]) : new H264Depacketiser(nowhere, new byte[0]);
    }

    /** One picture of slices between 100 and 8000 bytes, every tenth with parameter sets in front. */
    private static void send(boolean h265, int picture, Depacketiser to, Random random) {
        java.io.ByteArrayOutputStream unit = new java.io.ByteArrayOutputStream();
        boolean key = picture % 10 == 0;
        if (key) {
            for (int type : h265 ? new int[] {32, 33, 34} : new int[] {7, 8}) {
                nal(unit, random, h265, type, 20);
            }
        }
        nal(unit, random, h265, h265 ? 39 : 6, 12);
        nal(unit, random, h265, h265 ? (key ? 19 : 1) : key ? 5 : 1, 100 + random.nextInt(8000));
        NalPacketiser packetiser = h265 ? NalPacketiser.h265(1200) : NalPacketiser.h264(1200);
        RtpPayloads payloads = packetiser.packetise(unit.toByteArray());
        for (int i = 0; i < payloads.count(); i++) {
            to.payload(
                    ByteBuffer.wrap(payloads.bytes()),
                    payloads.offset(i),
                    payloads.length(i),
                    i == payloads.count() - 1,
                    picture,
                    0,
                    false);
        }
    }

    private static void nal(java.io.ByteArrayOutputStream to, Random random, boolean h265, int type, int length) {
        to.writeBytes(new byte[] {0, 0, 0, 1});
        if (h265) {
            to.write(type << 1);
            to.write(1);
        } else {
            to.write(0x60 | type);
        }
        to.write(0x80 | random.nextInt(128));
        for (int i = 0; i < length; i++) {
            to.write(1 + random.nextInt(255));
        }
    }
}
