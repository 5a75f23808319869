package vn.toancanh.server.inventory;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where a camera may be. Whoever may configure one ward names addresses to which the server then connects; that must not be a way
 * to what listens on the server's own machine for itself alone, nor to what answers on link-local addresses only (OWASP API7:2023,
 * server-side request forgery). Immutable; any thread.
 *
 * @param here cameras on this machine and on link-local addresses are meant: a simulator, or another program's relay
 */
public record CameraAddresses(boolean here) implements Predicate<InetAddress> {
    /** Anything that somebody can answer at. */
    public static final CameraAddresses ALSO_HERE = new CameraAddresses(true);

    @Override
    public boolean test(InetAddress address) {
        if (address.isMulticastAddress() || address.isAnyLocalAddress()) {
            return false;
        }
        return here || !(address.isLoopbackAddress() || address.isLinkLocalAddress() || isOurs(address));
    }

    /**
     * What can be said of a host without asking a name server; whoever connects asks again, by address.
     *
     * @param host of an address as in {@code rtsp://host/}
     */
    boolean mayBe(String host) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        String name = bare.toLowerCase(Locale.ROOT);
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            return here;
        }
        @Nullable InetAddress literal = literal(bare);
        return literal == null || test(literal);
    }

    /** Also in the forms that some resolvers take for a number: 127.1, 2130706433, 0x7f000001. */
    private static @Nullable InetAddress literal(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException notSo) {
            try {
                return Inet4Address.ofPosixLiteral(text);
            } catch (IllegalArgumentException name) {
                return null;
            }
        }
    }

    private static boolean isOurs(InetAddress address) {
        return isOurs(address, NetworkInterface::getByInetAddress);
    }

    /** Finds the interface of an address; null where it is none of ours. */
    interface Interfaces {
        @Nullable
        Object of(InetAddress address) throws SocketException;
    }

    /** Where nobody can tell it counts as ours: what is refused wrongly is seen, what is let through wrongly is not. */
    static boolean isOurs(InetAddress address, Interfaces interfaces) {
        try {
            return interfaces.of(address) != null;
        } catch (SocketException unknown) {
            return true;
        }
    }
}
