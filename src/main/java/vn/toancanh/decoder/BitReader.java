package vn.toancanh.decoder;

/**
 * Reads the bits of one NAL unit's payload, stepping over emulation prevention bytes (ITU-T H.264 7.4.1.1). Reading past
 * the end throws {@link IndexOutOfBoundsException}.
 */
final class BitReader {
    private final byte[] data;
    private final int end;
    private int at;
    private int bit;
    private int zeros;

    BitReader(byte[] data, int from, int end) {
        this.data = data;
        this.at = from;
        this.end = end;
    }

    int bit() {
        if (bit == 0 && zeros >= 2 && at < end && data[at] == 3) {
            at++;
            zeros = 0;
        }
        if (at >= end) {
            throw new IndexOutOfBoundsException("parameter set ends early");
        }
        int value = data[at] >> (7 - bit) & 1;
        if (++bit == 8) {
            bit = 0;
            zeros = data[at] == 0 ? zeros + 1 : 0;
            at++;
        }
        return value;
    }

    boolean flag() {
        return bit() == 1;
    }

    /** Up to 32 bits, unsigned. */
    long bits(int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 1 | bit();
        }
        return value;
    }

    void skip(int count) {
        for (int i = 0; i < count; i++) {
            bit();
        }
    }

    /** ue(v), at most 2^31 - 2. */
    int unsigned() {
        int leading = 0;
        while (bit() == 0) {
            if (++leading > 30) {
                throw new IndexOutOfBoundsException("code of more than 30 zeros");
            }
        }
        return (int) ((1L << leading) - 1 + bits(leading));
    }

    /** se(v). */
    int signed() {
        int code = unsigned();
        return (code & 1) == 1 ? (code + 1) / 2 : -(code / 2);
    }
}
