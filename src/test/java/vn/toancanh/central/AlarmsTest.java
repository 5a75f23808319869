package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.alarms.AlarmSource;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmId;
import vn.toancanh.model.AlarmOutcome;
import vn.toancanh.model.AlarmStep;
import vn.toancanh.model.CameraId;
import vn.toancanh.server.ServerFixture;

/** Alarms between the client and our own server. */
@Tag("slow")
@Timeout(120)
class AlarmsTest {
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private ServerFixture fixture;
    private Desk desk;
    private vn.toancanh.server.Desk raw;

    @BeforeEach
    void open(@TempDir Path data) throws IOException {
        fixture = ServerFixture.start(data);
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 3));
        desk = new Desk();
        assertThat(desk.signIn(fixture.server.baseUri(), "operator", ServerFixture.PASSWORD))
                .isNotNull();
        raw = fixture.desk("administrator");
    }

    @AfterEach
    void close() {
        desk.close();
        fixture.close();
    }

    private String raise(int priority) {
        return raw.post(
                        "/alarms",
                        "{\"type\":\"x\",\"priority\":" + priority
                                + ",\"cameraIds\":[\"c-1\"],\"title\":\"Có người ngã\",\"procedure\":\"Gọi 115\"}",
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .json()
                .path("id")
                .asString();
    }

    private List<Alarm> list() {
        return Desk.value(
                desk.<Outcome<List<Alarm>>>ask(answer -> desk.client.alarms().open(answer)));
    }

    private Outcome<Alarm> move(Alarm seen, AlarmStep next) {
        return desk.ask(answer -> desk.client.alarms().move(seen, next, answer));
    }

    @Test
    void readsAcceptsAndSeesThePicture() {
        assertThat(desk.here(() -> desk.client.alarms().offered())).isTrue();
        String id = raise(70);
        assertThat(raw.putBytes("/alarms/" + id + "/snapshot", "image/png", PNG).status())
                .isEqualTo(204);
        Alarm alarm = list().getFirst();
        assertThat(alarm.cameras()).containsExactly(new CameraId("c-1"));
        assertThat(alarm.step()).isEqualTo(AlarmStep.NEW);
        assertThat(alarm.procedure()).isEqualTo("Gọi 115");
        assertThat(alarm.pictured()).isTrue();
        assertThat(alarm.place()).isNotNull();
        byte[] picture = Desk.value(
                desk.<Outcome<byte[]>>ask(answer -> desk.client.alarms().picture(alarm.id(), answer)));
        assertThat(picture).isEqualTo(PNG);
        Alarm accepted = Desk.value(move(alarm, AlarmStep.ACKNOWLEDGED));
        assertThat(accepted.assignee()).isEqualTo("Ca operator");
        assertThat(Desk.failure(move(alarm, AlarmStep.ACKNOWLEDGED)).kind()).isEqualTo(Kind.CONFLICT);
        Alarm closed = Desk.value(desk.<Outcome<Alarm>>ask(
                answer -> desk.client.alarms().finish(accepted, AlarmOutcome.FALSE_ALARM, "Do mưa", answer)));
        assertThat(closed.step()).isEqualTo(AlarmStep.CLOSED);
        assertThat(raw.get("/alarms/" + id).body()).contains("\"falseAlarm\"", "Do mưa");
        assertThat(list()).isEmpty();
    }

    @Test
    void pagesAreReadToTheirEnd() {
        for (int i = 0; i < 203; i++) {
            raise(1 + i % 100);
        }
        assertThat(list()).hasSize(203).doesNotHaveDuplicates();
    }

    @Test
    void hearsOfAlarmsAsTheyChange() {
        List<String> heard = new CopyOnWriteArrayList<>();
        desk.here(() -> desk.client.alarms().onNews(new AlarmSource.News() {
            @Override
            public void changed(AlarmId id, long version, AlarmStep step) {
                heard.add(id + " " + version + " " + step);
            }

            @Override
            public void afresh() {
                heard.add("afresh");
            }
        }));
        desk.signIn(fixture.server.baseUri(), "operator", ServerFixture.PASSWORD);
        desk.until(() -> heard.contains("afresh"));
        String id = raise(70);
        raw.patch("/alarms/" + id, "{\"state\":\"acknowledged\"}", "If-Match", "\"1\"");
        desk.until(() -> heard.contains(id + " 2 ACKNOWLEDGED"));
        assertThat(heard).contains(id + " 1 NEW");
    }
}
