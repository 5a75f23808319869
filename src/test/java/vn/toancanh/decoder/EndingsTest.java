package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.toancanh.base.Failure;
import vn.toancanh.rtsp.RtspFailure;

/** What the client is told of the end of a session. */
class EndingsTest {
    private static RtspFailure failure(RtspFailure.Kind kind, int status) {
        return new RtspFailure(kind, "said so", null, status, null);
    }

    private static Failure.Kind straight(RtspFailure.Kind kind) {
        return Endings.of(failure(kind, 0), false, false);
    }

    private static Failure.Kind relayed(RtspFailure.Kind kind, int status) {
        return Endings.of(failure(kind, status), true, false);
    }

    @Test
    void aRefusedCertificateIsNoDamageOfTheStream() {
        assertThat(straight(RtspFailure.Kind.CERTIFICATE)).isEqualTo(Failure.Kind.UNTRUSTED);
        assertThat(straight(RtspFailure.Kind.PROTOCOL)).isEqualTo(Failure.Kind.PROTOCOL);
    }

    @Test
    void aRelayThatIsAwayIsNoCameraThatIs() {
        assertThat(relayed(RtspFailure.Kind.UNREACHABLE, 0)).isEqualTo(Failure.Kind.RELAY_AWAY);
        assertThat(relayed(RtspFailure.Kind.UNREACHABLE, 502))
                .as("it says so of the camera")
                .isEqualTo(Failure.Kind.UNREACHABLE);
        assertThat(Endings.of(failure(RtspFailure.Kind.UNREACHABLE, 0), true, true))
                .as("it lets go of who plays when the camera is lost")
                .isEqualTo(Failure.Kind.UNREACHABLE);
        assertThat(straight(RtspFailure.Kind.UNREACHABLE)).isEqualTo(Failure.Kind.UNREACHABLE);
    }

    @Test
    void aTokenThatIsRefusedIsNoPassword() {
        assertThat(relayed(RtspFailure.Kind.CREDENTIALS, 0)).isEqualTo(Failure.Kind.FORBIDDEN);
        assertThat(relayed(RtspFailure.Kind.CREDENTIALS, 403))
                .as("the camera refuses the server's password")
                .isEqualTo(Failure.Kind.CREDENTIALS);
        assertThat(straight(RtspFailure.Kind.CREDENTIALS)).isEqualTo(Failure.Kind.CREDENTIALS);
    }

    @Test
    void whatCannotBeAgreedOnIsNoCoding() {
        assertThat(straight(RtspFailure.Kind.NO_TRANSPORT)).isEqualTo(Failure.Kind.NO_TRANSPORT);
        assertThat(straight(RtspFailure.Kind.NO_VIDEO)).isEqualTo(Failure.Kind.NO_VIDEO);
        assertThat(straight(RtspFailure.Kind.NO_ENCRYPTION)).isEqualTo(Failure.Kind.NO_ENCRYPTION);
        assertThat(straight(RtspFailure.Kind.UNSUPPORTED)).isEqualTo(Failure.Kind.UNSUPPORTED);
    }
}
