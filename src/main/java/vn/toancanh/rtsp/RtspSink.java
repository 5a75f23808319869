package vn.toancanh.rtsp;

/** What takes the video of one session. Called in order on the one thread that serves all sessions of an
 * {@link RtspClient}, so it must never block: hand over and return. */
public interface RtspSink {
    /** PLAY was answered; access units follow. Once more where no media came one way and another is tried, and where the
     * server sent us on: what comes then leans on nothing that came before. */
    void playing(VideoTrack track);

    /** Just after {@link #playing}: so much older than they seem the units that follow may be, nanoseconds ({@link StreamCounters#behindNanos()}). */
    default void behind(long nanos) {
        // Whoever shows no pictures need not know.
    }

    /** The next access unit. */
    void accessUnit(AccessUnit unit);

    /** The last call: the session is over. Not called after the session was closed by its owner.
     * (A call may be under way while {@link RtspSession#close()} returns on another thread.) */
    void ended(RtspFailure failure);
}
