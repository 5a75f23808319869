package vn.toancanh.server;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;

/**
 * Where the server is to listen.
 *
 * @param plain true: without TLS
 */
record ListenAddress(String address, boolean plain) {
    boolean isLoopback() {
        @Nullable InetAddress found = found();
        return found != null && found.isLoopbackAddress();
    }

    /**
     * Refuses an address that this machine does not have, and plain HTTP on one that others can reach: passwords would cross
     * the network in clear.
     *
     * @throws FailureException where it is so
     */
    void requireUsable() {
        @Nullable InetAddress found = found();
        if (plain && (found == null || !found.isLoopbackAddress())) {
            throw new FailureException(
                    Failure.of(Failure.Kind.UNSUPPORTED, "plain HTTP on " + address + " would show passwords")
                            .withText("server.needsTls", address));
        }
        if (found == null || !isHere(found)) {
            throw new FailureException(Failure.of(Failure.Kind.BAD_INPUT, address + " is not of this machine")
                    .withText("server.notOurAddress", address));
        }
    }

    private @Nullable InetAddress found() {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException unknown) {
            return null;
        }
    }

    private static boolean isHere(InetAddress address) {
        try {
            return address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unknown) {
            return true;
        }
    }
}
