package vn.toancanh.model;

/** By which transport a camera is asked first for the media of a stream. */
public enum StreamTransport {
    /** Over the RTSP connection. */
    TCP,
    /** In datagrams of their own. */
    UDP
}
