package vn.toancanh.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.NetworkInterface;
import java.net.SocketException;
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
