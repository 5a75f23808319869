package vn.toancanh.decoder;

/** The part of video usability information that H.264 and H.265 share (E.1.1 of both), up to the chroma location. */
record Usability(int aspectWidth, int aspectHeight) {
    private static final int EXTENDED = 255;

    /** Table E-1: sample aspect ratios by their number. */
    private static final int[] RATIOS = {
        1, 1, 1, 1, 12, 11, 10, 11, 16, 11, 40, 33, 24, 11, 20, 11, 32, 11, 80, 33, 18, 11, 15, 11, 64, 33, 160, 99, 4,
        3, 3, 2, 2, 1
    };

    static Usability readAspect(BitReader in) {
        int width = 1;
        int height = 1;
        if (in.flag()) {
            int number = (int) in.bits(8);
            if (number == EXTENDED) {
                width = (int) in.bits(16);
                height = (int) in.bits(16);
            } else if (2 * number + 1 < RATIOS.length) {
                width = RATIOS[2 * number];
                height = RATIOS[2 * number + 1];
            }
        }
        if (in.flag()) {
            in.bit();
        }
        if (in.flag()) {
            in.skip(4);
            if (in.flag()) {
                in.skip(24);
            }
        }
        if (in.flag()) {
            in.unsigned();
            in.unsigned();
        }
        return new Usability(width, height);
    }
}
