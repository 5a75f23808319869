package vn.toancanh.rtsp.wire;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** A pair of UDP ports that the packets of one track come in at. Its selector's thread only; never blocks. */
public interface MediaPorts {
    /** What takes the packets. */
    interface Receiver {
        /** A packet of the negotiated source: {@code length} bytes of {@code data} from index {@code offset}, valid during the call. */
        void datagram(boolean rtcp, java.nio.ByteBuffer data, int offset, int length);

        /** A packet of somebody else, which was dropped. */
        void stranger();
    }

    /** The even port of the pair, where RTP is wanted; RTCP is wanted at the next. */
    int rtpPort();

    /**
     * Where packets come from; until it is known none is taken.
     *
     * @param source the server's word for it; null: the other end of the connection, which is always taken
     * @param rtpPort 0: any
     * @param rtcpPort 0: any, and nothing can be reported before something came
     */
    void expect(@Nullable InetAddress source, int rtpPort, int rtcpPort);

    /** Sends a packet to where RTP comes from: what opens the way back through an address translator. */
    void sendRtp(byte[] packet);

    /** Sends a packet to where RTCP comes from. */
    void sendRtcp(byte[] packet);

    void close();
}
