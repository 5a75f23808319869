package vn.toancanh.decoder;

import vn.toancanh.base.Failure;
import vn.toancanh.rtsp.RtspFailure;

/** How a session's end is told to the client. */
final class Endings {
    private Endings() {}

    static Failure.Kind of(RtspFailure.Kind kind) {
        return switch (kind) {
            case UNREACHABLE, ENDED -> Failure.Kind.UNREACHABLE;
            case SILENT -> Failure.Kind.TIMEOUT;
            case CREDENTIALS -> Failure.Kind.CREDENTIALS;
            case NOT_FOUND -> Failure.Kind.NOT_FOUND;
            case UNSUPPORTED -> Failure.Kind.UNSUPPORTED;
            case REFUSED -> Failure.Kind.BUSY;
            case PROTOCOL, CERTIFICATE -> Failure.Kind.PROTOCOL;
        };
    }
}
