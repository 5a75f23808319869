package vn.toancanh.rtsp;

import java.util.Optional;

/**
 * How often in a row a session lets itself be sent on. A circle must come to an end; a server that shares out whom it serves may
 * send us on each day. The session's thread.
 */
final class Hops {
    private static final int MOST = 5;
    /** One that stayed for so long where it was sent has arrived. */
    private static final long CALM_NANOS = 30_000_000_000L;

    private int inARow;
    private long last;

    /** It is sent on once more; why it does not go, where that is too often. */
    Optional<RtspFailure> next(long now) {
        inARow = inARow > 0 && now - last > CALM_NANOS ? 1 : inARow + 1;
        last = now;
        return inARow > MOST
                ? Optional.of(new RtspFailure(RtspFailure.Kind.REFUSED, "sent on more than " + MOST + " times", null))
                : Optional.empty();
    }
}
