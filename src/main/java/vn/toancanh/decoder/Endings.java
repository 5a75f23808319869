package vn.toancanh.decoder;

import vn.toancanh.base.Failure;
import vn.toancanh.rtsp.RtspFailure;

/** What the end of a session means for whoever plays it. Pure. */
final class Endings {
    private Endings() {}

    /** The kind of failure that the client is told. */
    static Failure.Kind of(RtspFailure failure) {
        return switch (failure.kind()) {
            case UNREACHABLE, ENDED -> Failure.Kind.UNREACHABLE;
            case SILENT -> Failure.Kind.TIMEOUT;
            case CREDENTIALS -> Failure.Kind.CREDENTIALS;
            case CERTIFICATE -> Failure.Kind.UNTRUSTED;
            case NOT_FOUND -> Failure.Kind.NOT_FOUND;
            case UNSUPPORTED -> Failure.Kind.UNSUPPORTED;
            case REFUSED -> Failure.Kind.BUSY;
            case PROTOCOL -> Failure.Kind.PROTOCOL;
        };
    }
}
