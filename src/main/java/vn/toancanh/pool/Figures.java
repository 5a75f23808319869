package vn.toancanh.pool;

import vn.toancanh.control.Word;
import vn.toancanh.live.StreamStatistics;
import vn.toancanh.model.Codec;

/** A worker's counters in the words of the wall. Pure. */
final class Figures {
    private Figures() {}

    static StreamStatistics of(Word.Stream counters) {
        Codec codec = switch (counters.codec()) {
            case "H264" -> Codec.H264;
            case "H265" -> Codec.H265;
            case "JPEG" -> Codec.MJPEG;
            default -> Codec.UNKNOWN;
        };
        return new StreamStatistics(
                codec,
                counters.width(),
                counters.height(),
                counters.kbps(),
                counters.received(),
                counters.decoded(),
                counters.lost(),
                counters.jitterMs(),
                counters.jumps());
    }
}
