package vn.toancanh.rtsp;

/** A way for media. */
enum Transport {
    /** Interleaved with the messages of the RTSP connection, RFC 2326 section 10.12. */
    TCP,
    /** In datagrams of their own. */
    UDP
}
