package vn.toancanh.rtsp;

import java.net.URI;
import java.util.Optional;
import vn.toancanh.rtsp.message.RtspMessage;
import vn.toancanh.rtsp.message.RtspRequest;
import vn.toancanh.rtsp.message.RtspResponse;

/**
 * Where a server sends us (301, 302, 303), or through whom (305): RFC 2326 section 11.2; or where it wants us to go on while it
 * plays, section 10.10.
 *
 * @param to rtsp or rtsps, with a host and without user info
 * @param through true: ask there for the same address as before
 */
record Redirect(URI to, boolean through) {
    /** Empty where it leads to no address that we follow, or would leave encryption behind. */
    static Optional<Redirect> of(RtspResponse answer, String asked, boolean encrypted) {
        return switch (answer.status()) {
            case 301, 302, 303 -> location(answer, asked, encrypted, false);
            case 305 -> location(answer, asked, encrypted, true);
            default -> Optional.empty();
        };
    }

    /** The same of a request of the server's own; empty where that is another one, too. */
    static Optional<Redirect> of(RtspRequest request, String asked, boolean encrypted) {
        return request.method().equals("REDIRECT") ? location(request, asked, encrypted, false) : Optional.empty();
    }

    private static Optional<Redirect> location(RtspMessage said, String asked, boolean encrypted, boolean through) {
        String location = said.headers().first("Location").orElse("").strip();
        int fragment = location.indexOf('#');
        String wanted = fragment < 0 ? location : location.substring(0, fragment);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI to = URI.create(asked).resolve(wanted);
            String scheme = String.valueOf(to.getScheme());
            boolean known = scheme.equalsIgnoreCase("rtsps") || (!encrypted && scheme.equalsIgnoreCase("rtsp"));
            return known && to.getHost() != null && to.getRawUserInfo() == null
                    ? Optional.of(new Redirect(to, through))
                    : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
