package vn.toancanh.rtsp.packetise;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts JPEG images into RTP payloads, RFC 2435, quantisation tables in the first of each image. Takes images with the
 * standard's Huffman tables and colours halved in width, or in both ways.
 */
public final class JpegPacketiser {
    private static final int IN_BAND = 255;
    private static final int MOST_SIDE = 2040;

    private final int maxPayload;

    /** @param maxPayload bytes a packet without the RTP header */
    public JpegPacketiser(int maxPayload) {
        if (maxPayload < 512 || maxPayload > 60_000) {
            throw new IllegalArgumentException("payload of " + maxPayload);
        }
        this.maxPayload = maxPayload;
    }

    /**
     * The payloads of one image; one wider or higher than {@value #MOST_SIDE} says 0, and its size must be told otherwise.
     *
     * @throws IllegalArgumentException where the format has no place for such an image
     */
    public RtpPayloads packetise(byte[] image) {
        Parts parts = new Parts(image);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(image.length + image.length / 50 + 300);
        List<Integer> ends = new ArrayList<>();
        int at = parts.scan;
        while (at < parts.end) {
            int fragment = at - parts.scan;
            int before = bytes.size();
            header(parts, fragment, bytes);
            int count = Math.min(parts.end - at, maxPayload - (bytes.size() - before));
            bytes.write(image, at, count);
            at += count;
            ends.add(bytes.size());
        }
        return new RtpPayloads(
                bytes.toByteArray(), ends.stream().mapToInt(Integer::intValue).toArray());
    }

    private static void header(Parts parts, int fragment, ByteArrayOutputStream to) {
        to.write(0);
        to.write(fragment >> 16);
        to.write(fragment >> 8);
        to.write(fragment);
        to.write((parts.halvedBothWays ? 1 : 0) | (parts.restart > 0 ? 64 : 0));
        to.write(IN_BAND);
        to.write(parts.width > MOST_SIDE ? 0 : (parts.width + 7) / 8);
        to.write(parts.height > MOST_SIDE ? 0 : (parts.height + 7) / 8);
        if (parts.restart > 0) {
            to.write(parts.restart >> 8);
            to.write(parts.restart);
            // Whole images only: first and last part at once, of no number.
            to.write(0xff);
            to.write(0xff);
        }
        if (fragment == 0) {
            byte[] tables = parts.tables.toByteArray();
            to.write(0);
            to.write(0);
            to.write(tables.length >> 8);
            to.write(tables.length);
            to.writeBytes(tables);
        }
    }

    /** What an image consists of. */
    private static final class Parts {
        final ByteArrayOutputStream tables = new ByteArrayOutputStream();
        int width;
        int height;
        boolean halvedBothWays;
        int restart;
        int scan;
        int end;

        Parts(byte[] image) {
            int at = 2;
            while (scan == 0) {
                if (at + 4 > image.length || image[at] != (byte) 0xff) {
                    throw new IllegalArgumentException("no JPEG image");
                }
                int marker = image[at + 1] & 0xff;
                int length = (image[at + 2] & 0xff) << 8 | (image[at + 3] & 0xff);
                if (at + 2 + length > image.length) {
                    throw new IllegalArgumentException("half a JPEG image");
                }
                take(image, marker, at + 4, length - 2);
                at += 2 + length;
            }
            scan = at;
            end = image[image.length - 1] == (byte) 0xd9 ? image.length - 2 : image.length;
        }

        private void take(byte[] image, int marker, int at, int length) {
            switch (marker) {
                case 0xdb -> {
                    for (int table = at; table + 65 <= at + length; table += 65) {
                        tables.write(image, table + 1, 64);
                    }
                }
                case 0xc0 -> {
                    height = (image[at + 1] & 0xff) << 8 | (image[at + 2] & 0xff);
                    width = (image[at + 3] & 0xff) << 8 | (image[at + 4] & 0xff);
                    int sampling = image[at + 7] & 0xff;
                    if (image[at + 5] != 3 || (sampling != 0x21 && sampling != 0x22)) {
                        throw new IllegalArgumentException("colours of a form that RFC 2435 does not have");
                    }
                    halvedBothWays = sampling == 0x22;
                }
                case 0xdd -> restart = (image[at] & 0xff) << 8 | (image[at + 1] & 0xff);
                case 0xda -> scan = at;
                default -> {}
            }
        }
    }
}
