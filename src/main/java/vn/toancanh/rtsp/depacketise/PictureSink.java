package vn.toancanh.rtsp.depacketise;

/** What takes whole coded pictures. */
@FunctionalInterface
public interface PictureSink {
    /**
     * The next picture.
     *
     * @param data the receiver's to keep
     * @param key a decoder can begin here
     * @param rtpTime extended RTP time
     * @param arrivalNanos when its last packet was read
     * @param afterGap packets, or whole pictures, were missing before it
     */
    void picture(byte[] data, boolean key, long rtpTime, long arrivalNanos, boolean afterGap);
}
