package vn.toancanh.rtsp.packetise;

import java.util.ArrayList;
import java.util.List;

/** Finds NAL units in an Annex B byte stream (H.264 and H.265, annex B). */
public final class NalUnits {
    /** A NAL unit without its start code, as a range of the stream's bytes. */
    public record Range(int offset, int length) {
        public int end() {
            return offset + length;
        }
    }

    private NalUnits() {}

    /** The NAL units between {@code from} and {@code to}; bytes in front of the first start code are passed over. */
    public static List<Range> split(byte[] stream, int from, int to) {
        List<Range> units = new ArrayList<>();
        int begin = -1;
        int i = from;
        while (i + 2 < to) {
            if (stream[i + 2] > 1 || stream[i + 2] < 0) {
                i += 3;
            } else if (stream[i] == 0 && stream[i + 1] == 0 && stream[i + 2] == 1) {
                add(units, stream, begin, i);
                begin = i + 3;
                i = begin;
            } else {
                i++;
            }
        }
        add(units, stream, begin, to);
        return units;
    }

    private static void add(List<Range> units, byte[] stream, int begin, int end) {
        if (begin < 0) {
            return;
        }
        int last = end;
        // trailing_zero_8bits, and the first byte of a four-byte start code, belong to no unit
        while (last > begin && stream[last - 1] == 0) {
            last--;
        }
        if (last > begin) {
            units.add(new Range(begin, last - begin));
        }
    }
}
