package vn.toancanh.rtsp;

import java.nio.ByteBuffer;
import vn.toancanh.rtsp.wire.MediaPorts;

/** The way that the media of a session take, once both sides agreed on it. */
sealed interface Way {
    /** Sends an RTCP packet. */
    void report(byte[] packet);

    /** How long and how deep packets wait for missing ones. */
    MediaReceiver.Reordering reordering();

    /** Opens the way back through an address translator, or keeps it open. */
    void punch(byte[] rtp, byte[] rtcp);

    /**
     * In frames between the messages of the connection.
     *
     * @param rtp channel of RTP, 0 to 255
     * @param rtcp channel of RTCP, 0 to 255
     */
    record Interleaved(int rtp, int rtcp, Exchange.Out connection) implements Way {
        @Override
        public void report(byte[] packet) {
            connection.send(ByteBuffer.allocate(4 + packet.length)
                    .put((byte) '$')
                    .put((byte) rtcp)
                    .putShort((short) packet.length)
                    .put(packet)
                    .array());
        }

        @Override
        public MediaReceiver.Reordering reordering() {
            return MediaReceiver.Reordering.CONNECTION;
        }

        @Override
        public void punch(byte[] rtpPacket, byte[] rtcpPacket) {
            // The connection is there already.
        }
    }

    /** In datagrams. */
    record Datagrams(MediaPorts ports) implements Way {
        @Override
        public void report(byte[] packet) {
            ports.sendRtcp(packet);
        }

        @Override
        public MediaReceiver.Reordering reordering() {
            return MediaReceiver.Reordering.DATAGRAMS;
        }

        @Override
        public void punch(byte[] rtpPacket, byte[] rtcpPacket) {
            ports.sendRtp(rtpPacket);
            ports.sendRtcp(rtcpPacket);
        }
    }
}
