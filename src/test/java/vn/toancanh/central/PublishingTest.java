package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.central.AdministrationRig.OTHER;
import static vn.toancanh.central.AdministrationRig.at;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.administration.Level;
import vn.toancanh.administration.PublishingService.Found;
import vn.toancanh.administration.Role;
import vn.toancanh.administration.SiteLines;
import vn.toancanh.administration.VisitorCamera;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Outcome;
import vn.toancanh.catalogue.CatalogueUpdate;
import vn.toancanh.desk.AdministrationDoors;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.server.ServerFixture;

/** Cameras are shown to visitors by whoever configures them, and visitors see those and no others. */
class PublishingTest {
    private static Found find(Desk desk, String words, boolean published) {
        return Desk.value(
                desk.<Outcome<Found>>ask(answer -> desk.client.publishing().find(words, published, answer)));
    }

    private static Outcome<Boolean> publish(Desk desk, CameraId camera, boolean shown) {
        return desk.ask(
                (Consumer<Outcome<Boolean>> answer) -> desk.client.publishing().publish(camera, shown, answer));
    }

    private static List<CameraId> seen(Desk desk) {
        Outcome<CatalogueUpdate> fetched =
                desk.ask(answer -> desk.client.catalogue().fetch("", answer));
        return Desk.value(fetched) instanceof CatalogueUpdate.Whole whole
                ? whole.contents().cameras().stream().map(Camera::id).toList()
                : List.of();
    }

    @Test
    void whatTheCityShowsIsWhatAVisitorSees(@TempDir Path data) throws Exception {
        try (AdministrationRig rig = new AdministrationRig(data)) {
            Role visitors = rig.city.<Role>ask(answer -> rig.city
                    .client
                    .administration()
                    .put(
                            new Role(
                                    "",
                                    "Khách",
                                    false,
                                    List.of(at(Level.VIEW, ServerFixture.CITY)),
                                    0,
                                    true,
                                    false,
                                    List.of(),
                                    0,
                                    true,
                                    0),
                            outcome -> answer.accept(Desk.value(outcome))));
            AdministrationRig.user(rig.city, "khach", visitors.id());
            Desk visitor = rig.desk("khach");
            assertThat(visitor.here(() ->
                            visitor.client.sessions().current().orElseThrow().publishedOnly()))
                    .isTrue();
            assertThat(seen(visitor)).isEmpty();

            assertThat(rig.city.here(() -> rig.city.client.publishing().offered()))
                    .isTrue();
            VisitorCamera camera = find(rig.city, "", false).cameras().getFirst();
            assertThat(camera.published()).isFalse();
            Desk.value(publish(rig.city, camera.id(), true));
            assertThat(find(rig.city, "", true).cameras()).containsExactly(camera.published(true));
            assertThat(find(rig.city, "không có đâu", false).cameras()).isEmpty();
            assertThat(seen(visitor)).containsExactly(camera.id());

            Desk.value(publish(rig.city, camera.id(), false));
            assertThat(seen(visitor)).isEmpty();
            assertThat(find(rig.city, "", true).cameras()).isEmpty();
        }
    }

    @Test
    void aWardsAdministratorShowsTheWardsCamerasAlone(@TempDir Path data) throws Exception {
        try (AdministrationRig rig = new AdministrationRig(data)) {
            Role role = AdministrationRig.role(
                    rig.city,
                    "Quản trị Cửa Nam",
                    false,
                    List.of(),
                    at(Level.CONFIGURE, OTHER),
                    at(Level.VIEW, ServerFixture.WARD));
            AdministrationRig.user(rig.city, "cua.nam", role.id());
            Desk ward = rig.desk("cua.nam");
            VisitorCamera others = find(ward, "", false).cameras().getFirst();
            SiteLines lines = new SiteLines(List.of(ServerFixture.WARD, OTHER));
            assertThat(ward.here(() -> AdministrationDoors.mayPublish(
                            ward.client.sessions().current().orElseThrow(), lines, others)))
                    .as("no tick is shown at it")
                    .isFalse();
            assertThat(Desk.failure(publish(ward, others.id(), true)).kind()).isEqualTo(Kind.FORBIDDEN);
            VisitorCamera own = new VisitorCamera(new CameraId("x"), null, "x", OTHER.id(), List.of(), false);
            assertThat(ward.here(() -> AdministrationDoors.mayPublish(
                            ward.client.sessions().current().orElseThrow(), lines, own)))
                    .isTrue();
        }
    }

    @Test
    void aServerThatDoesNotKnowTheWordIsUnderstoodAndOneWithoutTheFeatureIsSeen() throws Exception {
        try (FakeCentral server = new FakeCentral();
                Desk desk = new Desk()) {
            server.on("GET /cameras", request -> FakeCentral.odd(FakeCentral.json("""
                    {"revision":1,"items":[{"id":"c-1","published":true},{"id":"c-2"},{"id":"c-3","published":false}],
                     "nextCursor":"n"}
                    """)));
            server.on("PUT /cameras/c-1/published", request -> FakeCentral.status(204));
            desk.signedIn(server.uri());
            assertThat(desk.here(() -> desk.client.publishing().offered())).isFalse();
            Found found = find(desk, " cầu ", true);
            assertThat(found.cameras()).extracting(VisitorCamera::id).containsExactly(new CameraId("c-1"));
            assertThat(found.more()).isTrue();
            RecordedRequest asked = server.to("GET /cameras").getLast();
            assertThat(asked.getUrl().queryParameter("q")).isEqualTo("cầu");
            assertThat(asked.getUrl().queryParameter("published")).isEqualTo("true");

            Desk.value(publish(desk, new CameraId("c-1"), true));
            assertThat(server.to("PUT /cameras/c-1/published")).hasSize(1);
        }
    }
}
