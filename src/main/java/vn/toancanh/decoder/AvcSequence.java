package vn.toancanh.decoder;

import java.util.Set;

/** Reads a sequence parameter set of H.264 (ITU-T H.264 7.3.2.1.1 and E.1.1). */
final class AvcSequence {
    private static final Set<Integer> WITH_CHROMA =
            Set.of(100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135);
    private static final Set<Integer> INTRA_ONLY = Set.of(44, 86, 100, 110, 122, 244);
    private static final int BASELINE = 66;

    private AvcSequence() {}

    static SequenceHeader read(BitReader in) {
        int profile = (int) in.bits(8);
        int constraints = (int) in.bits(8);
        in.skip(8);
        in.unsigned();
        int chroma = 1;
        boolean separate = false;
        if (WITH_CHROMA.contains(profile)) {
            chroma = in.unsigned();
            separate = chroma == 3 && in.flag();
            in.unsigned();
            in.unsigned();
            in.bit();
            if (in.flag()) {
                skipScalingLists(in, chroma == 3 ? 12 : 8);
            }
        }
        in.unsigned();
        int orderType = in.unsigned();
        skipOrder(in, orderType);
        int references = in.unsigned();
        in.bit();
        int width = 16 * (in.unsigned() + 1);
        int mapUnits = in.unsigned() + 1;
        boolean framesOnly = in.flag();
        int height = 16 * mapUnits * (framesOnly ? 1 : 2);
        if (!framesOnly) {
            in.bit();
        }
        in.bit();
        if (in.flag()) {
            int unitX = separate || chroma == 0 || chroma == 3 ? 1 : 2;
            int unitY = (separate || chroma != 1 ? 1 : 2) * (framesOnly ? 1 : 2);
            width -= unitX * (in.unsigned() + in.unsigned());
            height -= unitY * (in.unsigned() + in.unsigned());
        }
        boolean ordered = orderType == 2
                || profile == BASELINE
                || references == 0
                || (INTRA_ONLY.contains(profile) && (constraints & 0x10) != 0);
        return in.flag() ? withUsability(in, width, height, ordered) : new SequenceHeader(width, height, 1, 1, 0, 0);
    }

    private static void skipOrder(BitReader in, int type) {
        if (type == 0) {
            in.unsigned();
        } else if (type == 1) {
            in.bit();
            in.signed();
            in.signed();
            for (int i = in.unsigned(); i > 0; i--) {
                in.signed();
            }
        }
    }

    private static SequenceHeader withUsability(BitReader in, int width, int height, boolean ordered) {
        Usability usability = Usability.readAspect(in);
        double fps = 0;
        if (in.flag()) {
            long tick = in.bits(32);
            long scale = in.bits(32);
            in.bit();
            fps = tick == 0 ? 0 : scale / 2.0 / tick;
        }
        boolean nal = in.flag();
        if (nal) {
            skipReference(in);
        }
        boolean vcl = in.flag();
        if (vcl) {
            skipReference(in);
        }
        if (nal || vcl) {
            in.bit();
        }
        in.bit();
        int reorder = 0;
        if (in.flag()) {
            in.bit();
            for (int i = 0; i < 4; i++) {
                in.unsigned();
            }
            reorder = Math.min(16, in.unsigned());
        }
        return new SequenceHeader(
                width, height, usability.aspectWidth(), usability.aspectHeight(), fps, ordered ? 0 : reorder);
    }

    private static void skipReference(BitReader in) {
        int count = in.unsigned() + 1;
        in.skip(8);
        for (int i = 0; i < count; i++) {
            in.unsigned();
            in.unsigned();
            in.bit();
        }
        in.skip(20);
    }

    private static void skipScalingLists(BitReader in, int count) {
        for (int i = 0; i < count; i++) {
            if (!in.flag()) {
                continue;
            }
            int last = 8;
            int next = 8;
            for (int j = 0; j < (i < 6 ? 16 : 64); j++) {
                if (next != 0) {
                    next = (last + in.signed() + 256) & 255;
                }
                last = next == 0 ? last : next;
            }
        }
    }
}
