package vn.toancanh.onvif;

import org.jspecify.annotations.Nullable;

/**
 * Why a device did not do what it was asked.
 *
 * @param detail one line for the engineer; no secret, no raw address
 * @param cause what was caught at the edge, if anything
 */
public record OnvifFailure(
        Kind kind, String detail, @Nullable Throwable cause) {
    /** What it means for whoever asked. */
    public enum Kind {
        /** No connection, or it was lost before the answer. What was asked may have been done. */
        UNREACHABLE,
        /** No whole answer in time. What was asked may have been done, or may yet be. */
        TIMEOUT,
        /** The address is one that may not be called. */
        FORBIDDEN_ADDRESS,
        /** Its certificate is not the one that is accepted. */
        CERTIFICATE,
        /** User or password was refused, now or a short while ago, or is asked for and not known. */
        CREDENTIALS,
        /** Something answers, and not as an ONVIF device does: a web page, nothing, too much. */
        NOT_ONVIF,
        /** The answer breaks the protocol. */
        PROTOCOL,
        /** The device says that it does not do such things, or has no head. */
        UNSUPPORTED,
        /** The device knows no such preset, profile or service. */
        NOT_FOUND,
        /** The device says no, for a reason of its own. */
        REFUSED,
        /** The device says that it has too much to do. */
        BUSY;

        /** True where nobody knows whether the device has done what it was asked, or will. */
        public boolean inDoubt() {
            return this == UNREACHABLE || this == TIMEOUT || this == NOT_ONVIF || this == PROTOCOL || this == BUSY;
        }
    }

    static OnvifException of(Kind kind, String detail) {
        return new OnvifException(new OnvifFailure(kind, detail, null));
    }

    static OnvifException of(Kind kind, String detail, Throwable cause) {
        return new OnvifException(new OnvifFailure(kind, detail, cause));
    }
}
