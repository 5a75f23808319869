package vn.toancanh.onvif;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.LoggableUri;
import vn.toancanh.base.Secret;

/**
 * Where a device's own service answers, and with what. Credentials go to the host named here and to no other, whatever the device
 * says of its addresses.
 *
 * @param service http or https, without credentials, such as {@code http://10.1.2.3/onvif/device_service}
 * @param user null, as {@code password}: nothing is told, and what needs a password is refused
 * @param tlsPins SHA-256 of the certificates that are accepted, Base64; empty: those that the system trusts for the host's name
 * @param hosts which addresses may be connected to at all
 */
public record DeviceAccess(
        URI service,
        @Nullable String user,
        @Nullable Secret password,
        List<String> tlsPins,
        Predicate<InetAddress> hosts) {
    /** Where most devices have it. */
    public static final String USUAL_PATH = "/onvif/device_service";

    /** @throws IllegalArgumentException where the address is none of a device's service */
    public DeviceAccess {
        if (!isAddress(service)) {
            throw new IllegalArgumentException("no address of a device");
        }
        tlsPins = List.copyOf(tlsPins);
    }

    /** True of an address with http or https and a host, without credentials or fragment. */
    public static boolean isAddress(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        return (scheme.equals("http") || scheme.equals("https"))
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawFragment() == null;
    }

    boolean secured() {
        return service.getScheme().equalsIgnoreCase("https");
    }

    /** The address alone. */
    @Override
    public String toString() {
        return "DeviceAccess[" + new LoggableUri(service) + "]";
    }
}
