package vn.toancanh.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

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
        assertThat(ControlUri.base(asked, Headers.of("Content-Base", "nonsense")))
                .isEqualTo(asked);
        assertThat(ControlUri.base(asked, Headers.of("Content-Base", " "))).isEqualTo(asked);
    }

    @Test
    void controlMayBeEmptyAStarRelativeFromTheRootOrAbsolute() {
        assertThat(resolve("rtsp://h/a", "rtsp://h/a", "")).isEqualTo("rtsp://h/a");
        assertThat(resolve("rtsp://h/a", "rtsp://h/a/", "*")).isEqualTo("rtsp://h/a/");
        assertThat(resolve("rtsp://h/a", "rtsp://h/a", "trackID=1")).isEqualTo("rtsp://h/a/trackID=1");
        assertThat(resolve("rtsp://h/a", "rtsp://h/a/", "trackID=1")).isEqualTo("rtsp://h/a/trackID=1");
        assertThat(resolve("rtsp://h/a", "rtsp://h:554/a", "/b/t")).isEqualTo("rtsp://h:554/b/t");
        assertThat(resolve("rtsp://h/a", "rtsp://h/a", "RTSP://k/x")).isEqualTo("RTSP://k/x");
        assertThat(resolve("rtsp://h/a", "rtsp://h/a", "two words")).isEqualTo("rtsp://h/a");
    }

    @Test
    void theQueryOfTheAddressAskedForStaysInEveryForm() {
        String asked = "rtsp://h/a?token=x";
        assertThat(resolve(asked, asked, "t1")).isEqualTo("rtsp://h/a/t1?token=x");
        assertThat(resolve(asked, "rtsp://h/a/", "t1")).isEqualTo("rtsp://h/a/t1?token=x");
        assertThat(resolve(asked, "rtsp://h/a", "*")).isEqualTo("rtsp://h/a?token=x");
        assertThat(resolve(asked, asked, "rtsp://h/t1")).isEqualTo("rtsp://h/t1?token=x");
        assertThat(resolve(asked, asked, "rtsp://h/t1?own=1")).isEqualTo("rtsp://h/t1?own=1");
        assertThat(resolve(asked, "rtsp://h/a?token=x/", "t1")).isEqualTo("rtsp://h/a?token=x/t1");
    }

    @Test
    void whereAQueryStandsInTheWayBothPlacesAreTried() {
        assertThat(ControlUri.candidates("rtsp://h/a?t=1", "rtsp://h/a?t=1", "x"))
                .containsExactly("rtsp://h/a/x?t=1", "rtsp://h/a?t=1/x");
        assertThat(ControlUri.candidates("rtsp://h/a?t=1", "rtsp://h/a/", "x")).containsExactly("rtsp://h/a/x?t=1");
        assertThat(ControlUri.candidates("rtsp://h/a?t=1", "rtsp://h/a?t=1", "*"))
                .containsExactly("rtsp://h/a?t=1");
    }

    private static String resolve(String asked, String base, String control) {
        return ControlUri.resolve(asked, base, control);
    }
}
