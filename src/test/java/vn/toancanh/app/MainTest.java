package vn.toancanh.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void onlyAClientThatWillRunHasJavaFxComeUpEarly() {
        assertThat(Main.opensWindows(List.of("client", "--server", "https://a")))
                .isTrue();
        assertThat(Main.opensWindows(List.of("client", "--help"))).isFalse();
        assertThat(Main.opensWindows(List.of("client", "-h"))).isFalse();
        assertThat(Main.opensWindows(List.of("server", "client"))).isFalse();
        assertThat(Main.opensWindows(List.of())).isFalse();
    }
}
