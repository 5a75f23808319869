package vn.toancanh.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.toancanh.model.Monitor;

class KeptWindowTest {
    @Test
    void whatIsWrittenIsRead() {
        List<KeptWindow> windows = List.of(
                new KeptWindow(1, new Monitor("HDMI-A-1", "DEL-A0B1-00000001", -1920, 0, 1920, 1080), true, true),
                new KeptWindow(2, new Monitor("", "", 0, -1080, 3840, 2160), false, false),
                new KeptWindow(16, new Monitor("DP 1", "", 5, 6, 7, 8), true, false));
        assertThat(KeptWindow.read(KeptWindow.write(windows))).isEqualTo(windows);
        assertThat(KeptWindow.read("")).isEmpty();
    }

    @Test
    void linesThatAreNoneAreLeftOut() {
        String good = "2 1 0 0 0 1920 1080 DP-1 -";
        String text = String.join(
                "\n",
                "",
                "nonsense",
                "0 1 0 0 0 1920 1080 DP-1 -",
                "17 1 0 0 0 1920 1080 DP-1 -",
                "3 1 0 0 0 0 1080 DP-1 -",
                "4 1 0 0 0 1920 99999999999 DP-1 -",
                "5 1 0 0 0 1920 1080 DP-1 - more",
                good,
                "2 1 0 0 0 640 480 DP-9 -");
        assertThat(KeptWindow.read(text))
                .containsExactly(new KeptWindow(2, new Monitor("DP-1", "", 0, 0, 1920, 1080), true, false));
    }
}
