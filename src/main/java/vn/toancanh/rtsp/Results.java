package vn.toancanh.rtsp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a {@link Conversation} brings about. The session's thread. */
interface Results extends Exchange.Out, Negotiation.PortOpener {
    void playing(VideoTrack track);

    void accessUnit(AccessUnit unit);

    /** Who takes the packets as they come; null where pictures are to be made of them. */
    @Nullable
    PacketSink packets();

    void failed(RtspFailure failure);

    /** The server sent us elsewhere. */
    void moved(Redirect redirect);

    /** No media come this way ({@code unheard}: though it was agreed on); these are still to be tried over a new connection. */
    void again(List<Transport> rest, boolean unheard);
}
