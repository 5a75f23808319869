package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.toancanh.base.Failure;
import vn.toancanh.rtsp.RtspFailure;

/** What the client is told of the end of a session. */
class EndingsTest {
    private static Failure.Kind told(RtspFailure.Kind kind) {
        return Endings.of(new RtspFailure(kind, "said so", null));
    }

    @Test
    void aRefusedCertificateIsNoDamageOfTheStream() {
        assertThat(told(RtspFailure.Kind.CERTIFICATE)).isEqualTo(Failure.Kind.UNTRUSTED);
        assertThat(told(RtspFailure.Kind.PROTOCOL)).isEqualTo(Failure.Kind.PROTOCOL);
    }
}
