package vn.toancanh.bench.fuzz;

/** What is spoiled in a case; everything else of it is well-formed. */
public enum Spoiled {
    /** Whatever the server answers, byte by byte. */
    ANSWERS,
    /** The session description, in an answer that is whole. */
    DESCRIPTION,
    /** Interleaved frames and what they hold, so that the cutting of the connection fails too. */
    FRAMES,
    /** RTP packets, which are also lost, swapped and sent twice. */
    PACKETS,
    /** RTCP packets. */
    REPORTS,
    /** What whole RTP packets carry. */
    PAYLOADS,
    /** Nothing is well-formed: garbage, endless headers, endless pictures. */
    NOISE
}
