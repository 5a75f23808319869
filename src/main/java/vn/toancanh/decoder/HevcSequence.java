package vn.toancanh.decoder;

/** Reads a sequence parameter set of H.265 (ITU-T H.265 7.3.2.2 and E.2.1). */
final class HevcSequence {
    private HevcSequence() {}

    static SequenceHeader read(BitReader in) {
        in.skip(4);
        int layers = (int) in.bits(3);
        in.bit();
        skipProfile(in, layers);
        in.unsigned();
        int chroma = in.unsigned();
        if (chroma == 3) {
            in.bit();
        }
        int width = in.unsigned();
        int height = in.unsigned();
        if (in.flag()) {
            int unitX = chroma == 1 || chroma == 2 ? 2 : 1;
            int unitY = chroma == 1 ? 2 : 1;
            width -= unitX * (in.unsigned() + in.unsigned());
            height -= unitY * (in.unsigned() + in.unsigned());
        }
        in.unsigned();
        in.unsigned();
        int orderBits = in.unsigned() + 4;
        int reorder = 0;
        boolean perLayer = in.flag();
        for (int i = perLayer ? 0 : layers; i <= layers; i++) {
            in.unsigned();
            reorder = Math.min(16, in.unsigned());
            in.unsigned();
        }
        try {
            return withUsability(in, width, height, reorder, orderBits);
        } catch (IndexOutOfBoundsException odd) {
            // Size and order are known; square samples are the best guess for the rest.
            return new SequenceHeader(width, height, 1, 1, 0, reorder);
        }
    }

    private static SequenceHeader withUsability(BitReader in, int width, int height, int reorder, int orderBits) {
        for (int i = 0; i < 6; i++) {
            in.unsigned();
        }
        boolean scaled = in.flag();
        if (scaled && in.flag()) {
            skipScalingLists(in);
        }
        in.skip(2);
        if (in.flag()) {
            in.skip(8);
            in.unsigned();
            in.unsigned();
            in.bit();
        }
        skipReferenceSets(in);
        if (in.flag()) {
            for (int i = in.unsigned(); i > 0; i--) {
                in.skip(orderBits + 1);
            }
        }
        in.skip(2);
        if (!in.flag()) {
            return new SequenceHeader(width, height, 1, 1, 0, reorder);
        }
        Usability usability = Usability.readAspect(in);
        in.skip(3);
        if (in.flag()) {
            for (int i = 0; i < 4; i++) {
                in.unsigned();
            }
        }
        double fps = 0;
        if (in.flag()) {
            long tick = in.bits(32);
            long scale = in.bits(32);
            fps = tick == 0 ? 0 : (double) scale / tick;
        }
        return new SequenceHeader(width, height, usability.aspectWidth(), usability.aspectHeight(), fps, reorder);
    }

    private static void skipProfile(BitReader in, int layers) {
        in.skip(88);
        in.skip(8);
        boolean[] profile = new boolean[layers];
        boolean[] level = new boolean[layers];
        for (int i = 0; i < layers; i++) {
            profile[i] = in.flag();
            level[i] = in.flag();
        }
        if (layers > 0) {
            in.skip(2 * (8 - layers));
        }
        for (int i = 0; i < layers; i++) {
            in.skip((profile[i] ? 88 : 0) + (level[i] ? 8 : 0));
        }
    }

    private static void skipScalingLists(BitReader in) {
        for (int size = 0; size < 4; size++) {
            for (int matrix = 0; matrix < 6; matrix += size == 3 ? 3 : 1) {
                if (!in.flag()) {
                    in.unsigned();
                    continue;
                }
                if (size > 1) {
                    in.signed();
                }
                for (int i = Math.min(64, 1 << (4 + (size << 1))); i > 0; i--) {
                    in.signed();
                }
            }
        }
    }

    private static void skipReferenceSets(BitReader in) {
        int count = in.unsigned();
        int before = 0;
        for (int set = 0; set < count; set++) {
            if (set > 0 && in.flag()) {
                in.bit();
                in.unsigned();
                int kept = 0;
                for (int i = 0; i <= before; i++) {
                    boolean used = in.flag();
                    if (used || in.flag()) {
                        kept++;
                    }
                }
                before = kept;
            } else {
                int negative = in.unsigned();
                int positive = in.unsigned();
                before = negative + positive;
                for (int i = 0; i < before; i++) {
                    in.unsigned();
                    in.bit();
                }
            }
        }
    }
}
