package vn.toancanh.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.toancanh.rtsp.message.Headers;

final class ControlUriTest {
    @Test
    void theBaseIsWhatTheServerSaysOrElseWhatWasAskedFor() {
        String asked = "rtsp://h/a";
        assertThat(ControlUri.base(asked, Headers.NONE)).isEqualTo(asked);
        assertThat(ControlUri.base(asked, Headers.of("Content-Location", "rtsp://h/c")))
                .isEqualTo("rtsp://h/c");
        assertThat(ControlUri.base(asked, Headers.of("Content-Location", "rtsp://h/c", "Content-Base", "rtsp://h/b/")))
                .isEqualTo("rtsp://h/b/");
        assertThat(ControlUri.base(asked, Headers.of("Content-Base", "nonsense", "Content-Location", "rtsp://h/c")))
                .isEqualTo("rtsp://h/c");
        assertThat(ControlUri.base(asked, Headers.of("Content-Base", " "))).isEqualTo(asked);
    }

    @Test
    void controlMayBeEmptyAStarRelativeFromTheRootOrAbsolute() {
        assertThat(first("rtsp://h/a", "rtsp://h/a", "")).isEqualTo("rtsp://h/a");
        assertThat(first("rtsp://h/a", "rtsp://h/a/", "*")).isEqualTo("rtsp://h/a/");
        assertThat(first("rtsp://h/a", "rtsp://h/a", "trackID=1")).isEqualTo("rtsp://h/a/trackID=1");
        assertThat(first("rtsp://h/a", "rtsp://h/a/", "trackID=1")).isEqualTo("rtsp://h/a/trackID=1");
        assertThat(first("rtsp://h:8554/a", "rtsp://h:8554/a/", "/b/t")).isEqualTo("rtsp://h:8554/b/t");
        assertThat(first("rtsp://h/a", "rtsp://h", "/t")).isEqualTo("rtsp://h/t");
        assertThat(first("rtsp://h/a", "rtsp://h/a", "?track=1")).isEqualTo("rtsp://h/a?track=1");
        assertThat(first("rtsp://h/a", "rtsp://h/a", "RTSP://H/x")).isEqualTo("RTSP://H/x");
        assertThat(first("rtsp://h/a", "rtsp://h/a", "two words")).isEqualTo("rtsp://h/a");
    }

    @Test
    void theQueryOfTheAddressAskedForStaysInEveryForm() {
        String asked = "rtsp://h/a?token=x";
        assertThat(first(asked, asked, "t1")).isEqualTo("rtsp://h/a/t1?token=x");
        assertThat(first(asked, "rtsp://h/a/", "t1")).isEqualTo("rtsp://h/a/t1?token=x");
        assertThat(first(asked, "rtsp://h/a", "*")).isEqualTo("rtsp://h/a?token=x");
        assertThat(first(asked, asked, "/t1")).isEqualTo("rtsp://h/t1?token=x");
        assertThat(first(asked, asked, "rtsp://h/t1")).isEqualTo("rtsp://h/t1?token=x");
        assertThat(first(asked, asked, "rtsp://h/t1?own=1")).isEqualTo("rtsp://h/t1?own=1&token=x");
        assertThat(first(asked, asked, "rtsp://h/t1?token=theirs")).isEqualTo("rtsp://h/t1?token=theirs");
        assertThat(first("rtsp://h/a?t=1", "rtsp://h/a?t=1", "rtsp://h/t1?at=12"))
                .as("another's digits are no token")
                .isEqualTo("rtsp://h/t1?at=12&t=1");
        assertThat(first(asked, asked, "?track=1")).isEqualTo("rtsp://h/a?track=1&token=x");
        assertThat(first(asked, "rtsp://h/a?token=x/", "t1")).isEqualTo("rtsp://h/a?token=x/t1");
        assertThat(first("rtsp://h/a?key", "rtsp://h/a?key/", "t1")).isEqualTo("rtsp://h/a?key/t1");
    }

    @Test
    void whereAQueryStandsInTheWayBothPlacesAreTried() {
        assertThat(ControlUri.candidates("rtsp://h/a?t=1", "rtsp://h/a?t=1", "x"))
                .containsExactly("rtsp://h/a/x?t=1", "rtsp://h/a?t=1/x");
        assertThat(ControlUri.candidates("rtsp://h/a?t=1", "rtsp://h/a/", "x")).containsExactly("rtsp://h/a/x?t=1");
        assertThat(ControlUri.candidates("rtsp://h/a?t=1", "rtsp://h/a?t=1", "*"))
                .containsExactly("rtsp://h/a?t=1");
    }

    @Test
    void ourHostIsKeptWhateverTheServerCallsItself() {
        assertThat(ControlUri.candidates("rtsp://203.0.113.9:8554/a", "rtsp://192.168.1.64/a/", "t"))
                .containsExactly("rtsp://203.0.113.9:8554/a/t", "rtsp://192.168.1.64/a/t");
        assertThat(ControlUri.candidates("rtsps://h/a", "rtsps://h/a", "rtsp://10.0.0.1/t?x=1"))
                .containsExactly("rtsps://h/t?x=1", "rtsp://10.0.0.1/t?x=1");
        assertThat(first("rtsp://h/a", "rtsp://viewer:secret@h/a/", "t")).isEqualTo("rtsp://h/a/t");
        assertThat(first("rtsp://[fe80::1]/a", "rtsp://[fe80::1]/a/", "t")).isEqualTo("rtsp://[fe80::1]/a/t");
    }

    @Test
    void percentSignsStayAsTheyAre() {
        String asked = "rtsp://h/Ch%C3%A2u%20%2F1?t=%41%2b";
        assertThat(first(asked, asked, "track%201")).isEqualTo("rtsp://h/Ch%C3%A2u%20%2F1/track%201?t=%41%2b");
    }

    @Test
    void noTextWhateverMakesItThrowOrLeaveAControlCharacter() {
        for (String odd : List.of("//", "?", "rtsp://", "rtsp://?", "\u0000", "/".repeat(5000), "rtsp://h", "*/*")) {
            for (String base : List.of("rtsp://h/a", "rtsp://", "rtsp://h?x", "RTSPS://h")) {
                assertThat(ControlUri.candidates("rtsp://h/a?t=1", base, odd))
                        .isNotEmpty()
                        .allMatch(uri -> uri.chars().noneMatch(c -> c <= ' '));
            }
        }
    }

    private static String first(String asked, String base, String control) {
        return ControlUri.candidates(asked, base, control).getFirst();
    }
}
