package vn.toancanh.rtsp.packetise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NalPacketiserTest {
    @Test
    void smallUnitsAreJoinedAndLargeOnesCut() {
        Random random = new Random(1);
        byte[] unit = annexB(List.of(nal(random, 0x67, 20), nal(random, 0x68, 6), nal(random, 0x65, 3000)));
        RtpPayloads payloads = NalPacketiser.h264(1400).packetise(unit);
        assertThat(payloads.count()).isEqualTo(4);
        assertThat(payloads.payload(0)[0] & 0x1F).isEqualTo(24);
        for (int i = 1; i < 4; i++) {
            assertThat(payloads.payload(i)[0] & 0x1F).isEqualTo(28);
            assertThat(payloads.payload(i)[0] & 0x60).isEqualTo(0x60);
        }
        assertThat(payloads.payload(1)[1] & 0xFF).isEqualTo(0x85);
        assertThat(payloads.payload(2)[1] & 0xFF).isEqualTo(0x05);
        assertThat(payloads.payload(3)[1] & 0xFF).isEqualTo(0x45);
    }

    @Test
    void nothingIsLostWhateverTheSizes() {
        Random random = new Random(7);
        for (int round = 0; round < 400; round++) {
            boolean h265 = random.nextBoolean();
            int most = 100 + random.nextInt(1400);
            List<byte[]> nals = new ArrayList<>();
            for (int n = 1 + random.nextInt(8); n > 0; n--) {
                nals.add(nal(
                        random,
                        h265 ? 2 * random.nextInt(40) : 0x60 | 1 + random.nextInt(12),
                        4 + random.nextInt(4000)));
            }
            NalPacketiser packetiser = h265 ? NalPacketiser.h265(most) : NalPacketiser.h264(most);
            RtpPayloads payloads = packetiser.packetise(annexB(nals));
            for (int i = 0; i < payloads.count(); i++) {
                assertThat(payloads.length(i)).isLessThanOrEqualTo(most);
            }
            assertThat(joined(payloads, h265)).isEqualTo(joined(nals));
        }
    }

    private static byte[] joined(List<byte[]> nals) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        nals.forEach(out::writeBytes);
        return out.toByteArray();
    }

    /** A second reading of RFC 6184 and RFC 7798, independent of the packetiser. */
    private static byte[] joined(RtpPayloads payloads, boolean h265) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int header = h265 ? 2 : 1;
        for (int i = 0; i < payloads.count(); i++) {
            byte[] p = payloads.payload(i);
            int type = h265 ? p[0] >> 1 & 0x3F : p[0] & 0x1F;
            if (type == (h265 ? 48 : 24)) {
                int at = header;
                while (at < p.length) {
                    int length = (p[at] & 0xFF) << 8 | (p[at + 1] & 0xFF);
                    out.write(p, at + 2, length);
                    at += 2 + length;
                }
            } else if (type == (h265 ? 49 : 28)) {
                int fragment = p[header];
                if ((fragment & 0x80) != 0) {
                    int own = fragment & (h265 ? 0x3F : 0x1F);
                    out.write(h265 ? (p[0] & 0x81) | own << 1 : (p[0] & 0xE0) | own);
                    if (h265) {
                        out.write(p[1]);
                    }
                }
                out.write(p, header + 1, p.length - header - 1);
            } else {
                out.writeBytes(p);
            }
        }
        return out.toByteArray();
    }

    private static byte[] nal(Random random, int first, int length) {
        byte[] nal = new byte[length];
        for (int i = 0; i < length; i++) {
            nal[i] = (byte) (4 + random.nextInt(250));
        }
        nal[0] = (byte) first;
        nal[1] = 1 << 3 | 1;
        return nal;
    }

    private static byte[] annexB(List<byte[]> nals) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int i = 0;
        for (byte[] nal : nals) {
            out.writeBytes(i++ % 2 == 0 ? new byte[] {0, 0, 0, 1} : new byte[] {0, 0, 1});
            out.writeBytes(nal);
        }
        return Arrays.copyOf(out.toByteArray(), out.size());
    }
}
