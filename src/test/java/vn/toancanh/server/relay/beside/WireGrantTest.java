package vn.toancanh.server.relay.beside;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.rtsp.TransportPolicy;

/** A grant that crosses the socket to a relay. */
class WireGrantTest {
    @Test
    void whichCertificatesAreAcceptedAndByWhatItIsAskedCrossToo() {
        WireGrant told = Told.grant("g-1", "s-1", 0, 0);
        JsonMapper json = JsonMapper.shared();
        WireGrant heard = json.readValue(json.writeValueAsString(told), WireGrant.class);
        assertThat(heard.allowance().target().tlsPins())
                .containsExactly("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assertThat(heard.allowance().target().transports()).isEqualTo(TransportPolicy.UDP_FIRST);
        assertThat(WireGrant.of(heard.allowance())).isEqualTo(told);
        assertThat(told.tlsPins()).isEqualTo(List.copyOf(heard.tlsPins()));
    }
}
