package vn.toancanh.rtsp;

import java.util.Optional;
import vn.toancanh.rtsp.message.Headers;
import vn.toancanh.rtsp.message.RtspRequest;
import vn.toancanh.rtsp.message.RtspResponse;

/** Writes the requests of one conversation: number, session and credentials are put into each. */
final class Requests {
    private final Credentials credentials;
    private String session = "";
    private boolean hasSession;
    private long sequence;

    Requests(Credentials credentials) {
        this.credentials = credentials;
    }

    Credentials credentials() {
        return credentials;
    }

    /** The number of the request written last. */
    long sequence() {
        return sequence;
    }

    /** The request that ends the server's session, where it holds one of ours; once. */
    Optional<byte[]> lastOf(String method, String uri) {
        if (!hasSession) {
            return Optional.empty();
        }
        hasSession = false;
        return Optional.of(write(method, uri, Headers.NONE));
    }

    /** Takes the session's name out of the value of {@code Session}; servers without one name none. */
    void session(String given) {
        int semicolon = given.indexOf(';');
        session = (semicolon < 0 ? given : given.substring(0, semicolon)).strip();
        hasSession = true;
    }

    byte[] write(String method, String uri, Headers extra) {
        Headers headers = Headers.of("CSeq", Long.toString(++sequence), "User-Agent", "toan-canh");
        if (!session.isEmpty()) {
            headers = headers.with("Session", session);
        }
        Optional<String> authorization = credentials.authorization(method, uri);
        if (authorization.isPresent()) {
            headers = headers.with("Authorization", authorization.get());
        }
        return RtspRequest.of(method, uri, headers.and(extra)).encode();
    }

    /**
     * What a server's own request is answered with: it may ask whether we are still there, end the session, and send us elsewhere.
     *
     * @param followed where it sends us elsewhere: we go
     */
    static byte[] answerTo(RtspRequest request, boolean followed) {
        Headers headers = request.headers()
                .first("CSeq")
                .map(value -> Headers.of("CSeq", value))
                .orElse(Headers.NONE);
        RtspResponse answer = switch (request.method()) {
            case "OPTIONS", "GET_PARAMETER", "SET_PARAMETER", "TEARDOWN" -> RtspResponse.of(200, "OK", headers);
            case "REDIRECT" ->
                followed ? RtspResponse.of(200, "OK", headers) : RtspResponse.of(400, "Bad Request", headers);
            default -> RtspResponse.of(501, "Not Implemented", headers);
        };
        return answer.encode();
    }
}
