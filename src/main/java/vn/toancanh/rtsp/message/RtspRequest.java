package vn.toancanh.rtsp.message;

/**
 * A request.
 *
 * @param uri as it stands on the wire: absolute, or {@code *}; query tokens included, so never log it whole
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity only
public record RtspRequest(String method, String uri, Headers headers, byte[] body) implements RtspMessage {
    public RtspRequest {
        if (!isAddress(uri)) {
            throw new IllegalArgumentException("blank or control character in a request address");
        }
    }

    /** True where it can stand in a request line. */
    static boolean isAddress(String uri) {
        return !uri.isEmpty() && uri.chars().noneMatch(c -> c <= ' ');
    }

    public static RtspRequest of(String method, String uri, Headers headers) {
        return new RtspRequest(method, uri, headers, NO_BODY);
    }

    @Override
    public String startLine() {
        return method + " " + uri + " RTSP/1.0";
    }

    /** Without address and values: both may hold tokens. */
    @Override
    public String toString() {
        return method + " " + headers;
    }
}
