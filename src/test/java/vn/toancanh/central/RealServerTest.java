package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.access.Connection.Phase;
import vn.toancanh.access.SignInOutcome;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;
import vn.toancanh.base.StandingPort;
import vn.toancanh.catalogue.CatalogueContents;
import vn.toancanh.catalogue.CatalogueUpdate;
import vn.toancanh.live.StreamGrants.Answer;
import vn.toancanh.live.StreamGrants.Wish;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.model.PictureView;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.model.StreamRole;
import vn.toancanh.model.StreamSource;
import vn.toancanh.server.CentralServer;
import vn.toancanh.server.ServerFixture;
import vn.toancanh.server.ServerOptions;

/** The client against our own server: both sides of the contract at once. */
@Tag("slow")
class RealServerTest {
    private static final int CAMERAS = 2_500;

    @TempDir
    Path data;

    private ServerFixture fixture;
    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        fixture = ServerFixture.start(ServerOptions.at(data, StandingPort.free()));
        fixture.server
                .inventory()
                .merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, CAMERAS));
        desk = new Desk();
    }

    @AfterEach
    void close() {
        desk.close();
        fixture.close();
    }

    private void signIn() {
        assertThat(desk.signIn(fixture.server.baseUri(), "operator", ServerFixture.PASSWORD))
                .isInstanceOf(SignInOutcome.SignedIn.class);
    }

    private CatalogueUpdate fetch(String token) {
        return Desk.value(desk.<Outcome<CatalogueUpdate>>ask(
                answer -> desk.client.catalogue().fetch(token, answer)));
    }

    @Test
    void signsInAndTellsRights() {
        assertThat(Desk.refusal(desk.signIn(fixture.server.baseUri(), "operator", "khong-phai-mat-khau"))
                        .kind())
                .isEqualTo(Kind.CREDENTIALS);
        signIn();
        var session = desk.here(() -> desk.client.sessions().current().orElseThrow());
        assertThat(session.displayName()).isEqualTo("Ca operator");
        assertThat(session.isAdministrator()).isFalse();
        desk.signIn(fixture.server.baseUri(), "administrator", ServerFixture.PASSWORD);
        assertThat(desk.here(
                        () -> desk.client.sessions().current().orElseThrow().isAdministrator()))
                .isTrue();
    }

    @Test
    void readsTheCatalogueAndThenOnlyWhatChanged() {
        signIn();
        CatalogueContents city = ((CatalogueUpdate.Whole) fetch("")).contents();
        assertThat(city.cameras()).hasSize(CAMERAS);
        assertThat(city.sites()).containsExactlyInAnyOrder(ServerFixture.CITY, ServerFixture.WARD);
        assertThat(city.cameras().stream()
                        .filter(camera -> camera.id().value().equals("c-3"))
                        .findFirst()
                        .orElseThrow())
                .usingRecursiveComparison()
                .ignoringFields("revision", "streams.id")
                .isEqualTo(ServerFixture.camera(3, "Ngã tư số 3").camera());
        assertThat(fetch(city.syncToken())).isInstanceOf(CatalogueUpdate.Unchanged.class);
        fixture.server.inventory().merge(List.of(), List.of(ServerFixture.camera(3, "Tên mới")));
        fixture.server.inventory().remove(new CameraId("c-7"));
        var delta = (CatalogueUpdate.Delta) fetch(city.syncToken());
        assertThat(delta.changed()).extracting(camera -> camera.name()).containsExactly("Tên mới");
        assertThat(delta.removed()).containsExactly(new CameraId("c-7"));
        assertThat(delta.applyTo(city).cameras()).hasSize(CAMERAS - 1);
        assertThat(fetch(delta.syncToken())).isInstanceOf(CatalogueUpdate.Unchanged.class);
    }

    @Test
    void aPasswordThatIsCorrectedIsAnotherRevisionOfItsCameraAndNothingElse() {
        signIn();
        CatalogueContents city = ((CatalogueUpdate.Whole) fetch("")).contents();
        CameraEntry was = ServerFixture.camera(3, "Ngã tư số 3");
        fixture.server.inventory().merge(List.of(), List.of(withPassword(was, "mat-khau-3")));
        assertThat(fetch(city.syncToken())).isInstanceOf(CatalogueUpdate.Unchanged.class);
        fixture.server.inventory().merge(List.of(), List.of(withPassword(was, "mat-khau-dung")));
        var delta = (CatalogueUpdate.Delta) fetch(city.syncToken());
        Camera before = city.cameras().stream()
                .filter(camera -> camera.id().equals(was.camera().id()))
                .findFirst()
                .orElseThrow();
        assertThat(delta.changed())
                .singleElement()
                .usingRecursiveComparison()
                .ignoringFields("revision")
                .isEqualTo(before);
        assertThat(delta.changed().getFirst().revision()).isGreaterThan(before.revision());
    }

    private static CameraEntry withPassword(CameraEntry camera, String password) {
        List<StreamSource> sources = camera.sources().stream()
                .map(each -> new StreamSource(each.role(), each.uri(), each.user(), Secret.of(password)))
                .toList();
        return new CameraEntry(camera.camera(), sources);
    }

    @Test
    void hearsOfChangesByItself() {
        AtomicInteger news = new AtomicInteger();
        desk.here(() -> desk.client.catalogue().onNews(news::incrementAndGet));
        signIn();
        desk.until(() -> news.get() == 1);
        fixture.server.inventory().merge(List.of(), List.of(ServerFixture.camera(3, "Tên mới")));
        desk.until(() -> news.get() == 2);
    }

    @Test
    void getsGrantsForAWallAndARefusalForWhatIsNotThere() {
        signIn();
        List<Wish> wishes = IntStream.rangeClosed(1, 200)
                .mapToObj(i -> new Wish(new CameraId(i == 5 ? "khong-co" : "c-" + i), StreamRole.SUB))
                .toList();
        List<Answer> answers = desk.ask(answer -> desk.client.grants().ask(wishes, answer));
        assertThat(answers).hasSize(200);
        assertThat(answers.stream().filter(answer -> answer.grant() == null).map(Answer::wish))
                .containsExactly(wishes.get(4));
        var grant = answers.getFirst().grant();
        assertThat(grant).isNotNull();
        assertThat(grant.uri().getHost()).isEqualTo("127.0.0.1");
        assertThat(grant.uri().getPath()).isEqualTo("/live/c-1/sub");
        assertThat(grant.user()).isEqualTo(grant.id());
        assertThat(grant.password()).isNotNull().isNotEqualTo(Secret.of("mat-khau-1"));
        assertThat(grant.renewAfter()).isBefore(grant.expiresAt());
    }

    @Test
    void keepsLayoutsWithTheirVersions() {
        signIn();
        Layout draft = new Layout(
                null,
                "Ca đêm",
                Layout.Scope.PRIVATE,
                new Grid(3, 1),
                List.of(
                        new Cell(
                                0,
                                0,
                                1,
                                1,
                                new CellContent.OfCamera(
                                        new CameraId("c-1"),
                                        StreamChoice.MAIN,
                                        new PictureView(PictureView.Fit.FILL, 3))),
                        new Cell(1, 0, 1, 1, new CellContent.Unknown("map", "{\"type\":\"map\",\"zoom\":7}")),
                        new Cell(2, 0, 1, 1, CellContent.HOTSPOT)),
                0);
        Layout saved = Desk.value(save(draft));
        assertThat(saved.cells()).isEqualTo(draft.cells());
        Layout second = Desk.value(save(saved));
        assertThat(second.version()).isGreaterThan(saved.version());
        assertThat(Desk.failure(save(saved)).kind()).isEqualTo(Kind.CONFLICT);
        Optional<Layout> found = Desk.value(desk.<Outcome<Optional<Layout>>>ask(
                answer -> desk.client.layouts().find("CA ĐÊM", answer)));
        assertThat(found).contains(second);
        var id = second.id();
        assertThat(id).isNotNull();
        Desk.value(desk.<Outcome<vn.toancanh.model.LayoutId>>ask(
                answer -> desk.client.layouts().delete(id, second.version(), answer)));
        assertThat(Desk.failure(desk.<Outcome<Layout>>ask(
                                answer -> desk.client.layouts().get(id, answer)))
                        .kind())
                .isEqualTo(Kind.NOT_FOUND);
    }

    private Outcome<Layout> save(Layout layout) {
        return desk.ask(answer -> desk.client.layouts().save(layout, answer));
    }

    @Test
    void outlivesAServerThatStopsAndStartsAgain() {
        signIn();
        CatalogueContents city = ((CatalogueUpdate.Whole) fetch("")).contents();
        int port = fixture.server.baseUri().getPort();
        fixture.server.close();
        desk.until(() -> desk.client.sessions().state().connection().phase() == Phase.AWAY);
        AtomicInteger news = new AtomicInteger();
        desk.here(() -> desk.client.catalogue().onNews(news::incrementAndGet));
        try (CentralServer again = CentralServer.start(ServerOptions.at(data, port))) {
            desk.until(() -> desk.client.sessions().state().connection().phase() != Phase.AWAY);
            assertThat(desk.here(
                            () -> desk.client.sessions().state().connection().phase()))
                    .isEqualTo(Phase.ONLINE);
            desk.until(() -> news.get() > 0);
            again.inventory().remove(new CameraId("c-7"));
            assertThat(fetch(city.syncToken())).isInstanceOf(CatalogueUpdate.Delta.class);
        }
    }

    @Test
    void aPasswordChangedElsewhereEndsTheSession() {
        signIn();
        assertThat(fetch("")).isInstanceOf(CatalogueUpdate.Whole.class);
        fixture.server.accounts().setPassword("operator", Secret.of("mot-mat-khau-khac"));
        desk.here(() -> {
            desk.client.catalogue().fetch("", outcome -> {});
            return true;
        });
        desk.until(() -> desk.client.sessions().state().connection().phase() == Phase.EXPIRED);
    }
}
