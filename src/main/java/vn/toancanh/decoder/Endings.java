package vn.toancanh.decoder;

import vn.toancanh.base.Failure;
import vn.toancanh.rtsp.RtspFailure;

/** What the end of a session means for whoever plays it. Pure. */
final class Endings {
    private Endings() {}

    /**
     * The kind of failure that the client is told.
     *
     * @param relayed it was with a relay, which says of the camera behind it what is wrong there
     * @param played it had come to play
     */
    static Failure.Kind of(RtspFailure failure, boolean relayed, boolean played) {
        boolean ofRelay = relayed && failure.status() == 0;
        return switch (failure.kind()) {
            // A relay lets go of who plays when the camera is lost.
            case UNREACHABLE -> ofRelay && !played ? Failure.Kind.RELAY_AWAY : Failure.Kind.UNREACHABLE;
            case ENDED -> Failure.Kind.UNREACHABLE;
            case SILENT -> Failure.Kind.TIMEOUT;
            // What a relay refuses itself is its own token; that the camera refuses the password it says by 403.
            case CREDENTIALS -> ofRelay ? Failure.Kind.FORBIDDEN : Failure.Kind.CREDENTIALS;
            case CERTIFICATE -> Failure.Kind.UNTRUSTED;
            case NOT_FOUND -> Failure.Kind.NOT_FOUND;
            case NO_ENCRYPTION -> Failure.Kind.NO_ENCRYPTION;
            case NO_TRANSPORT -> Failure.Kind.NO_TRANSPORT;
            case NO_VIDEO -> Failure.Kind.NO_VIDEO;
            case UNSUPPORTED -> Failure.Kind.UNSUPPORTED;
            case REFUSED -> Failure.Kind.BUSY;
            case PROTOCOL -> Failure.Kind.PROTOCOL;
        };
    }
}
