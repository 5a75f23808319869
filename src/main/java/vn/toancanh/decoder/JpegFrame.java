package vn.toancanh.decoder;

import org.jspecify.annotations.Nullable;

/**
 * The frame header of a JPEG image (ITU-T T.81, B.2.2). Each image is coded in whole blocks, and libVLC names the size of these: an image of 640x360
 * would come as one of 640x384, and be drawn too narrow.
 */
final class JpegFrame {
    private static final int MARK = 0xFF;
    private static final int START_OF_IMAGE = 0xD8;
    private static final int START_OF_SCAN = 0xDA;

    private JpegFrame() {}

    /** The size that the image says it has; null where it says none before its first scan. */
    static @Nullable SequenceHeader find(byte[] image) {
        int at = 0;
        while (at + 3 < image.length && (image[at] & MARK) == MARK) {
            int marker = image[at + 1] & MARK;
            if (marker == START_OF_IMAGE || marker == MARK) {
                at += marker == MARK ? 1 : 2;
                continue;
            }
            if (marker == START_OF_SCAN) {
                return null;
            }
            if (isFrame(marker)) {
                return read(image, at + 4);
            }
            at += 2 + number(image, at + 2);
        }
        return null;
    }

    private static boolean isFrame(int marker) {
        return switch (marker) {
            // Huffman tables, an extension and arithmetic conditioning have numbers among those of frames.
            case 0xC4, 0xC8, 0xCC -> false;
            default -> marker >= 0xC0 && marker <= 0xCF;
        };
    }

    /** @param at of the precision, with height and width after it */
    private static @Nullable SequenceHeader read(byte[] image, int at) {
        if (at + 4 >= image.length) {
            return null;
        }
        int height = number(image, at + 1);
        int width = number(image, at + 3);
        // A height of 0 is told after the first scan.
        return SequenceHeader.isSize(width, height) ? new SequenceHeader(width, height, 1, 1, 0, 0) : null;
    }

    private static int number(byte[] image, int at) {
        return (image[at] & 0xFF) << 8 | (image[at + 1] & 0xFF);
    }
}
