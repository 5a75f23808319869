package vn.toancanh.decoder;

import java.util.Arrays;
import vn.toancanh.rtsp.VideoTrack;

/** Finds its way in Annex B byte streams. */
final class AnnexB {
    static final int AVC_SPS = 7;
    static final int HEVC_SPS = 33;

    /** Types of H.265 slices whose headers have one flag more, those that a decoder may begin at (7.3.6.1): from, and before. */
    private static final int HEVC_IRAP = 16;

    private static final int HEVC_IRAP_END = 24;

    private static final int MOST_SLICE_TYPE = 9;
    private static final int MOST_AVC_PPS = 255;
    private static final int MOST_HEVC_PPS = 63;

    private AnnexB() {}

    /** Index of the first byte after the next start code at or after {@code from}; the data's length where there is none. */
    static int next(byte[] data, int from) {
        for (int i = from; i + 3 <= data.length; i++) {
            if (data[i] == 0 && data[i + 1] == 0 && data[i + 2] == 1) {
                return i + 3;
            }
        }
        return data.length;
    }

    /** Where a NAL unit ends whose successor begins at {@code nextBegin}: start code and trailing zeros do not belong to it. */
    static int endOf(byte[] data, int nextBegin) {
        int end = nextBegin == data.length ? nextBegin : nextBegin - 3;
        while (end > 0 && data[end - 1] == 0) {
            end--;
        }
        return end;
    }

    static int type(VideoTrack.Encoding encoding, byte header) {
        return encoding == VideoTrack.Encoding.H264 ? header & 31 : header >> 1 & 63;
    }

    /** True for slices. */
    static boolean picture(VideoTrack.Encoding encoding, int type) {
        return encoding == VideoTrack.Encoding.H264 ? type >= 1 && type <= 5 : type < 32;
    }

    /** True where other pictures may lean on this one: by its first slice in H.264, as far as is told here always in others. */
    static boolean referenced(VideoTrack.Encoding encoding, byte[] data) {
        if (encoding != VideoTrack.Encoding.H264) {
            return true;
        }
        for (int at = next(data, 0); at < data.length; at = next(data, at)) {
            if (picture(encoding, type(encoding, data[at]))) {
                return (data[at] & 0x60) != 0;
            }
        }
        return false;
    }

    /**
     * False where no decoder can begin the first slice, because its header names what does not exist (H.264 7.4.3: a slice type up to 9, a
     * picture parameter set up to 255; H.265 7.4.7.1: up to 63) or ends early. True of what has no slice.
     */
    static boolean canBegin(VideoTrack.Encoding encoding, byte[] data) {
        if (encoding == VideoTrack.Encoding.JPEG) {
            return true;
        }
        for (int at = next(data, 0); at < data.length; at = next(data, at)) {
            int type = type(encoding, data[at]);
            if (picture(encoding, type)) {
                return headerHolds(encoding, type, data, at);
            }
        }
        return true;
    }

    private static boolean headerHolds(VideoTrack.Encoding encoding, int type, byte[] data, int at) {
        try {
            if (encoding == VideoTrack.Encoding.H264) {
                BitReader slice = new BitReader(data, at + 1, data.length);
                slice.unsigned();
                return slice.unsigned() <= MOST_SLICE_TYPE && slice.unsigned() <= MOST_AVC_PPS;
            }
            BitReader slice = new BitReader(data, at + 2, data.length);
            slice.skip(type >= HEVC_IRAP && type < HEVC_IRAP_END ? 2 : 1);
            return slice.unsigned() <= MOST_HEVC_PPS;
        } catch (IndexOutOfBoundsException endsEarly) {
            return false;
        }
    }

    /** What stands in front of the first slice: parameter sets and the like; empty where the data begins with a slice. */
    static byte[] beforePicture(VideoTrack.Encoding encoding, byte[] data) {
        int at = next(data, 0);
        while (at < data.length) {
            if (picture(encoding, type(encoding, data[at]))) {
                int code = at - 3;
                return Arrays.copyOf(data, code > 0 && data[code - 1] == 0 ? code - 1 : code);
            }
            at = next(data, at);
        }
        return new byte[0];
    }
}
