package vn.toancanh.server.walls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import vn.toancanh.live.TileState;
import vn.toancanh.server.http.ApiProblem;

/** One set of tile states: the client's, the contract's and what the server takes from a display. */
class TileStatesTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static void report(String shows) {
        new ReportDraft("node-1", JSON.readTree(shows), null, List.of()).check();
    }

    @Test
    void theContractNamesTheStatesOfTheCodeInTheirOrder() throws IOException {
        List<String> inContract = new ArrayList<>();
        try (InputStream in = TileStatesTest.class.getResourceAsStream("/vn/toancanh/server/openapi.yaml")) {
            JsonNode schemas = new YAMLMapper().readTree(in).at("/components/schemas");
            schemas.at("/TileState/enum").forEach(word -> inContract.add(word.asString()));
            assertThat(schemas.at("/ScreenShows/properties/cells/items/properties/state/$ref")
                            .asString())
                    .endsWith("/TileState");
        }
        assertThat(inContract)
                .containsExactlyElementsOf(
                        Stream.of(TileState.Phase.values()).map(Enum::name).toList());
        assertThat(ReportDraft.STATES).containsExactlyInAnyOrderElementsOf(inContract);
    }

    @ParameterizedTest
    @EnumSource(TileState.Phase.class)
    void eachIsTakenFromADisplay(TileState.Phase phase) {
        assertThatCode(() -> report("{\"cells\":[{},{\"cameraId\":null,\"state\":\"" + phase + "\"}],\"mine\":1}"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"cells\":[{\"state\":\"ALIVE\"}]}",
                "{\"cells\":[{},{\"state\":\"live\"}]}",
                "{\"cells\":[{\"state\":1}]}",
                "{\"cells\":[{\"state\":null}]}",
                "{\"cells\":[\"LIVE\"]}",
                "{\"cells\":[{\"cameraId\":7}]}",
                "{\"cells\":{}}"
            })
    void anythingElseIsRefused(String shows) {
        assertThatThrownBy(() -> report(shows)).isInstanceOf(ApiProblem.class);
    }
}
