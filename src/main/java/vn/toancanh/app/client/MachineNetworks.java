package vn.toancanh.app.client;

import java.io.UncheckedIOException;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Lane;
import vn.toancanh.live.Comeback;
import vn.toancanh.live.LocalNetworks;
import vn.toancanh.live.NetworkWatch;

/** This machine's networks by its interfaces: those that are up and running, without its own loop. Any thread. */
final class MachineNetworks implements LocalNetworks {
    private static final System.Logger LOG = System.getLogger(MachineNetworks.class.getName());

    /** Has all that wait for a network tried as soon as one is back. */
    static Handle watch(Lane desk, Lane reader, Comeback comeback) {
        return new NetworkWatch(desk, reader, new MachineNetworks(), comeback::everywhere);
    }

    @Override
    public Set<String> up() {
        Set<String> found = new TreeSet<>();
        try {
            NetworkInterface.networkInterfaces().forEach(each -> take(each, found));
        } catch (SocketException | UncheckedIOException unreadable) {
            LOG.log(System.Logger.Level.DEBUG, "networks cannot be read", unreadable);
        }
        return found;
    }

    private static void take(NetworkInterface each, Set<String> found) {
        try {
            if (!each.isLoopback() && each.isUp()) {
                each.getInterfaceAddresses()
                        .forEach(address -> found.add(
                                network(each.getName(), address.getAddress().getAddress())));
            }
        } catch (SocketException gone) {
            LOG.log(System.Logger.Level.DEBUG, "an interface went while it was read", gone);
        }
    }

    /** An address of IPv6 changes daily within its network (RFC 8981), which brings nothing back. */
    static String network(String plug, byte[] own) {
        return plug + ' ' + HexFormat.of().formatHex(own, 0, Math.min(own.length, 8));
    }
}
