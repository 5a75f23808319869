package vn.toancanh.rtsp.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class SdpTest {
    private static final String CAMERA = """
            v=0
            o=- 1 1 IN IP4 10.0.0.1
            s=Media Presentation
            a=control:*
            a=recvonly
            m=audio 0 RTP/AVP 8
            a=control:trackID=2
            m=video 0/1 RTP/AVP 96 97
            b=AS:500
            a=rtpmap:96 H264/90000
            a=fmtp:96 packetization-mode=1; profile-level-id=4D401F;sprop-parameter-sets=Z0,aO==
            a=rtpmap:97 H265/90000
            a=control:rtsp://h/x?token=1
            garbage
            """;

    @Test
    void readsTheSessionAndItsMedia() throws Exception {
        Sdp sdp = Sdp.parse(CAMERA);
        assertThat(sdp.name()).isEqualTo("Media Presentation");
        assertThat(sdp.attribute("control")).contains("*");
        assertThat(sdp.media()).extracting(Sdp.Media::kind).containsExactly("audio", "video");
        Sdp.Media video = sdp.media().get(1);
        assertThat(video.payloadTypes()).containsExactly(96, 97);
        assertThat(video.rtpmap(97)).contains("H265/90000");
        assertThat(video.fmtp(96))
                .containsEntry("packetization-mode", "1")
                .containsEntry("sprop-parameter-sets", "Z0,aO==");
        assertThat(video.attribute("control")).contains("rtsp://h/x?token=1");
    }

    @Test
    void whatIsWrittenReadsBackTheSame() throws Exception {
        Sdp sdp = Sdp.parse(CAMERA);
        assertThat(Sdp.parse(sdp.write())).isEqualTo(sdp);
    }

    @Test
    void refusesWhatIsNoDescription() {
        assertThatThrownBy(() -> Sdp.parse("<html>404</html>")).isInstanceOf(RtspFormatException.class);
        assertThatThrownBy(() -> Sdp.parse("v=0\n" + "a=x\n".repeat(3000))).isInstanceOf(RtspFormatException.class);
        assertThatThrownBy(() -> Sdp.parse("v=0\n" + "m=video 0 RTP/AVP 96\n".repeat(40)))
                .isInstanceOf(RtspFormatException.class);
    }
}
