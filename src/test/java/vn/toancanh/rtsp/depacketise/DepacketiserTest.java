package vn.toancanh.rtsp.depacketise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class DepacketiserTest {
    private record Picture(List<Integer> bytes, boolean key, long time, boolean gap) {}

    private final List<Picture> pictures = new ArrayList<>();
    private final PictureSink sink = (data, key, time, arrival, gap) -> {
        List<Integer> bytes = new ArrayList<>();
        for (byte one : data) {
            bytes.add(one & 0xff);
        }
        pictures.add(new Picture(bytes, key, time, gap));
    };
    private Depacketiser depacketiser = new H264Depacketiser(sink, bytes());

    @Test
    void h264SingleAggregatedAndFragmentedUnitsMakeTheSamePicture() {
        give(true, 1, false, bytes(0x67, 1, 2));
        give(false, 1, false, bytes(0x68, 3));
        give(true, 1, false, bytes(0x65, 0x88, 4, 5));
        give(true, 2, false, bytes(0x78, 0, 3, 0x67, 1, 2, 0, 2, 0x68, 3, 0, 4, 0x65, 0x88, 4, 5));
        give(false, 3, false, bytes(0x78, 0, 3, 0x67, 1, 2, 0, 2, 0x68, 3));
        give(false, 3, false, bytes(0x7c, 0x85, 0x88));
        give(false, 3, false, bytes(0x7c, 0x05, 4));
        give(true, 3, false, bytes(0x7c, 0x45, 5));
        assertThat(pictures).hasSize(3).allMatch(Picture::key).noneMatch(Picture::gap);
        assertThat(pictures.get(0).bytes)
                .containsExactly(0, 0, 0, 1, 0x67, 1, 2, 0, 0, 0, 1, 0x68, 3, 0, 0, 0, 1, 0x65, 0x88, 4, 5);
        assertThat(pictures).extracting(Picture::bytes).containsOnly(pictures.getFirst().bytes);
    }

    @Test
    void h265SingleAggregatedAndFragmentedUnitsMakeTheSamePicture() {
        depacketiser =
                new H265Depacketiser(sink, bytes(0, 0, 0, 1, 0x40, 1, 7, 0, 0, 1, 0x42, 1, 8, 0, 0, 0, 1, 0x44, 1, 9));
        give(true, 1, false, bytes(0x26, 1, 0xaf, 5, 6));
        give(true, 2, false, bytes(0x60, 1, 0, 5, 0x26, 1, 0xaf, 5, 6));
        give(false, 3, false, bytes(0x62, 1, 0x93, 0xaf));
        give(false, 3, false, bytes(0x62, 1, 0x13, 5));
        give(true, 3, false, bytes(0x62, 1, 0x53, 6));
        give(true, 4, false, bytes(0x02, 1, 0xd0, 1));
        assertThat(pictures).hasSize(4);
        assertThat(pictures.get(0).bytes)
                .containsExactly(
                        0, 0, 0, 1, 0x40, 1, 7, 0, 0, 0, 1, 0x42, 1, 8, 0, 0, 0, 1, 0x44, 1, 9, 0, 0, 0, 1, 0x26, 1,
                        0xaf, 5, 6);
        assertThat(pictures.subList(0, 3)).extracting(Picture::bytes).containsOnly(pictures.getFirst().bytes);
        assertThat(pictures).extracting(Picture::key).containsExactly(true, true, true, false);
    }

    @Test
    void parameterSetsThatChangeReplaceTheOldOnes() {
        depacketiser = new H264Depacketiser(sink, bytes(0, 0, 0, 1, 0x67, 1, 0, 0, 0, 1, 0x68, 2));
        give(true, 1, false, bytes(0x65, 0x88, 1));
        give(false, 2, false, bytes(0x67, 9));
        give(true, 2, false, bytes(0x65, 0x88, 1));
        give(true, 3, false, bytes(0x65, 0x88, 1));
        assertThat(pictures.get(0).bytes).startsWith(0, 0, 0, 1, 0x67, 1, 0, 0, 0, 1, 0x68, 2);
        assertThat(pictures.get(1).bytes).startsWith(0, 0, 0, 1, 0x68, 2, 0, 0, 0, 1, 0x67, 9);
        assertThat(pictures.get(2).bytes).startsWith(0, 0, 0, 1, 0x67, 9, 0, 0, 0, 1, 0x68, 2);
    }

    @Test
    void withoutMarkersANewTimeEndsThePicture() {
        give(false, 1, false, bytes(0x65, 0x88, 1));
        give(false, 1, false, bytes(0x65, 0x08, 2));
        give(false, 2, false, bytes(0x41, 0x88, 3));
        assertThat(pictures).hasSize(1);
        assertThat(pictures.getFirst().bytes).containsExactly(0, 0, 0, 1, 0x65, 0x88, 1, 0, 0, 0, 1, 0x65, 0x08, 2);
    }

    @Test
    void markersOnEverySliceAreSeenThrough() {
        for (int time = 1; time <= 4; time++) {
            give(true, time, false, bytes(0x41, 0x88, 1));
            give(true, time, false, bytes(0x41, 0x08, 2));
        }
        give(true, 5, false, bytes(0x41, 0x88, 1));
        assertThat(pictures.getLast().bytes).hasSize(14);
    }

    @Test
    void aPictureThatLostAPacketIsDroppedAndTheNextSaysSo() {
        give(false, 1, false, bytes(0x7c, 0x85, 0x88));
        give(true, 1, true, bytes(0x7c, 0x45, 5));
        assertThat(pictures).isEmpty();
        give(true, 2, false, bytes(0x41, 0x88, 3));
        give(true, 3, true, bytes(0x41, 0x88, 3));
        give(true, 4, true, bytes(0x41, 0x08, 3));
        give(true, 5, false, bytes(0x41, 0x88, 3));
        assertThat(pictures).extracting(Picture::time).containsExactly(2L, 3L, 5L);
        assertThat(pictures).extracting(Picture::gap).containsExactly(true, true, true);
    }

    @Test
    void delimitersAndMessagesInFrontStayInThePicture() {
        depacketiser = new H264Depacketiser(sink, bytes(0, 0, 0, 1, 0x67, 1, 0, 0, 0, 1, 0x68, 2));
        give(false, 1, false, bytes(0x09, 0xf0));
        give(false, 1, false, bytes(0x06, 5, 1, 0, 0x80));
        give(true, 1, false, bytes(0x41, 0x88, 3));
        assertThat(pictures.getFirst().bytes).startsWith(0, 0, 0, 1, 0x09, 0xf0, 0, 0, 0, 1, 0x06);
        assertThat(pictures.getFirst().key).isFalse();
        give(false, 2, false, bytes(0x06, 6, 1, 0xc0, 0x80));
        give(true, 2, false, bytes(0x41, 0x88, 3));
        assertThat(pictures.getLast().key).as("a recovery point").isTrue();
    }

    @Test
    void aDecoderCannotBeginWithoutParameterSets() {
        give(true, 1, false, bytes(0x65, 0x88, 1));
        give(false, 2, false, bytes(0x67, 9));
        give(true, 2, false, bytes(0x65, 0x88, 1));
        give(false, 3, false, bytes(0x68, 8));
        give(true, 3, false, bytes(0x65, 0x88, 1));
        assertThat(pictures).extracting(Picture::key).containsExactly(false, false, true);
        depacketiser = new H265Depacketiser(sink, bytes(0, 0, 1, 0x40, 1, 7, 0, 0, 1, 0x42, 1, 8));
        give(true, 4, false, bytes(0x26, 1, 0xaf, 5, 6));
        give(true, 5, false, bytes(0x60, 1, 0, 3, 0x44, 1, 9, 0, 5, 0x26, 1, 0xaf, 5, 6));
        assertThat(pictures).extracting(Picture::key).endsWith(false, true);
    }

    @Test
    void aLargePictureDoesNotKeepItsMemoryForEver() {
        byte[] large = new byte[3_000_000];
        large[0] = 0x41;
        large[1] = (byte) 0x88;
        give(true, 1, false, large);
        assertThat(depacketiser.held()).isGreaterThan(3_000_000);
        for (int time = 2; time < 120; time++) {
            give(true, time, false, bytes(0x41, 0x88, 1));
        }
        assertThat(depacketiser.held()).isLessThan(100_000);
        assertThat(pictures).hasSize(119);
        assertThat(depacketiser.dropped()).isZero();
    }

    @Test
    void malformedPayloadsAreRefusedAndCostTheirPictureOnly() {
        assertThat(give(true, 1, false, bytes(0x78, 0, 9, 0x67))).isFalse();
        assertThat(give(true, 2, false, bytes(0x7c))).isFalse();
        assertThat(give(true, 3, false, bytes(0x1f, 1, 2))).isFalse();
        assertThat(give(true, 4, false, bytes(0x65, 0x88, 1))).isTrue();
        assertThat(pictures).extracting(Picture::time).containsExactly(4L);
    }

    @Test
    void aPictureAboveTheLimitIsDropped() {
        byte[] chunk = new byte[1_000_000];
        chunk[0] = 0x7c;
        chunk[1] = (byte) 0x85;
        give(false, 1, false, chunk);
        chunk[1] = 0x05;
        for (int i = 0; i < 20; i++) {
            give(false, 1, false, chunk);
        }
        chunk[1] = 0x45;
        give(true, 1, false, chunk);
        give(true, 2, false, bytes(0x65, 0x88, 1));
        assertThat(pictures).extracting(Picture::time).containsExactly(2L);
        assertThat(pictures.getFirst().gap).isTrue();
        assertThat(depacketiser.dropped()).isEqualTo(1);
        assertThat(depacketiser.held()).isLessThanOrEqualTo(Depacketiser.MOST_HELD);
    }

    @Test
    void picturesCutAtRandomComeOutWholeAndLostOnesNeverHalf() {
        for (long seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            boolean h265 = random.nextBoolean();
            pictures.clear();
            depacketiser = h265 ? new H265Depacketiser(sink, bytes()) : new H264Depacketiser(sink, bytes());
            List<List<Integer>> sent = new ArrayList<>();
            for (int time = 0; time < 60; time++) {
                sent.add(sendPicture(random, h265, time));
            }
            depacketiser.payload(ByteBuffer.wrap(bytes(0x41, 0x88, 1)), 0, 3, true, 1000, 0, false);
            for (Picture picture : pictures) {
                if (picture.time < 60) {
                    assertThat(picture.bytes).as("seed %d", seed).isEqualTo(sent.get((int) picture.time));
                }
            }
            assertThat(pictures.size()).as("seed %d", seed).isGreaterThan(10);
        }
    }

    @Test
    void noBytesWhateverThrow() {
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            Depacketiser own = random.nextBoolean()
                    ? new H264Depacketiser(sink, randomBytes(random))
                    : new H265Depacketiser(sink, randomBytes(random));
            for (int i = 0; i < 60; i++) {
                byte[] data = randomBytes(random);
                own.payload(
                        ByteBuffer.wrap(data),
                        0,
                        data.length,
                        random.nextInt(3) == 0,
                        random.nextInt(4),
                        0,
                        random.nextInt(9) == 0);
            }
        }
        assertThat(pictures).isNotEmpty();
    }

    /** Sends one picture of one slice, whole or in fragments, some of which are lost; returns what it is. */
    private List<Integer> sendPicture(Random random, boolean h265, int time) {
        int header = h265 ? 2 : 1;
        byte[] nal = new byte[header + 1 + random.nextInt(400)];
        random.nextBytes(nal);
        nal[0] = (byte) (h265 ? 0x02 : 0x41);
        if (h265) {
            nal[1] = 1;
        }
        nal[header] |= (byte) 0x80;
        List<byte[]> payloads = new ArrayList<>();
        int type = 1;
        if (nal.length < 80) {
            payloads.add(nal);
        } else {
            for (int at = header; at < nal.length; ) {
                int count = Math.min(nal.length - at, 1 + random.nextInt(70));
                int flags = (at == header ? 0x80 : 0) | (at + count == nal.length ? 0x40 : 0);
                ByteArrayOutputStream payload = new ByteArrayOutputStream();
                payload.writeBytes(h265 ? bytes(0x62, 1, flags | type) : bytes(0x5c, flags | type));
                payload.write(nal, at, count);
                payloads.add(payload.toByteArray());
                at += count;
            }
        }
        boolean gap = false;
        for (int i = 0; i < payloads.size(); i++) {
            if (random.nextInt(30) == 0) {
                gap = true;
                continue;
            }
            give(i == payloads.size() - 1, time, gap || pendingGap, payloads.get(i));
            gap = false;
            pendingGap = false;
        }
        pendingGap |= gap;
        List<Integer> bytes = new ArrayList<>(List.of(0, 0, 0, 1));
        for (byte one : nal) {
            bytes.add(one & 0xff);
        }
        return bytes;
    }

    private boolean pendingGap;

    private boolean give(boolean marker, long time, boolean gap, byte[] payload) {
        ByteBuffer data = ByteBuffer.allocate(payload.length + 7).put(3, payload);
        return depacketiser.payload(data, 3, payload.length, marker, time, 0, gap);
    }

    private static byte[] randomBytes(Random random) {
        byte[] data = new byte[random.nextInt(40)];
        random.nextBytes(data);
        return data;
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
