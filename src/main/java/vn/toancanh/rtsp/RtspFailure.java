package vn.toancanh.rtsp;

import org.jspecify.annotations.Nullable;

/**
 * Why a session ended.
 *
 * @param detail one line for the engineer; no secret, no raw address
 * @param shownPin of a refused certificate: its SHA-256, Base64, as {@link RtspTarget#tlsPins()} would accept it; whether it
 *     is trusted from now on is for the caller to decide
 */
public record RtspFailure(
        Kind kind,
        String detail,
        @Nullable String shownPin,
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
                // Said by a gateway that was shown a certificate which it does not accept, RFC 7826 section 17.4.38.
                case 471 -> CERTIFICATE;
                case 406, 415, 461 -> UNSUPPORTED;
                // Said by a gateway of what stands behind it, RFC 2326 section 11.
                case 502 -> UNREACHABLE;
                case 504 -> SILENT;
                default -> REFUSED;
            };
        }
    }

    public RtspFailure(Kind kind, String detail, @Nullable Throwable cause) {
        this(kind, detail, null, cause);
    }
}
