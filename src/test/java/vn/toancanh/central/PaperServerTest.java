package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.Outcome;
import vn.toancanh.catalogue.CatalogueUpdate;
import vn.toancanh.deeds.Deed;
import vn.toancanh.deeds.DeedSender;
import vn.toancanh.live.StreamGrants.Answer;
import vn.toancanh.live.StreamGrants.Wish;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmStep;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Layout;
import vn.toancanh.model.StreamRole;
import vn.toancanh.server.paper.PaperServer;
import vn.toancanh.wall.LayoutLibrary;

/** Another maker's server, who has read the contract and nothing else, is enough for the client to work. */
class PaperServerTest {
    @Test
    void theContractAloneIsEnoughForTheClientToWork() throws IOException {
        try (PaperServer server = new PaperServer();
                Desk desk = new Desk()) {
            desk.signedIn(server.uri());
            desk.until(() -> desk.client.sessions().state().connection().isOnline());
            readsTheCity(desk);
            isGrantedAStream(desk);
            keepsLayouts(desk);
            worksOnAlarms(desk);
            Deed deed = new Deed(
                    UUID.randomUUID(),
                    Instant.parse("2026-11-21T06:00:00Z"),
                    "desk.shown",
                    "camera/c-1024",
                    Map.of("tile", "1"));
            assertThat(desk.<DeedSender.Answer>ask(answer -> desk.client.deeds().tell(List.of(deed), answer)))
                    .isEqualTo(new DeedSender.Answer.Heard(Set.of()));
            desk.here(() -> {
                desk.client.sessions().signOut();
                return true;
            });
            desk.until(() -> server.asked().contains("DELETE /sessions/current"));
            assertThat(server.asked()).contains("GET /events/stream", "GET /sites", "POST /audit");
            assertThat(server.faults()).isEmpty();
        }
    }

    private static void readsTheCity(Desk desk) {
        CatalogueUpdate city = Desk.value(desk.<Outcome<CatalogueUpdate>>ask(
                answer -> desk.client.catalogue().fetch("", answer)));
        assertThat(city).isInstanceOfSatisfying(CatalogueUpdate.Whole.class, whole -> {
            assertThat(whole.contents().cameras()).singleElement().satisfies(camera -> {
                assertThat(camera.name()).isEqualTo("Ngã tư Tràng Tiền");
                assertThat(camera.streams()).hasSize(2);
            });
            assertThat(whole.contents().sites()).hasSize(2);
        });
    }

    private static void isGrantedAStream(Desk desk) {
        Wish wish = new Wish(new CameraId("c-1024"), StreamRole.SUB);
        Answer granted = desk.<List<Answer>>ask(answer -> desk.client.grants().ask(List.of(wish), answer))
                .getFirst();
        assertThat(granted.grant()).isNotNull();
    }

    private static void keepsLayouts(Desk desk) {
        List<LayoutLibrary.Entry> entries = Desk.value(desk.<Outcome<List<LayoutLibrary.Entry>>>ask(
                answer -> desk.client.layouts().list(answer)));
        assertThat(entries).hasSize(1);
        Layout layout = Desk.value(desk.<Outcome<Layout>>ask(
                answer -> desk.client.layouts().get(entries.getFirst().id(), answer)));
        assertThat(layout.cells()).isNotEmpty();
        Layout saved = Desk.value(
                desk.<Outcome<Layout>>ask(answer -> desk.client.layouts().save(layout, answer)));
        assertThat(saved.version()).isEqualTo(3);
    }

    private static void worksOnAlarms(Desk desk) {
        assertThat(desk.here(() -> desk.client.alarms().offered())).isTrue();
        Alarm alarm = Desk.value(desk.<Outcome<List<Alarm>>>ask(
                        answer -> desk.client.alarms().open(answer)))
                .getFirst();
        assertThat(alarm.title()).isEqualTo("Người vào khu vực cấm");
        Desk.value(desk.<Outcome<Alarm>>ask(answer -> desk.client.alarms().move(alarm, AlarmStep.IN_PROGRESS, answer)));
    }

    @Test
    void whatTheContractDoesNotAllowIsRefusedAndRemembered() throws Exception {
        try (PaperServer server = new PaperServer();
                HttpClient http = HttpClient.newHttpClient()) {
            assertThat(status(http, server.uri().resolve("/api/v1/cameras"), ""))
                    .isEqualTo(401);
            assertThat(status(http, server.uri().resolve("/api/v1/sessions"), "{\"user\":\"x\"}"))
                    .isEqualTo(400);
            assertThat(status(http, server.uri().resolve("/api/v1/nowhere"), ""))
                    .isEqualTo(404);
            assertThat(server.faults()).hasSize(3);
        }
    }

    private static int status(HttpClient http, URI where, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(where);
        if (!body.isEmpty()) {
            request.POST(HttpRequest.BodyPublishers.ofString(body)).header("Content-Type", "application/json");
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
    }
}
