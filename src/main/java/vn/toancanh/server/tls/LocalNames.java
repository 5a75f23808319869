package vn.toancanh.server.tls;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** By which names and addresses this machine can be reached. Blocks on the name server. */
public final class LocalNames {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,250}[A-Za-z0-9])?");
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    private LocalNames() {}

    /** All of them; the machine's own name first, {@code localhost} where it has none. */
    static Set<String> all() {
        Set<String> names = new LinkedHashSet<>();
        try {
            InetAddress own = InetAddress.getLocalHost();
            addHost(names, own.getHostName());
            addHost(names, own.getCanonicalHostName());
        } catch (UnknownHostException nameless) {
            // What is left is enough to be found by.
        }
        names.add("localhost");
        try {
            NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .map(LocalNames::plain)
                    .forEach(names::add);
        } catch (SocketException unknown) {
            names.add("127.0.0.1");
        }
        return names;
    }

    /** The name that other machines most likely know this one by. */
    public static String own() {
        return all().iterator().next();
    }

    private static void addHost(Set<String> names, String host) {
        if (HOST.matcher(host).matches() && !isAddress(host)) {
            names.add(host);
        }
    }

    /** Without the zone that a link-local address has on this machine alone. */
    private static String plain(InetAddress address) {
        String text = address.getHostAddress();
        int zone = address instanceof Inet6Address ? text.indexOf('%') : -1;
        return zone < 0 ? text : text.substring(0, zone);
    }

    static boolean isAddress(String name) {
        return ADDRESS.matcher(name).matches();
    }
}
