package vn.toancanh.server.relay;

import vn.toancanh.rtsp.RtspFailure;

/**
 * How a viewer is told what is wrong with a camera, in the words of RFC 2326 section 11: 502 and 504 are a gateway's, by which a
 * client tells that not this server is away but the camera behind it. RFC 2326 has no words for encryption; those of RFC 7826
 * (sections 17.4.38 and 17.4.39) are taken, which say just this of a gateway.
 */
record Refusal(int status, String reason) {
    static Refusal of(RtspFailure failure) {
        return switch (failure.kind()) {
            case NOT_FOUND -> new Refusal(404, "Not Found");
            // Not 401: the viewer's own right is good, and asking it again would not help.
            case CREDENTIALS -> new Refusal(403, "Forbidden");
            case NO_ENCRYPTION -> new Refusal(472, "Failure to Establish Secure Connection");
            case NO_TRANSPORT -> new Refusal(461, "Unsupported Transport");
            case NO_VIDEO -> new Refusal(406, "Not Acceptable");
            case UNSUPPORTED -> new Refusal(415, "Unsupported Media Type");
            case UNREACHABLE, ENDED -> new Refusal(502, "Bad Gateway");
            case SILENT -> new Refusal(504, "Gateway Time-out");
            case REFUSED -> new Refusal(503, "Service Unavailable");
            case CERTIFICATE -> new Refusal(471, "Connection Credentials Not Accepted");
            case PROTOCOL -> new Refusal(500, "Internal Server Error");
        };
    }
}
