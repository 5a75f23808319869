package vn.toancanh.rtsp.depacketise;

import java.util.ArrayList;
import java.util.List;

/**
 * The parameter sets last seen, by NAL unit type. The first set of a type in a picture replaces that type's sets of
 * earlier pictures, since encoders repeat all sets of a type together.
 */
final class ParameterSets {
    private static final int MOST_SETS = 32;
    private static final int MOST_SET_BYTES = 8 * 1024;

    @SuppressWarnings("ArrayRecordComponent") // compared by identity only
    private record Set(int type, long picture, byte[] nal) {}

    private final List<Set> sets = new ArrayList<>();

    /** Keeps a copy of the set; {@code picture} numbers the picture it came with. */
    void put(int type, long picture, byte[] from, int offset, int length) {
        if (length > MOST_SET_BYTES) {
            return;
        }
        sets.removeIf(set -> set.type == type && set.picture != picture);
        if (sets.size() < MOST_SETS) {
            byte[] nal = new byte[length];
            System.arraycopy(from, offset, nal, 0, length);
            sets.add(new Set(type, picture, nal));
        }
    }

    /** The types of which there is a set, a bit each. */
    long types() {
        long types = 0;
        for (Set set : sets) {
            types |= 1L << set.type;
        }
        return types;
    }

    /** Bytes of all sets kept. */
    long held() {
        return sets.stream().mapToLong(set -> set.nal.length).sum();
    }

    /** Bytes of the sets whose types are not in {@code present}, with their start codes. */
    int bytesMissing(long present) {
        int bytes = 0;
        for (Set set : sets) {
            bytes += (present >> set.type & 1) != 0 ? 0 : 4 + set.nal.length;
        }
        return bytes;
    }

    /** Writes the sets whose types are not in {@code present}, lower types first, each behind a start code. */
    int writeMissing(long present, byte[] to) {
        int at = 0;
        for (int type = 0; type < 64; type++) {
            for (Set set : sets) {
                if (set.type == type && (present >> type & 1) == 0) {
                    to[at + 3] = 1;
                    System.arraycopy(set.nal, 0, to, at + 4, set.nal.length);
                    at += 4 + set.nal.length;
                }
            }
        }
        return at;
    }
}
