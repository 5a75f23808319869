package vn.toancanh.rtsp;

import java.net.URI;
import java.util.Optional;
import vn.toancanh.rtsp.message.RtspResponse;

/**
 * Where a server sends us (301, 302, 303), or through whom (305): RFC 2326 section 11.2.
 *
 * @param to rtsp or rtsps, with a host and without user info
 * @param through true: ask there for the same address as before
 */
record Redirect(URI to, boolean through) {
    /** Empty where it leads to no address that we follow, or would leave encryption behind. */
    static Optional<Redirect> of(RtspResponse answer, String asked, boolean encrypted) {
        boolean followed = switch (answer.status()) {
            case 301, 302, 303, 305 -> true;
            default -> false;
        };
        String location = answer.headers().first("Location").orElse("").strip();
        if (!followed || location.isEmpty()) {
            return Optional.empty();
        }
        try {
            URI to = URI.create(asked).resolve(location);
            String scheme = String.valueOf(to.getScheme());
            boolean known = scheme.equalsIgnoreCase("rtsps") || (!encrypted && scheme.equalsIgnoreCase("rtsp"));
            return known && to.getHost() != null && to.getRawUserInfo() == null
                    ? Optional.of(new Redirect(to, answer.status() == 305))
                    : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
