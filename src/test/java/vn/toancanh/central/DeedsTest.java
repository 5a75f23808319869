package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.toancanh.deeds.Deed;
import vn.toancanh.deeds.DeedSender.Answer;
import vn.toancanh.server.ServerFixture;

/** What was done at a desk on its way into the audit trail of a real server. */
@Tag("slow")
class DeedsTest {
    private static final Instant MORNING = Instant.parse("2026-11-26T01:02:03.004Z");

    private ServerFixture fixture;
    private Desk desk;

    @BeforeEach
    void open(@TempDir Path data) throws IOException {
        fixture = ServerFixture.start(data);
        desk = new Desk();
    }

    @AfterEach
    void close() {
        desk.close();
        fixture.close();
    }

    private static Deed deed(int number, String action) {
        return new Deed(
                new UUID(0x4000L, 0x8000_0000_0000_0000L + number),
                MORNING.plusSeconds(number),
                action,
                "camera/c-" + number,
                Map.of("tile", Integer.toString(number)));
    }

    private Answer tell(List<Deed> deeds) {
        return desk.ask(answer -> desk.client.deeds().tell(deeds, answer));
    }

    private List<JsonNode> trail(String action) {
        List<JsonNode> found = new ArrayList<>();
        fixture.desk("administrator")
                .get("/audit?action=" + action)
                .json()
                .path("items")
                .forEach(found::add);
        return found;
    }

    @Test
    void standInTheTrailOnceWithTheTimeTheyWereDone() {
        desk.signIn(fixture.server.baseUri(), "operator", ServerFixture.PASSWORD);
        List<Deed> deeds = List.of(deed(1, "desk.shown"), deed(2, "desk.shown"));
        assertThat(tell(deeds)).isEqualTo(new Answer.Heard(Set.of()));
        assertThat(tell(deeds)).as("told again").isEqualTo(new Answer.Heard(Set.of()));
        List<JsonNode> trail = trail("desk.shown");
        assertThat(trail).hasSize(2);
        assertThat(trail.getLast().path("originalAt").asString()).isEqualTo("2026-11-26T01:02:04.004Z");
        assertThat(trail.getLast().path("user").asString()).isEqualTo("operator");
        assertThat(trail.getLast().path("subject").asString()).isEqualTo("camera/c-1");
        assertThat(trail.getLast().path("facts").path("tile").asString()).isEqualTo("1");
    }

    @Test
    void thoseTheServerWillNotHaveDoNotHoldTheOthersUp() {
        desk.signIn(fixture.server.baseUri(), "operator", ServerFixture.PASSWORD);
        List<Deed> deeds = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            deeds.add(deed(i, i % 4 == 0 ? "no such words" : "desk.shown"));
        }
        assertThat(tell(deeds))
                .isEqualTo(
                        new Answer.Heard(Set.of(deeds.get(3).id(), deeds.get(7).id())));
        assertThat(trail("desk.shown")).hasSize(7);
    }

    @Test
    void whereNobodyIsSignedInNothingIsHeard() {
        assertThat(tell(List.of(deed(1, "desk.shown")))).isInstanceOf(Answer.Unheard.class);
    }

    @Test
    void aServerThatDoesNotAnswerHasNotHeard() {
        desk.signIn(fixture.server.baseUri(), "operator", ServerFixture.PASSWORD);
        fixture.server.close();
        Answer answer = tell(List.of(deed(1, "desk.shown")));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Unheard.class,
                        unheard ->
                                assertThat(unheard.failure().kind().passing()).isTrue());
    }
}
