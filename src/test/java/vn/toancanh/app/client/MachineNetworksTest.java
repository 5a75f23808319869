package vn.toancanh.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

/** What this very machine says of its networks. */
class MachineNetworksTest {
    @Test
    void tellsOfEveryPlugThatIsUpButNotOfItsOwnLoop() throws SocketException {
        MachineNetworks networks = new MachineNetworks();
        String[] plugs = NetworkInterface.networkInterfaces()
                .filter(MachineNetworksTest::carries)
                .map(NetworkInterface::getName)
                .toArray(String[]::new);
        assertThat(networks.up())
                .extracting(each -> each.substring(0, each.indexOf(' ')))
                .containsOnly(plugs)
                .doesNotContain("lo");
        assertThat(networks.up()).as("steady while nobody pulls a plug").isEqualTo(networks.up());
    }

    @Test
    void anAddressThatChangesWithinItsNetworkIsNoOtherNetwork() throws UnknownHostException {
        String day = network("2001:db8:1:2:11:22:33:44");
        assertThat(network("2001:db8:1:2:55:66:77:88")).isEqualTo(day);
        assertThat(network("2001:db8:1:3:11:22:33:44")).isNotEqualTo(day);
        assertThat(network("192.0.2.17")).isNotEqualTo(network("192.0.2.18"));
    }

    private static String network(String address) throws UnknownHostException {
        return MachineNetworks.network("eth0", InetAddress.getByName(address).getAddress());
    }

    private static boolean carries(NetworkInterface plug) {
        try {
            return plug.isUp()
                    && !plug.isLoopback()
                    && !plug.getInterfaceAddresses().isEmpty();
        } catch (SocketException gone) {
            return false;
        }
    }
}
