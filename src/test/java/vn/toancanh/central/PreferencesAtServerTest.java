package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Outcome;
import vn.toancanh.prefs.PersonalValue;

/** Settings of a person at a real server, by two desks, and at servers that say strange things. */
class PreferencesAtServerTest {
    private static final Instant NOON = Instant.parse("2026-11-21T05:00:00Z");

    private static Outcome<Map<String, PersonalValue>> merged(Desk desk, Map<String, PersonalValue> chosen) {
        return desk.<Outcome<Map<String, PersonalValue>>>ask(
                answer -> desk.client.personal().merge(chosen, answer));
    }

    private static Map<String, PersonalValue> merge(Desk desk, String name, String value, Instant at) {
        return Desk.value(merged(desk, Map.of(name, new PersonalValue(value, at))));
    }

    @Test
    void ofTwoDesksTheLaterChoiceStandsAndWhatOthersKeepThereStays(@TempDir Path data) throws Exception {
        try (AdministrationRig rig = new AdministrationRig(data)) {
            vn.toancanh.server.Desk other = rig.fixture.desk("viewer");
            String before =
                    "{\"theirs\":{\"x\":[1]},\"toanCanh\":{\"new\":true,\"panel\":{\"value\":\"7\",\"at\":\"hôm qua\"}}}";
            assertThat(other.put("/me/preferences", before, "If-Match", "\"0\"").status())
                    .isEqualTo(204);
            Desk first = rig.desk("viewer");
            Desk second = rig.desk("viewer");
            assertThat(first.here(() -> first.client.personal().offered())).isTrue();
            assertThat(Desk.value(merged(first, Map.of()))).isEmpty();
            merge(first, "language", "en", NOON);
            assertThat(merge(second, "language", "vi", NOON.minusSeconds(60)))
                    .as("chosen earlier, heard later")
                    .containsOnly(Map.entry("language", new PersonalValue("en", NOON)));
            merge(second, "alarms.least", "90", NOON);
            assertThat(merge(first, "language", "vi", NOON.plusSeconds(60)))
                    .containsOnly(
                            Map.entry("language", new PersonalValue("vi", NOON.plusSeconds(60))),
                            Map.entry("alarms.least", new PersonalValue("90", NOON)));
            var now = other.get("/me/preferences").json();
            assertThat(now.at("/theirs/x/0").asInt()).isEqualTo(1);
            assertThat(now.at("/toanCanh/new").asBoolean()).isTrue();
            assertThat(now.at("/toanCanh/language/value").asString()).isEqualTo("vi");
            assertThat(Desk.value(merged(rig.desk("operator"), Map.of())))
                    .as("another person's are others")
                    .isEmpty();
        }
    }

    private static MockResponse kept(String body, String etag) {
        return FakeCentral.json(body).newBuilder().setHeader("ETag", etag).build();
    }

    @Test
    void whoWasOvertakenReadsAgainAndGivesUpWhereThatDoesNotEnd() throws Exception {
        try (FakeCentral server = new FakeCentral();
                Desk desk = new Desk()) {
            server.on("GET /info", request -> FakeCentral.json(FakeCentral.info("preferences")))
                    .on("GET /me/preferences", request -> kept("{}", "\"4\""))
                    .once("PUT /me/preferences", FakeCentral.problem(412, "versionMismatch"))
                    .on("PUT /me/preferences", request -> FakeCentral.status(204));
            desk.signedIn(server.uri());
            assertThat(merge(desk, "language", "en", NOON)).containsOnlyKeys("language");
            RecordedRequest last = server.to("PUT /me/preferences").getLast();
            assertThat(server.to("PUT /me/preferences")).hasSize(2);
            assertThat(last.getHeaders().get("If-Match")).isEqualTo("\"4\"");
            server.on("PUT /me/preferences", request -> FakeCentral.problem(412, "versionMismatch"));
            assertThat(Desk.failure(merged(desk, Map.of("language", new PersonalValue("vi", NOON))))
                            .kind())
                    .isEqualTo(Kind.CONFLICT);
        }
    }

    @Test
    void whatCannotBeUsedIsNotThereAndWhatNeedNotBeToldIsNot() throws Exception {
        try (FakeCentral server = new FakeCentral();
                Desk desk = new Desk()) {
            String strange =
                    "{\"toanCanh\":{\"a\":1,\"b\":{\"value\":2,\"at\":\"2026-11-21T05:00:00Z\"},\"c\":{\"value\":\"x\"},"
                            + "\"d\":{\"value\":\"x\",\"at\":\"+999999999-01-01T00:00:00Z\"},\"e\":{\"value\":\"x\",\"at\":\"2026-11-21T05:00:00Z\"}}}";
            server.on("GET /me/preferences", request -> kept(strange, "\"1\""));
            desk.signedIn(server.uri());
            assertThat(Desk.value(merged(desk, Map.of()))).containsOnly(Map.entry("e", new PersonalValue("x", NOON)));
            merge(desk, "e", "y", NOON);
            assertThat(server.to("PUT /me/preferences"))
                    .as("no later than what is there")
                    .isEmpty();
            server.on("GET /me/preferences", request -> FakeCentral.odd(kept("[1]", "\"1\"")));
            assertThat(Desk.failure(merged(desk, Map.of())).kind()).isEqualTo(Kind.PROTOCOL);
        }
    }

    @Test
    void aServerWithoutThemIsSeen() throws Exception {
        try (FakeCentral server = new FakeCentral();
                Desk desk = new Desk()) {
            desk.signedIn(server.uri());
            assertThat(desk.here(() -> desk.client.personal().offered())).isFalse();
        }
    }
}
