package vn.toancanh.rtsp.message;

/**
 * An answer.
 *
 * @param status 100 to 599
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity only
public record RtspResponse(int status, String reason, Headers headers, byte[] body) implements RtspMessage {
    public static RtspResponse of(int status, String reason, Headers headers) {
        return new RtspResponse(status, reason, headers, NO_BODY);
    }

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    @Override
    public String startLine() {
        return "RTSP/1.0 " + status + " " + reason;
    }

    @Override
    public String toString() {
        return startLine() + " " + headers;
    }
}
