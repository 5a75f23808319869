package vn.toancanh.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ClientStatusTest {
    @Test
    void isReadFromTheReport() {
        String report = """
            {"pid":7,"stallMs":12,
             "tiles":[{"number":1,"camera":1201,"state":"LATE","live":true,"x":2,"y":40,"width":316,"height":178,
                       "why":[{"key":"tile.late","values":[]},{"key":"why.onlyStream","values":[]}]}],
             "workers":[{"pid":8,"streams":18,"restarts":0}]}\
            """;
        ClientStatus status = ClientStatus.of(new JsonMapper().readTree(report), 5);
        assertThat(status)
                .isEqualTo(new ClientStatus(
                        5,
                        12,
                        java.util.List.of(new ClientStatus.Tile(
                                1,
                                1201,
                                "LATE",
                                true,
                                new WallProbe.Spot(1201, 2, 40, 316, 178),
                                java.util.List.of("tile.late", "why.onlyStream"))),
                        java.util.List.of(new ClientStatus.Worker(8, 18))));
    }
}
