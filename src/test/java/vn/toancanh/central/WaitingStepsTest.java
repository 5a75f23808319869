package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import vn.toancanh.alarms.QueuedSteps;
import vn.toancanh.base.Outcome;
import vn.toancanh.deeds.Deed;
import vn.toancanh.deeds.DeedSender;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmOutcome;
import vn.toancanh.model.AlarmStep;
import vn.toancanh.server.ServerFixture;

/** Steps of alarms that were taken while our own server was away, and what becomes of them when it is back. */
@Tag("slow")
@Timeout(120)
class WaitingStepsTest {
    private static final Instant MORNING = Instant.parse("2026-11-26T01:02:03.004Z");

    @TempDir
    Path folder;

    private ServerFixture fixture;
    private Desk desk;
    private vn.toancanh.server.Desk raw;
    private final List<Deed> waiting = new ArrayList<>();
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        fixture = ServerFixture.start(folder);
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 3));
        desk = new Desk();
        desk.signIn(fixture.server.baseUri(), "operator", ServerFixture.PASSWORD);
        raw = fixture.desk("administrator");
    }

    @AfterEach
    void close() {
        desk.close();
        fixture.close();
    }

    private Alarm raise() {
        raw.post(
                "/alarms",
                "{\"type\":\"x\",\"priority\":70,\"cameraIds\":[\"c-1\"],\"title\":\"Có người ngã\"}",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        return Desk.value(desk.<Outcome<List<Alarm>>>ask(
                        answer -> desk.client.alarms().open(answer)))
                .getFirst();
    }

    private QueuedSteps queue() {
        return desk.here(() -> new QueuedSteps(
                desk.client.alarms(),
                (action, subject, facts) -> waiting.add(
                        new Deed(UUID.randomUUID(), MORNING.plusSeconds(waiting.size()), action, subject, facts)),
                new QueuedSteps.Said() {
                    @Override
                    public void kept(Alarm alarm) {
                        said.add("kept " + alarm.title());
                    }

                    @Override
                    public void late(String title, String by) {
                        said.add("late " + title + " by " + by);
                    }
                }));
    }

    private void away(Alarm alarm) {
        QueuedSteps queue = queue();
        fixture.server.close();
        Alarm accepted =
                Desk.value(desk.<Outcome<Alarm>>ask(answer -> queue.move(alarm, AlarmStep.ACKNOWLEDGED, answer)));
        assertThat(accepted.step()).isEqualTo(AlarmStep.ACKNOWLEDGED);
        Desk.value(desk.<Outcome<Alarm>>ask(
                answer -> queue.finish(accepted, AlarmOutcome.HANDLED, "Đã đưa đi viện", answer)));
        assertThat(said).containsExactly("kept Có người ngã", "kept Có người ngã");
        said.clear();
    }

    private void back() throws IOException {
        fixture = ServerFixture.start(folder);
        raw = fixture.desk("administrator");
        desk.signIn(fixture.server.baseUri(), "operator", ServerFixture.PASSWORD);
    }

    private void tellWaiting() {
        DeedSender.Answer answer = desk.ask(then -> desk.client.deeds().tell(waiting, then));
        assertThat(answer).isEqualTo(new DeedSender.Answer.Heard(Set.of()));
        desk.here(() -> true);
    }

    @Test
    void whatWasDoneWhileTheServerWasAwayIsToldOnceWithItsTime() throws IOException {
        Alarm alarm = raise();
        away(alarm);
        back();
        tellWaiting();
        tellWaiting();
        assertThat(said)
                .as("the answer to the first telling may have been lost")
                .isEmpty();
        JsonNode now = raw.get("/alarms/" + alarm.id().value()).json();
        assertThat(now.path("state").asString()).isEqualTo("closed");
        assertThat(now.path("version").asInt()).isEqualTo(3);
        assertThat(now.path("assignee").path("name").asString()).isEqualTo("Ca operator");
        assertThat(now.path("comments")).hasSize(1);
        JsonNode noted = raw.get("/audit?action=alarm.acknowledged").json().at("/items/0");
        assertThat(noted.at("/facts/doneAt").asString()).isEqualTo(MORNING.toString());
        assertThat(noted.path("user").asString()).isEqualTo("operator");
    }

    @Test
    void whereSomebodyWasFasterThatIsSaidOnceAndTheirsStands() throws IOException {
        Alarm alarm = raise();
        away(alarm);
        back();
        raw.patch("/alarms/" + alarm.id().value(), "{\"state\":\"acknowledged\"}", "If-Match", "\"1\"");
        tellWaiting();
        assertThat(said).containsExactly("late Có người ngã by Ca administrator");
        JsonNode now = raw.get("/alarms/" + alarm.id().value()).json();
        assertThat(now.path("state").asString()).isEqualTo("acknowledged");
        assertThat(now.path("assignee").path("name").asString()).isEqualTo("Ca administrator");
    }
}
