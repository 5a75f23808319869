package vn.toancanh.onvif;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a service of a device is called. A device tells addresses as it knows itself: a private one behind a router, one of a port that a
 * tunnel does not have, or, where somebody else answers, one that is to be told the password. So the host by which it was reached
 * counts, always; of what it tells the path counts, and the port where it names that same host.
 */
final class Addresses {
    private Addresses() {}

    /**
     * The address of a service.
     *
     * @param reached the device's own service
     * @param told what the device says
     */
    static URI of(URI reached, String told) {
        URI there;
        try {
            there = new URI(told.strip());
        } catch (URISyntaxException none) {
            return reached;
        }
        String path = there.getRawPath();
        if (path == null || !path.startsWith("/")) {
            return reached;
        }
        boolean same = there.getHost() != null
                && there.getHost().equalsIgnoreCase(reached.getHost())
                && there.getScheme() != null
                && there.getScheme()
                        .toLowerCase(Locale.ROOT)
                        .equals(reached.getScheme().toLowerCase(Locale.ROOT));
        int port = same ? there.getPort() : reached.getPort();
        String query = there.getRawQuery() == null ? "" : "?" + there.getRawQuery();
        return URI.create(
                reached.getScheme() + "://" + reached.getHost() + (port < 0 ? "" : ":" + port) + path + query);
    }
}
