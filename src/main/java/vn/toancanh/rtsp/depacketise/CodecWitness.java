package vn.toancanh.rtsp.depacketise;

/**
 * Tells H.264 from H.265 by the first two bytes of payloads, for cameras that announce the one and send the other. The
 * header of H.265 begins with a type in bits 1 to 6 and, in every stream met, zeros around it and a small number behind it;
 * the slices and sequence parameter sets of H.264 have odd types in bits 0 to 4.
 */
final class CodecWitness {
    /** Payloads before anything is said. */
    private static final int LEAST = 24;

    /** How many times as many must speak for the one as for the other. */
    private static final int MUCH = 8;

    private int h264;
    private int h265;

    void see(int first, int second) {
        if (h264 + h265 > 1 << 20) {
            h264 /= 2;
            h265 /= 2;
        }
        if (isH264(first, second)) {
            h264++;
        } else if (isH265(first, second)) {
            h265++;
        }
    }

    private static boolean isH264(int first, int second) {
        int type = first & 0x1f;
        int fragmented = second & 0x1f;
        return (first & 0x80) == 0
                && (type == 1
                        || type == 5
                        || type == 7
                        || type == 24
                        || (type == 28 && (fragmented == 1 || fragmented == 5)));
    }

    private static boolean isH265(int first, int second) {
        int type = first >> 1;
        boolean known =
                type <= 9 || (type >= 16 && type <= 21) || (type >= 32 && type <= 40) || type == 48 || type == 49;
        return (first & 0x81) == 0 && known && second >= 1 && second <= 7;
    }

    /** True where the payloads are clearly of the other kind. */
    boolean contradicts(boolean announcedH265) {
        return announcedH265 ? h264 >= LEAST && h264 > MUCH * h265 : h265 >= LEAST && h265 > MUCH * h264;
    }
}
