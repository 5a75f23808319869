package vn.toancanh.rtsp;

import org.jspecify.annotations.Nullable;

/**
 * Why a session ended.
 *
 * @param detail one line for the engineer; no secret, no raw address
 * @param shownPin of a refused certificate: its SHA-256, Base64, as {@link RtspTarget#tlsPins()} would accept it; whether it
 *     is trusted from now on is for the caller to decide
 * @param status with which the other side said so; 0 where it did not
 */
public record RtspFailure(
        Kind kind,
        String detail,
        @Nullable String shownPin,
        int status,
        @Nullable Throwable cause) {
    /** What it means for whoever plays. */
    public enum Kind {
        /** No connection, or it was lost. */
        UNREACHABLE,
        /** The other side fell silent. */
        SILENT,
        /** The other side said that the stream is over. */
        ENDED,
        /** 401 or 403 with the credentials given. */
        CREDENTIALS,
        /**
         * The server's certificate is not one that is pinned, or not one that the system trusts for its name; or a gateway says so
         * of what stands behind it.
         */
        CERTIFICATE,
        /** 404 or 454. */
        NOT_FOUND,
        /** No encrypted connection could be agreed on, though no certificate stood in the way. */
        NO_ENCRYPTION,
        /** No transport was agreed on for the media. */
        NO_TRANSPORT,
        /** No video is offered at all. */
        NO_VIDEO,
        /** The video is in no encoding that we play. */
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
                // Said by a gateway of its connection to what stands behind it, RFC 7826 sections 17.4.38 and 17.4.39.
                case 471 -> CERTIFICATE;
                case 472 -> NO_ENCRYPTION;
                case 406 -> NO_VIDEO;
                case 415 -> UNSUPPORTED;
                case 461 -> NO_TRANSPORT;
                // Said by a gateway of what stands behind it, RFC 2326 section 11.
                case 502 -> UNREACHABLE;
                case 504 -> SILENT;
                default -> REFUSED;
            };
        }
    }

    public RtspFailure(Kind kind, String detail, @Nullable Throwable cause) {
        this(kind, detail, null, 0, cause);
    }

    /** The other side refused with a status. */
    static RtspFailure answered(int status, String detail) {
        return new RtspFailure(Kind.ofStatus(status), detail, null, status, null);
    }
}
