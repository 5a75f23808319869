package vn.toancanh.rtsp;

/** What takes the video of one session. Called on the session's own thread, in order; must not block it for long. */
public interface RtspSink {
    /** PLAY was answered; access units follow. */
    void playing(VideoTrack track);

    /** The next access unit. */
    void accessUnit(AccessUnit unit);

    /** The last call: the session is over. Not called after the session was closed by its owner. */
    void ended(RtspFailure failure);
}
