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
            assertThat(schemas.at("/ScreenShows/properties/cells/items/properties/state/anyOf/0/$ref")
                            .asString())
                    .endsWith("/TileState");
        }
        assertThat(inContract)
                .containsExactlyElementsOf(
                        Stream.of(TileState.Phase.values()).map(Enum::name).toList());
    }

    @ParameterizedTest
    @EnumSource(TileState.Phase.class)
    void eachIsTakenFromADisplay(TileState.Phase phase) {
        assertThatCode(() -> report("{\"cells\":[{},{\"cameraId\":null,\"state\":\"" + phase + "\"}],\"mine\":1}"))
                .doesNotThrowAnyException();
    }

    @Test
    void noScreenHasMoreTilesThanTheLargestGrid() {
        String cells = "{\"cells\":[" + "{},".repeat(2303) + "{}]}";
        assertThatCode(() -> report(cells)).doesNotThrowAnyException();
        assertThatThrownBy(() -> report(cells.replace("[", "[{},"))).isInstanceOf(ApiProblem.class);
    }

    @Test
    void aWordOfANewerDisplayIsKeptAsItIs() {
        String shows = "{\"cells\":[{\"state\":\"LIVE\"},{\"state\":\"DIMMED_BY_THE_SUN\"}]}";
        JsonNode kept = new ReportDraft("node-1", JSON.readTree(shows), null, List.of())
                .check()
                .shows();
        assertThat(kept).isEqualTo(JSON.readTree(shows));
    }

    @Test
    void theLargestScreenFitsAlsoWhereEachOfItsCamerasIsWithheld() {
        String camera =
                "{\"x\":%d,\"y\":%d,\"w\":1,\"h\":1,\"content\":{\"type\":\"camera\",\"cameraId\":\"c-40210\",\"stream\":\"auto\"}}";
        assertThatCode(() -> report(screen(2304, camera))).doesNotThrowAnyException();
        // as many as a layout of 64 KiB has that is brought to a screen
        String withheld = "{\"x\":%d,\"y\":%d,\"w\":1,\"h\":1,\"content\":{\"type\":\"withheld\",\"from\":\"m-"
                + "7".repeat(36) + "/" + "s".repeat(64) + "/2303\"}}";
        assertThatCode(() -> report(screen(900, withheld))).doesNotThrowAnyException();
        assertThatThrownBy(() -> report(screen(2304, withheld))).isInstanceOf(ApiProblem.class);
    }

    private static String screen(int tiles, String cell) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < tiles; i++) {
            cells.add(cell.formatted(i % 48, i / 48));
        }
        return "{\"grid\":{\"columns\":48,\"rows\":48},\"cells\":[" + String.join(",", cells) + "]}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"cells\":[{\"state\":\"A_WORD_OF_THIRTY_THREE_CHARACTERS\"}]}",
                "{\"cells\":[{},{\"state\":\" \"}]}",
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
