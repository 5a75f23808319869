package vn.toancanh.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CameraAddressesTest {
    private static final CameraAddresses ELSEWHERE = new CameraAddresses(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LocalHost",
                "ban-truc.localhost",
                "127.0.0.1",
                "127.9.9.9",
                "127.1",
                "2130706433",
                "0x7f000001",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "169.254.169.254",
                "[fe80::1]"
            })
    void thisMachineAndLinkLocalAddressesAreNoCameras(String host) {
        assertThat(ELSEWHERE.mayBe(host)).isFalse();
        assertThat(CameraAddresses.ALSO_HERE.mayBe(host)).isTrue();
    }

    @Test
    void whereNobodyCanTellAnAddressCountsAsOurs() throws Exception {
        InetAddress some = InetAddress.getByName("192.0.2.1");
        assertThat(CameraAddresses.isOurs(some, address -> {
                    throw new SocketException("no files left");
                }))
                .isTrue();
        assertThat(CameraAddresses.isOurs(some, address -> null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "[::]", "224.0.0.251", "239.1.2.3", "[ff02::1]"})
    void nobodyAnswersAtThese(String host) {
        assertThat(ELSEWHERE.mayBe(host)).isFalse();
        assertThat(CameraAddresses.ALSO_HERE.mayBe(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.1.2.3", "192.168.1.64", "172.16.0.9", "203.113.131.1", "[fd00::17]", "cam-17.hoan-kiem"})
    void camerasAreInNetworksOfTheirOwn(String host) {
        assertThat(ELSEWHERE.mayBe(host)).isTrue();
    }

    @Test
    void everyAddressOfThisMachineIsItsOwn() throws Exception {
        List<InetAddress> ours = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .toList();
        assertThat(ours).isNotEmpty().noneMatch(ELSEWHERE);
        assertThat(ours).allMatch(CameraAddresses.ALSO_HERE);
    }
}
