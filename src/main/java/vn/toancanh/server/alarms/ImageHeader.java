package vn.toancanh.server.alarms;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * What kind of picture some bytes are, and how large, read from their headers: JPEG (ISO/IEC 10918-1, B.2.2, the frame
 * header before the first scan) and PNG (W3C PNG, 11.2.1, the IHDR chunk with its checksum). Nothing is decoded.
 *
 * @param contentType {@code image/jpeg} or {@code image/png}
 * @param width pixels, 1 to {@value #MOST_SIDE}
 * @param height pixels
 */
record ImageHeader(String contentType, int width, int height) {
    static final int MOST_SIDE = 8192;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int IHDR_LENGTH = 13;
    private static final int IHDR = 0x49484452;

    /** Empty where it is neither, or larger than is taken. */
    static Optional<ImageHeader> of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        Optional<ImageHeader> header = bytes.length > 2 && in.getShort(0) == (short) 0xffd8 ? jpeg(in) : png(in);
        return header.filter(
                one -> one.width > 0 && one.height > 0 && one.width <= MOST_SIDE && one.height <= MOST_SIDE);
    }

    private static Optional<ImageHeader> png(ByteBuffer in) {
        int head = PNG.length + 8 + IHDR_LENGTH + 4;
        if (in.limit() < head || in.slice(0, PNG.length).mismatch(ByteBuffer.wrap(PNG)) != -1) {
            return Optional.empty();
        }
        CRC32 sum = new CRC32();
        sum.update(in.slice(PNG.length + 4, 4 + IHDR_LENGTH));
        boolean right = in.getInt(8) == IHDR_LENGTH
                && in.getInt(12) == IHDR
                && in.getInt(PNG.length + 8 + IHDR_LENGTH) == (int) sum.getValue();
        return right ? Optional.of(new ImageHeader("image/png", in.getInt(16), in.getInt(20))) : Optional.empty();
    }

    private static Optional<ImageHeader> jpeg(ByteBuffer in) {
        int at = 2;
        while (at + 9 < in.limit()) {
            int marker = in.getShort(at) & 0xffff;
            if (marker == 0xffff) {
                // fill bytes may stand before a marker
                at++;
                continue;
            }
            int length = in.getShort(at + 2) & 0xffff;
            if (marker < 0xffc0 || marker == 0xffda || length < 2) {
                return Optional.empty();
            }
            if (isFrame(marker)) {
                return Optional.of(
                        new ImageHeader("image/jpeg", in.getShort(at + 7) & 0xffff, in.getShort(at + 5) & 0xffff));
            }
            at += 2 + length;
        }
        return Optional.empty();
    }

    /** SOF0 to SOF15, without DHT, JPG and DAC, which share their row. */
    private static boolean isFrame(int marker) {
        return marker <= 0xffcf && marker != 0xffc4 && marker != 0xffc8 && marker != 0xffcc;
    }
}
