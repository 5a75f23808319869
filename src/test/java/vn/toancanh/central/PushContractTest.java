package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.CameraId;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallState;
import vn.toancanh.wall.remote.Push;
import vn.toancanh.wall.remote.Registered;
import vn.toancanh.wall.remote.ScreenHealth;
import vn.toancanh.wall.remote.ScreenReport;
import vn.toancanh.wall.remote.WallOrder;

/** Everything that can be told to a wall, as it goes to the server and as it comes to a screen; {@link FakeCentral} judges both. */
class PushContractTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String COMMAND = """
            {"id":"m-1","wallId":"truc","op":"%s","screenIds":["s1"],"cell":%s,"args":%s,"by":"An","state":"pending","stateVersion":7,
             "answers":{},"madeAt":"2026-11-21T06:00:00Z","expiresAt":"2026-11-21T06:00:10Z"}""";

    private static JsonNode sent(Push.What what) throws IOException {
        try (FakeCentral server = new FakeCentral();
                Desk desk = new Desk()) {
            server.on(
                    "POST /walls/truc/commands",
                    request -> FakeCentral.json(202, COMMAND.formatted("x", "null", "null")));
            desk.signedIn(server.uri());
            Push push = new Push("khoa-0001", what, List.of("s1"), 6, "bàn 3", Duration.ofSeconds(10));
            Push.Told told = Desk.value(
                    desk.<Outcome<Push.Told>>ask(answer -> desk.client.walls().push("truc", push, answer)));
            assertThat(told).isEqualTo(new Push.Told("m-1", 7));
            return JSON.readTree(Objects.requireNonNull(
                            server.to("POST /walls/truc/commands").getFirst().getBody())
                    .utf8());
        }
    }

    private static WallOrder heard(String op, String cell, String args) throws IOException {
        try (FakeCentral server = new FakeCentral();
                Desk desk = new Desk()) {
            server.on(
                    "PUT /walls/truc/screens/s1",
                    request -> FakeCentral.json("""
                    {"wallId":"truc","screenId":"s1","publishedOnly":false,"stateVersion":7,"heartbeatS":5,"controlledBy":null,"pending":[%s]}""".formatted(COMMAND.formatted(op, cell, args))));
            desk.signedIn(server.uri());
            ScreenReport report = new ScreenReport(
                    "n-1", WallState.empty(GridShape.uniform(1, 1)).layout(), new ScreenHealth(0, 0), List.of());
            return Desk.value(desk.<Outcome<Registered>>ask(
                            answer -> desk.client.walls().report("truc", "s1", report, answer)))
                    .orders()
                    .getFirst();
        }
    }

    @Test
    void whatIsToldLiesOnTheWireAsTheContractSays() throws IOException {
        Map<String, Push.What> ops = Map.of(
                "blank", new Push.What.Blank(),
                "identify", new Push.What.Identify(),
                "release", new Push.What.Release());
        for (var op : ops.entrySet()) {
            JsonNode body = sent(op.getValue());
            assertThat(body.path("op").asString()).isEqualTo(op.getKey());
            assertThat(body.at("/target/screenIds/0").asString()).isEqualTo("s1");
            assertThat(body.at("/args/desk").asString()).isEqualTo("bàn 3");
            assertThat(body.path("target").has("cell")).isFalse();
        }
        JsonNode put = sent(new Push.What.OfTile(3, List.of(new CameraId("c-1"))));
        assertThat(put.path("op").asString()).isEqualTo("setCell");
        assertThat(put.at("/target/cell").asInt()).isEqualTo(3);
        assertThat(put.at("/args/cameraId").asString()).isEqualTo("c-1");
        assertThat(put.path("expectedStateVersion").asInt()).isEqualTo(6);
        JsonNode turns = sent(new Push.What.OfTile(3, List.of(new CameraId("c-1"), new CameraId("c-2"))));
        assertThat(turns.at("/args/cameraIds").toString()).isEqualTo("[\"c-1\",\"c-2\"]");
        assertThat(turns.at("/args/cameraId").asString())
                .as("for a display that knows of no turns")
                .isEqualTo("c-1");
        JsonNode emptied = sent(new Push.What.OfTile(3, List.of())).path("args");
        assertThat(emptied.has("cameraId") || emptied.has("cameraIds")).isFalse();
        JsonNode swap = sent(new Push.What.Swap(0, 5));
        assertThat(swap.path("op").asString()).isEqualTo("swapCells");
        assertThat(swap.at("/args/with").asInt()).isEqualTo(5);
        assertThat(sent(new Push.What.Enlarge(OptionalInt.of(2)))
                        .at("/target/cell")
                        .asInt())
                .isEqualTo(2);
        JsonNode back = sent(new Push.What.Enlarge(OptionalInt.empty()));
        assertThat(back.path("op").asString()).isEqualTo("fullscreen");
        assertThat(back.path("target").has("cell")).isFalse();
        assertThat(sent(new Push.What.Turn(1, -1)).at("/args/step").asInt()).isEqualTo(-1);
        JsonNode words = sent(new Push.What.Message("Họp lúc 9 giờ", Duration.ofMinutes(5)));
        assertThat(words.at("/args/text").asString()).isEqualTo("Họp lúc 9 giờ");
        assertThat(words.at("/args/seconds").asInt()).isEqualTo(300);
    }

    @Test
    void whatAScreenIsToldIsReadAndWhatIsMissingIsNothing() throws IOException {
        WallOrder put = heard("setCell", "3", "{\"cameraId\":\"c-1\"}");
        assertThat(put.details().tile()).isEqualTo(3);
        assertThat(put.details().cameras()).containsExactly(new CameraId("c-1"));
        assertThat(heard("setCell", "3", "{\"cameraIds\":[\"c-1\",\"\",7,\"c-2\"]}")
                        .details()
                        .cameras())
                .as("what is no id is left out")
                .containsExactly(new CameraId("c-1"), new CameraId("c-2"));
        assertThat(heard("setCell", "3", "{\"cameraId\":\"c-2\",\"cameraIds\":[\"c-2\",\"c-3\"]}")
                        .details()
                        .cameras())
                .as("the list counts where there is one")
                .containsExactly(new CameraId("c-2"), new CameraId("c-3"));
        assertThat(put.passes()).isFalse();
        WallOrder swap = heard("swapCells", "0", "{\"with\":5}");
        assertThat(swap.details().with()).isEqualTo(5);
        assertThat(swap.details().cameras()).isEmpty();
        WallOrder words =
                heard("message", "null", "{\"text\":\" Họp\\nlúc 9 giờ \",\"seconds\":300,\"desk\":\"bàn 3\"}");
        assertThat(words.details().text()).isEqualTo("Họp lúc 9 giờ");
        assertThat(words.details().time()).isEqualTo(Duration.ofMinutes(5));
        assertThat(words.desk()).isEqualTo("bàn 3");
        assertThat(words.passes()).isTrue();
        assertThat(heard("playlistStep", "1", "{\"step\":-1}").details().step()).isEqualTo(-1);
        assertThat(heard("identify", "null", "null").details()).isEqualTo(WallOrder.Details.NONE);
        assertThat(heard("message", "null", "{\"text\":\"x\",\"seconds\":99999}")
                        .details()
                        .time())
                .isEqualTo(Duration.ofHours(1));
    }
}
