package vn.toancanh.rtsp.depacketise;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import javax.imageio.plugins.jpeg.JPEGHuffmanTable;
import javax.imageio.plugins.jpeg.JPEGQTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.rtsp.packetise.JpegPacketiser;
import vn.toancanh.rtsp.packetise.RtpPayloads;

/** JPEG over RTP, with the JDK's own coder of images as the judge. */
final class JpegDepacketiserTest {
    @SuppressWarnings("ArrayRecordComponent") // compared by identity only
    private record Picture(byte[] data, boolean key, long time, boolean gap) {}

    private final List<Picture> pictures = new ArrayList<>();
    private Depacketiser depacketiser = announced(0, 0);

    private Depacketiser announced(int width, int height) {
        return new JpegDepacketiser(
                (data, key, time, arrival, gap) -> pictures.add(new Picture(data, key, time, gap)), width, height);
    }

    @ParameterizedTest
    @CsvSource({"16, 16, 512", "640, 360, 1400", "641, 367, 600", "1920, 1080, 1400", "2040, 40, 60000"})
    void imagesComeBackPixelForPixel(int width, int height, int payload) throws IOException {
        for (int i = 0; i < 3; i++) {
            byte[] sent = jpeg(width, height, i);
            send(new JpegPacketiser(payload).packetise(sent), i);
            assertThat(pictures).hasSize(i + 1);
            assertThat(pictures.get(i).key).isTrue();
            assertThat(pictures.get(i).gap).isFalse();
            assertSame(pictures.get(i).data, sent, width, height);
        }
        assertThat(depacketiser.dropped()).isZero();
    }

    @Test
    void qualitiesFromOneToNinetyNineMeanTheStandardsTables() {
        int[] order = zigzag();
        for (int quality = 1; quality < 100; quality++) {
            byte[] ours = JpegTables.ofQuality(quality).bytes();
            int scale = quality < 50 ? 5000 / quality : 200 - quality * 2;
            for (int i = 0; i < 64; i++) {
                int luminance = JPEGQTable.K1Luminance.getTable()[order[i]];
                int chrominance = JPEGQTable.K2Chrominance.getTable()[order[i]];
                assertThat(ours[i] & 0xff).isEqualTo(Math.clamp((luminance * scale + 50) / 100, 1, 255));
                assertThat(ours[64 + i] & 0xff).isEqualTo(Math.clamp((chrominance * scale + 50) / 100, 1, 255));
            }
        }
    }

    @Test
    void huffmanTablesAreTheStandards() {
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        List<JPEGHuffmanTable> tables = List.of(
                JPEGHuffmanTable.StdDCLuminance,
                JPEGHuffmanTable.StdACLuminance,
                JPEGHuffmanTable.StdDCChrominance,
                JPEGHuffmanTable.StdACChrominance);
        int[] classes = {0x00, 0x10, 0x01, 0x11};
        for (int i = 0; i < 4; i++) {
            expected.write(classes[i]);
            short[] lengths = Arrays.copyOf(tables.get(i).getLengths(), 16);
            for (short length : lengths) {
                expected.write(length);
            }
            for (short value : tables.get(i).getValues()) {
                expected.write(value);
            }
        }
        assertThat(JpegTables.huffman()).isEqualTo(expected.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 50, 75, 99})
    void tablesOfAQualityAreComputed(int quality) {
        give(true, 1, false, header(0, 0, 1, quality, 2, 2, 9, 9));
        assertThat(pictures).hasSize(1);
        assertThat(segment(pictures.getFirst().data, 0xdb)).startsWith(0).hasSize(65);
        assertThat(Arrays.copyOfRange(segment(pictures.getFirst().data, 0xdb), 1, 65))
                .isEqualTo(Arrays.copyOf(JpegTables.ofQuality(quality).bytes(), 64));
    }

    @Test
    void tablesInBandAreRememberedByQualityButThoseOf255AreNot() {
        give(true, 1, false, withTables(200, 0, 128, 7));
        give(true, 2, false, header(0, 0, 1, 200, 2, 2, 0, 0, 0, 0, 9, 9));
        give(true, 3, false, header(0, 0, 1, 201, 2, 2, 0, 0, 0, 0, 9, 9));
        give(true, 4, false, withTables(255, 0, 128, 8));
        give(true, 5, false, header(0, 0, 1, 255, 2, 2, 0, 0, 0, 0, 9, 9));
        give(true, 6, false, withTables(200, 0, 128, 9));
        give(true, 7, false, header(0, 0, 1, 200, 2, 2, 0, 0, 0, 0, 9, 9));
        assertThat(pictures).extracting(Picture::time).containsExactly(1L, 2L, 4L, 6L, 7L);
        assertThat(pictures)
                .extracting(picture -> segment(picture.data, 0xdb)[1])
                .containsExactly((byte) 7, (byte) 7, (byte) 8, (byte) 9, (byte) 9);
        assertThat(pictures).extracting(Picture::gap).containsExactly(false, false, true, true, false);
        assertThat(depacketiser.dropped()).isEqualTo(2);
    }

    @Test
    void tablesOfSixteenBitsMakeAnExtendedImage() {
        give(true, 1, false, withTables(255, 0b01, 192, 3));
        byte[] data = pictures.getFirst().data;
        assertThat(segment(data, 0xdb)).hasSize(129).startsWith(0x10);
        assertThat(segment(data, 0xc1)).startsWith(8, 0, 16, 0, 16, 3);
        give(true, 2, false, withTables(255, 0, 64, 3));
        assertThat(segment(pictures.get(1).data, 0xc0)).endsWith(1, 0x22, 0, 2, 0x11, 0, 3, 0x11, 0);
        give(true, 3, false, withTables(255, 0, 192, 3));
        assertThat(segment(pictures.get(2).data, 0xc0)).endsWith(1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 2);
    }

    @Test
    void restartMarkersAreAnnouncedInTheImage() {
        give(true, 1, false, header(0, 0, 65, 50, 2, 2, 0, 40, 0xff, 0xff, 9, 9));
        assertThat(segment(pictures.getFirst().data, 0xdd)).containsExactly(0, 40);
        assertThat(segment(pictures.getFirst().data, 0xc0)[7]).isEqualTo((byte) 0x22);
        give(true, 2, false, header(0, 0, 64, 50, 2, 2, 0, 0, 0xff, 0xff, 9, 9));
        assertThat(segment(pictures.get(1).data, 0xdd)).isEmpty();
        assertThat(segment(pictures.get(1).data, 0xc0)[7]).isEqualTo((byte) 0x21);
    }

    @Test
    void picturesAbove2040PixelsHaveTheAnnouncedSize() throws IOException {
        byte[] sent = jpeg(2592, 600, 1);
        send(new JpegPacketiser(1400).packetise(sent), 1);
        assertThat(pictures).as("no size").isEmpty();
        depacketiser = announced(2592, 600);
        send(new JpegPacketiser(1400).packetise(sent), 2);
        assertSame(pictures.getFirst().data, sent, 2592, 600);
        // Some say what is left of the size in eight bits.
        depacketiser = announced(2592, 1944);
        give(true, 3, false, header(0, 0, 1, 50, 2592 / 8, 1944 / 8, 9, 9));
        assertThat(segment(pictures.get(1).data, 0xc0)).startsWith(8, 1944 >> 8, (byte) 1944, 2592 >> 8, (byte) 2592);
        depacketiser = announced(640, 360);
        give(true, 4, false, header(0, 0, 1, 50, 4, 4, 9, 9));
        assertThat(segment(pictures.get(2).data, 0xc0)).startsWith(8, 0, 32, 0, 32);
    }

    @Test
    void onvifsExtensionsSayWhatThePacketsCannot() throws IOException {
        byte[] sent = jpeg(2592, 200, 1);
        byte[] head = Arrays.copyOfRange(sent, 2, scanOf(sent));
        byte[] scan = Arrays.copyOfRange(sent, scanOf(sent), sent.length - 2);
        for (int i = 0; i < 2; i++) {
            byte[] extension = i == 0 ? padded(head) : new byte[0];
            assertThat(depacketiser.extension(0xffd8, ByteBuffer.wrap(extension), 0, extension.length))
                    .isTrue();
            int half = scan.length / 2;
            int time = i + 1;
            give(false, time, false, joined(header(0, 0, 1, i == 0 ? 50 : 0, 0, 0), Arrays.copyOf(scan, half)));
            byte[] rest = Arrays.copyOfRange(scan, half, scan.length);
            give(true, time, false, joined(header(0, half, 1, 50, 0, 0), rest));
        }
        assertThat(pictures).hasSize(2);
        assertSame(pictures.getFirst().data, sent, 2592, 200);
        // The second said nothing: it has the size of the first and its computed tables.
        assertThat(ImageIO.read(new ByteArrayInputStream(pictures.get(1).data)).getWidth())
                .isEqualTo(2592);
    }

    @Test
    void aPictureThatLostAPacketIsDroppedAndTheNextSaysSo() throws IOException {
        RtpPayloads cut = new JpegPacketiser(600).packetise(jpeg(320, 200, 1));
        assertThat(cut.count()).isGreaterThan(5);
        for (int lost = 0; lost < cut.count(); lost++) {
            pictures.clear();
            depacketiser = announced(0, 0);
            send(cut, 1);
            for (int i = 0; i < cut.count(); i++) {
                if (i != lost) {
                    give(i == cut.count() - 1, 2, i == lost + 1, cut.payload(i));
                }
            }
            give(false, 3, lost == cut.count() - 1, cut.payload(0));
            for (int i = 1; i < cut.count(); i++) {
                assertThat(give(i == cut.count() - 1, 3, false, cut.payload(i))).isTrue();
            }
            assertThat(pictures).as("lost %d", lost).extracting(Picture::time).containsExactly(1L, 3L);
            assertThat(pictures).extracting(Picture::gap).containsExactly(false, true);
            assertThat(depacketiser.dropped()).isEqualTo(1);
        }
    }

    @Test
    void withoutMarkersANewTimeEndsThePictureAndJoiningInTheMiddleIsNoFault() {
        assertThat(give(true, 1, false, header(0, 900, 1, 50, 2, 2, 5))).isTrue();
        give(false, 2, false, header(0, 0, 1, 50, 2, 2, 9, 9));
        give(false, 2, false, header(0, 2, 1, 50, 2, 2, 8));
        give(false, 3, false, header(0, 0, 1, 50, 2, 2, 7));
        assertThat(pictures).extracting(Picture::time).containsExactly(2L);
        assertThat(pictures.getFirst().data).endsWith(9, 9, 8, 0xff, 0xd9);
    }

    @Test
    void theSecondFieldOfAPictureIsLeftOut() {
        for (int field : new int[] {1, 2, 1, 2, 3}) {
            byte[] payload = header(0, 0, 1, 50, 2, 2, 9);
            payload[0] = (byte) field;
            give(true, pictures.size() * 10 + field, false, payload);
        }
        assertThat(pictures).hasSize(3).noneMatch(Picture::gap);
        assertThat(depacketiser.dropped()).isZero();
    }

    @Test
    void imagesThatAreSentAsTheyAreAreHandedOverSo() throws IOException {
        byte[] sent = jpeg(160, 96, 1);
        give(false, 1, false, joined(header(0, 0, 1, 50, 20, 12), Arrays.copyOf(sent, 700)));
        give(true, 1, false, joined(header(0, 700, 1, 50, 20, 12), Arrays.copyOfRange(sent, 700, sent.length)));
        assertThat(pictures.getFirst().data).isEqualTo(sent);
    }

    @Test
    void malformedHeadersAreRefusedAndCostTheirPictureOnly() {
        int time = 1;
        for (byte[] bad : List.of(
                header(0, 0, 1, 50, 2),
                header(0, 0, 2, 50, 2, 2, 9),
                header(0, 0, 130, 50, 2, 2, 9),
                header(4, 0, 1, 50, 2, 2, 9),
                header(0, 0, 1, 100, 2, 2, 9),
                header(0, 0, 1, 0, 2, 2, 9),
                header(0, 0, 65, 50, 2, 2, 0),
                header(0, 0, 1, 128, 2, 2, 0, 0, 0),
                header(0, 0, 1, 128, 2, 2, 0, 0, 0, 64, 1, 2),
                header(0, 0, 1, 128, 2, 2, 0, 0, 0, 2, 1, 2))) {
            assertThat(give(true, time++, false, bad)).as("%d", time).isFalse();
        }
        assertThat(give(true, time, false, header(0, 0, 1, 50, 2, 2, 9))).isTrue();
        assertThat(pictures).hasSize(1);
        assertThat(pictures.getFirst().gap).isTrue();
        assertThat(depacketiser.dropped()).isEqualTo(10);
    }

    @Test
    void aPictureAboveTheLimitIsDroppedAndItsMemoryGivenBack() {
        byte[] chunk = new byte[60_000];
        for (int i = 0; i < 180; i++) {
            give(i == 179, 1, false, joined(header(0, i * chunk.length, 1, 50, 2, 2), chunk));
            assertThat(depacketiser.held()).isLessThanOrEqualTo(Depacketiser.MOST_HELD);
        }
        assertThat(pictures).isEmpty();
        for (int time = 2; time < 120; time++) {
            give(true, time, false, header(0, 0, 1, 50, 2, 2, 9));
        }
        assertThat(pictures).hasSize(118);
        assertThat(depacketiser.held()).isLessThan(200_000);
    }

    @Test
    void imagesOfEightThousandColumnsAboveTheLimitAreToldOnceSeveralCame() {
        byte[] chunk = new byte[60_000];
        for (int i = 0; i < 5 * 160; i++) {
            assertThat(depacketiser.tooLarge()).isFalse();
            int at = i % 160 * chunk.length;
            give(i % 160 == 159, i / 160, false, joined(header(0, at, 1, 50, 255, 255), chunk));
        }
        assertThat(depacketiser.tooLarge()).isTrue();
    }

    @Test
    void noBytesWhateverThrowOrHoldTooMuch() {
        for (long seed = 0; seed < 3000; seed++) {
            Random random = new Random(seed);
            depacketiser = announced(random.nextInt(4000), random.nextInt(4000));
            for (int i = 0; i < 60; i++) {
                byte[] data = new byte[random.nextInt(200)];
                random.nextBytes(data);
                if (data.length > 8 && random.nextBoolean()) {
                    System.arraycopy(header(0, 0, random.nextInt(2), random.nextInt(256), 2, 2), 0, data, 0, 8);
                }
                if (random.nextInt(4) == 0) {
                    depacketiser.extension(
                            random.nextBoolean() ? 0xffd8 : 0xffff, ByteBuffer.wrap(data), 0, data.length);
                }
                ByteBuffer given = ByteBuffer.wrap(data);
                depacketiser.payload(
                        given, 0, data.length, random.nextInt(3) == 0, random.nextInt(4), 0, random.nextInt(9) == 0);
            }
            assertThat(depacketiser.held()).isLessThan(Depacketiser.MOST_HELD);
        }
        assertThat(pictures).isNotEmpty();
    }

    private void send(RtpPayloads cut, int time) {
        for (int i = 0; i < cut.count(); i++) {
            assertThat(give(i == cut.count() - 1, time, false, cut.payload(i))).isTrue();
        }
    }

    private boolean give(boolean marker, long time, boolean gap, byte[] payload) {
        ByteBuffer data = ByteBuffer.allocate(payload.length + 7).put(3, payload);
        return depacketiser.payload(data, 3, payload.length, marker, time, 0, gap);
    }

    /** A main header with what follows it: field, fragment offset, type, quality, width and height in eighths, more. */
    private static byte[] header(int field, int fragment, int... more) {
        byte[] bytes = new byte[4 + more.length];
        bytes[0] = (byte) field;
        bytes[1] = (byte) (fragment >> 16);
        bytes[2] = (byte) (fragment >> 8);
        bytes[3] = (byte) fragment;
        for (int i = 0; i < more.length; i++) {
            bytes[4 + i] = (byte) more[i];
        }
        return bytes;
    }

    private static byte[] withTables(int quality, int precision, int size, int entry) {
        byte[] tables = new byte[size];
        Arrays.fill(tables, (byte) entry);
        return joined(header(0, 0, 1, quality, 2, 2, 0, precision, size >> 8, size), tables, new byte[] {9, 9});
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] padded(byte[] segments) {
        byte[] filled = Arrays.copyOf(segments, (segments.length + 3) / 4 * 4);
        // Padding stands in front of the scan's header, which has to be the last.
        int at = segments.length - 14;
        int more = filled.length - segments.length;
        System.arraycopy(segments, at, filled, at + more, 14);
        Arrays.fill(filled, at, at + more, (byte) 0xff);
        return filled;
    }

    /** What the first segment of that marker holds; empty where there is none. */
    private static byte[] segment(byte[] image, int marker) {
        for (int at = 2; at + 4 < image.length && image[at] == (byte) 0xff && (image[at + 1] & 0xff) != 0xda; ) {
            int length = (image[at + 2] & 0xff) << 8 | (image[at + 3] & 0xff);
            if ((image[at + 1] & 0xff) == marker) {
                return Arrays.copyOfRange(image, at + 4, at + 2 + length);
            }
            at += 2 + length;
        }
        return new byte[0];
    }

    private static int scanOf(byte[] image) {
        int at = 2;
        while ((image[at + 1] & 0xff) != 0xda) {
            at += 2 + ((image[at + 2] & 0xff) << 8 | (image[at + 3] & 0xff));
        }
        return at + 2 + ((image[at + 2] & 0xff) << 8 | (image[at + 3] & 0xff));
    }

    private static byte[] jpeg(int width, int height, int seed) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, (x * 3 + seed * 40 & 0xff) << 16 | (y & 0xff) << 8 | random.nextInt(40));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    /** What came decodes as what was sent, where both have pixels: packets say sizes in eighths. */
    private static void assertSame(byte[] came, byte[] sent, int width, int height) throws IOException {
        BufferedImage one = ImageIO.read(new ByteArrayInputStream(came));
        BufferedImage two = ImageIO.read(new ByteArrayInputStream(sent));
        int[] pixels = one.getRGB(0, 0, width, height, null, 0, width);
        assertThat(pixels).isEqualTo(two.getRGB(0, 0, width, height, null, 0, width));
    }

    private static int[] zigzag() {
        int[] order = new int[64];
        int at = 0;
        for (int sum = 0; sum < 15; sum++) {
            for (int i = 0; i <= sum; i++) {
                int row = sum % 2 == 0 ? sum - i : i;
                if (row < 8 && sum - row < 8) {
                    order[at++] = row * 8 + sum - row;
                }
            }
        }
        return order;
    }
}
