package vn.toancanh.server.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.server.http.ApiProblem;

class ImportAddressesTest {
    private static ImportBody body(String url) {
        return JsonMapper.shared()
                .readValue(
                        "{\"cameras\":[{\"line\":3,\"id\":\"x\",\"name\":\"X\",\"siteId\":\"s\",\"streams\":[{\"role\":\"main\",\"url\":\""
                                + url + "\"}]}]}",
                        ImportBody.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rtsp://127.0.0.1:22/",
                "rtsp://localhost:5432/x",
                "rtsps://[::1]:8088/",
                "rtsp://169.254.169.254/latest/meta-data/",
                "rtsp://2130706433/"
            })
    void anAddressOfTheServersOwnMachineIsNamedWithItsLine(String url) {
        ApiProblem refused =
                catchThrowableOfType(ApiProblem.class, () -> ImportCheck.of(body(url), new CameraAddresses(false)));
        assertThat(refused.errors()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo("notACamera");
            assertThat(error.pointer()).isEqualTo("/cameras/0/streams/0/url");
            assertThat(error.line()).isEqualTo(3);
        });
        assertThat(ImportCheck.of(body(url), CameraAddresses.ALSO_HERE).lines()).hasSize(1);
    }

    @Test
    void aCameraInANetworkOfItsOwnIsTaken() {
        assertThat(ImportCheck.of(body("rtsp://10.1.2.3:554/main"), new CameraAddresses(false))
                        .lines())
                .hasSize(1);
    }
}
