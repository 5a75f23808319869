package vn.toancanh.model;

/** How a camera's video comes over the network. */
public enum MediaTransport {
    /** In the connection of its RTSP session. */
    TCP,
    /** In that connection, which is encrypted. */
    TLS,
    /** In datagrams. */
    UDP,
    /** Not agreed yet. */
    UNKNOWN
}
