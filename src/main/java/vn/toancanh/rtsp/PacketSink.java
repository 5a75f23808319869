package vn.toancanh.rtsp;

import java.nio.ByteBuffer;
import vn.toancanh.rtsp.message.Sdp;

/**
 * What takes the packets of one session as they come, for whoever passes them on. Called in order on the thread of the
 * {@link RtspClient}, so it must never block.
 */
public interface PacketSink {
    /**
     * What is played.
     *
     * @param announcedRate RTP ticks a second by the description, 0 where it says nothing of sense
     * @param sdp the description with the one media that is played, its attributes as the server wrote them
     */
    record Described(VideoTrack track, int announcedRate, Sdp sdp) {}

    /** The transport stands; packets may come from now on. Once more where another transport is tried, and where the server sent us on. */
    void described(Described offer);

    /** The next RTP packet of the track: {@code length} bytes of {@code data} from index {@code offset}, valid during the call. */
    void rtp(ByteBuffer data, int offset, int length);

    /** The next RTCP packet, in the same form. */
    void rtcp(ByteBuffer data, int offset, int length);

    /** The last call: the session is over. Not called after the session was closed by its owner. */
    void ended(RtspFailure failure);

    /** Hears of the end alone. */
    record Quiet(PacketSink packets) implements RtspSink {
        @Override
        public void playing(VideoTrack track) {
            // Whoever takes packets knows from the description.
        }

        @Override
        public void accessUnit(AccessUnit unit) {
            // None is made.
        }

        @Override
        public void ended(RtspFailure failure) {
            packets.ended(failure);
        }
    }
}
