package vn.toancanh.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransportPolicyTest {
    @ParameterizedTest
    @CsvSource({
        "TCP_FIRST, tcp udp, TCP UDP, TCP",
        "UDP_FIRST, udp tcp, UDP TCP, TCP",
        "TCP_ONLY,  tcp,     TCP,     TCP",
        "UDP_ONLY,  udp,     UDP,     ''",
    })
    void isToldByItsWordsAndTriesNoDatagramsOverTls(TransportPolicy policy, String words, String plain, String byTls) {
        assertThat(policy.words()).containsExactly(words.split(" "));
        assertThat(TransportPolicy.of(policy.words())).isEqualTo(policy);
        assertThat(names(policy.order(false))).isEqualTo(plain);
        assertThat(names(policy.order(true))).isEqualTo(byTls);
    }

    private static String names(List<? extends Enum<?>> order) {
        return String.join(" ", order.stream().map(Enum::name).toList());
    }
}
