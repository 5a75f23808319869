package vn.toancanh.rtsp;

import org.jspecify.annotations.Nullable;

/**
 * Why a session ended.
 *
 * @param detail one line for the engineer; no secret, no raw address
 */
public record RtspFailure(
        Kind kind, String detail, @Nullable Throwable cause) {
    /** What it means for whoever plays. */
    public enum Kind {
        /** No connection, or it was lost. */
        UNREACHABLE,
        /** The other side fell silent. */
        SILENT,
        /** 401 or 403 with the credentials given. */
        CREDENTIALS,
        /** 404 or 454. */
        NOT_FOUND,
        /** No track, transport or encoding that we play. */
        UNSUPPORTED,
        /** 5xx or another refusal. */
        REFUSED,
        /** The answer breaks the protocol. */
        PROTOCOL;

        /** The kind of a refusal by its status. */
        static Kind ofStatus(int status) {
            return switch (status) {
                case 401, 403 -> CREDENTIALS;
                case 404, 454 -> NOT_FOUND;
                case 406, 415, 461 -> UNSUPPORTED;
                default -> REFUSED;
            };
        }
    }
}
