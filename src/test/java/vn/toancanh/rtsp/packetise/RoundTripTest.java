package vn.toancanh.rtsp.packetise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.toancanh.rtsp.depacketise.Depacketiser;
import vn.toancanh.rtsp.depacketise.H264Depacketiser;
import vn.toancanh.rtsp.depacketise.H265Depacketiser;

/** What the packetisers cut, the depacketisers put together again. */
class RoundTripTest {
    private static final int PICTURES = 60;
    private static final int INTERVAL = 10;

    @Test
    void picturesOfAnySizeComeThroughWhole() {
        for (int seed = 0; seed < 20; seed++) {
            for (boolean h265 : new boolean[] {false, true}) {
                Random random = new Random(seed);
                int most = 200 + random.nextInt(1250);
                NalPacketiser packetiser = h265 ? NalPacketiser.h265(most) : NalPacketiser.h264(most);
                List<byte[]> came = new ArrayList<>();
                List<Boolean> keys = new ArrayList<>();
                Depacketiser back = h265
                        ? new H265Depacketiser(
                                (data, key, time, arrival, gap) -> {
                                    came.add(data);
                                    keys.add(key);
                                },
                                new byte[0])
                        : new H264Depacketiser(
                                (data, key, time, arrival, gap) -> {
                                    came.add(data);
                                    keys.add(key);
                                },
                                new byte[0]);
                List<byte[]> sent = new ArrayList<>();
                for (int i = 0; i < PICTURES; i++) {
                    byte[] picture = picture(random, h265, i % INTERVAL == 0);
                    sent.add(picture);
                    RtpPayloads payloads = packetiser.packetise(picture);
                    for (int p = 0; p < payloads.count(); p++) {
                        boolean last = p == payloads.count() - 1;
                        boolean taken = back.payload(
                                ByteBuffer.wrap(payloads.bytes()),
                                payloads.offset(p),
                                payloads.length(p),
                                last,
                                i * 6000L,
                                i,
                                false);
                        assertThat(taken).isTrue();
                    }
                }
                assertThat(came).hasSize(PICTURES);
                for (int i = 0; i < PICTURES; i++) {
                    assertThat(came.get(i)).as("seed %d picture %d", seed, i).isEqualTo(sent.get(i));
                    assertThat(keys.get(i)).isEqualTo(i % INTERVAL == 0);
                }
            }
        }
    }

    private static byte[] picture(Random random, boolean h265, boolean key) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (key) {
            for (int type : h265 ? new int[] {32, 33, 34} : new int[] {7, 8}) {
                nal(out, random, h265, type, 4 + random.nextInt(40));
            }
        }
        int slices = 1 + random.nextInt(3);
        for (int slice = 0; slice < slices; slice++) {
            int type = h265 ? (key ? 19 : 1) : key ? 5 : 1;
            nal(out, random, h265, type, 10 + random.nextInt(random.nextBoolean() ? 300 : 8000));
        }
        return out.toByteArray();
    }

    private static void nal(ByteArrayOutputStream out, Random random, boolean h265, int type, int length) {
        out.writeBytes(new byte[] {0, 0, 0, 1});
        if (h265) {
            out.write(type << 1);
            out.write(1);
        } else {
            out.write(0x60 | type);
        }
        for (int i = 0; i < length; i++) {
            out.write(1 + random.nextInt(255));
        }
    }
}
