package vn.toancanh.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "opening rtsp://viewer:hunter2@10.0.0.7:554/main",
                "rtsp://hunter2@camera/",
                "Authorization: Bearer hunter2.abc",
                "Authorization: Digest username=\"a\", response=\"hunter2\"",
                "{\"user\":\"a\",\"password\":\"hunter2\"}",
                "password=hunter2&next=1",
                "accessToken: hunter2"
            })
    void masksWhatLooksSecret(String line) {
        assertThat(Redacted.of(line)).doesNotContain("hunter2").contains("***");
    }

    @Test
    void leavesOrdinaryLinesAlone() {
        String line = "camera 17 at rtsp://10.0.0.7:554/main: 3 packets lost, digest stale";
        assertThat(Redacted.of(line)).isEqualTo(line);
    }
}
