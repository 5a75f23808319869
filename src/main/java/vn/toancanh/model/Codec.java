package vn.toancanh.model;

/** Video codings the client decodes. */
public enum Codec {
    H264,
    H265,
    MJPEG,
    /** Announced by a newer server or camera; shown as unsupported. */
    UNKNOWN
}
