package vn.toancanh.server.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The host that a desk used, as it stands in its grants. */
final class ReachedHostTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:8088, 127.0.0.1",
        "may-chu.phuong.vn, may-chu.phuong.vn",
        "may-chu_2:443, may-chu_2",
        "[::1]:8088, [::1]",
        "[2001:db8::7], [2001:db8::7]",
        "'', 10.1.2.3",
        "a b, 10.1.2.3",
        "user@host, 10.1.2.3",
        "host/path, 10.1.2.3",
        "host:port, 10.1.2.3",
        "[::1, 10.1.2.3",
        "host?x=y, 10.1.2.3"
    })
    void isTakenWhereItCanStandInAnAddress(String header, String host) {
        assertThat(ReachedHost.of(header, "10.1.2.3")).isEqualTo(host);
    }

    @ParameterizedTest
    @CsvSource({"fe80::1, [fe80::1]", "[::1], [::1]", "10.0.0.1, 10.0.0.1"})
    void orElseTheAddressThatTheRequestCameTo(String own, String host) {
        assertThat(ReachedHost.of("?", own)).isEqualTo(host);
    }
}
