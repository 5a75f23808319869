package vn.toancanh.server.accounts;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What counts as one place where sign-ins come from: an IPv4 address, or the first 64 bits of an IPv6 one, since whoever has one
 * of those has all behind them (RFC 4291, 2.5.4).
 */
final class Origin {
    private static final int NETWORK_BYTES = 8;

    private Origin() {}

    /** @param address as the listener tells it; kept as it is where it is none that is known */
    static String of(String address) {
        String bare = address.replaceAll("^\\[|]$|%.*$", "");
        try {
            InetAddress parsed = InetAddress.ofLiteral(bare);
            return parsed instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES)) + "/64"
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }
}
