package vn.toancanh.rtsp.depacketise;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The headers of one packet, RFC 2435 section 3.1.
 *
 * @param field 0: a whole picture; 1 or 2: one of its two fields; 3: a field that stands for both
 * @param fragment where the packet's scan data belong in the picture's
 * @param halved 0: the colours are halved in width only (4:2:2), 1: in height too (4:2:0)
 * @param quality 0 to 255
 * @param width eighths of pixels, 0 where too wide to be said
 * @param height eighths of pixels, 0 where too high to be said
 * @param restart units between restart markers, 0 for none
 * @param tables in the packet; null for none
 * @param payload index of the scan data
 */
record JpegHeader(
        int field,
        int fragment,
        int halved,
        int quality,
        int width,
        int height,
        int restart,
        @Nullable JpegTables tables,
        int payload) {
    private static final int IN_BAND = 128;
    private static final int ALWAYS_IN_BAND = 255;

    /** Null where the bytes are no such header, or of a form that is reserved. */
    static @Nullable JpegHeader read(ByteBuffer data, int offset, int length) {
        int end = offset + length;
        if (length < 8) {
            return null;
        }
        int field = data.get(offset) & 0xff;
        int fragment = data.getInt(offset) & 0xff_ffff;
        int type = data.get(offset + 4) & 0xff;
        int quality = data.get(offset + 5) & 0xff;
        int at = offset + 8;
        int restart = 0;
        if (field > 3 || type >= 128 || (type & 0x3f) > 1 || (quality >= 100 && quality < IN_BAND)) {
            return null;
        }
        if (type >= 64) {
            if (at + 4 > end) {
                return null;
            }
            restart = data.getShort(at) & 0xffff;
            at += 4;
        }
        JpegTables tables = null;
        if (quality >= IN_BAND && fragment == 0) {
            if (at + 4 > end) {
                return null;
            }
            int precision = data.get(at + 1) & 0xff;
            int size = data.getShort(at + 2) & 0xffff;
            at += 4;
            if (size > end - at || (size == 0 && quality == ALWAYS_IN_BAND)) {
                return null;
            }
            if (size > 0) {
                byte[] bytes = new byte[size];
                data.get(at, bytes);
                tables = new JpegTables(bytes, precision);
                at += size;
            }
            if (tables != null && !tables.whole()) {
                return null;
            }
        }
        int width = data.get(offset + 6) & 0xff;
        int height = data.get(offset + 7) & 0xff;
        return new JpegHeader(field, fragment, type & 0x3f, quality, width, height, restart, tables, at);
    }

    /** True where tables stand in for this quality in all later pictures that bring none. */
    boolean tablesLast() {
        return tables != null && quality != ALWAYS_IN_BAND;
    }

    boolean tablesInBand() {
        return quality >= IN_BAND;
    }
}
