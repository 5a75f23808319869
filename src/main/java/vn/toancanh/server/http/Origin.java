package vn.toancanh.server.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What counts as one place where callers come from: an IPv4 address, or the first 64 bits of an IPv6 one, since whoever has one
 * of those has all behind them (RFC 4291, 2.5.4).
 */
public final class Origin {
    private static final int NETWORK_BYTES = 8;

    private Origin() {}

    /**
     * The place of an address.
     *
     * @param address as the listener tells it; kept as it is where it is none that is known
     */
    public static String of(String address) {
        String bare = address.replaceAll("^\\[|]$|%.*$", "");
        try {
            return of(InetAddress.ofLiteral(bare));
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }

    static String of(InetAddress address) {
        return address instanceof Inet6Address six
                ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES)) + "/64"
                : address.getHostAddress();
    }
}
