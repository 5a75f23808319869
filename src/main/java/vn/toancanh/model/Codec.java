package vn.toancanh.model;

/** Video codings the client decodes. */
public enum Codec {
    H264,
    H265,
    MJPEG,
    /** Not told, or told by a newer server in a word we do not know. */
    UNKNOWN
}
