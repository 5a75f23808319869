package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.administration.AdministrationService.Feature;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;
import vn.toancanh.model.Cell;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.Grid;
import vn.toancanh.model.Layout;
import vn.toancanh.model.LayoutId;
import vn.toancanh.shift.Handover;
import vn.toancanh.wall.LayoutArchive;
import vn.toancanh.wall.LayoutFacts;
import vn.toancanh.wall.LayoutLibrary;

/** Of a server that offers cameras and nothing else, nothing else is asked. */
class NothingOfferedTest {
    private static final LayoutId ID = new LayoutId("l-1");

    private FakeCentral server;
    private Desk desk;

    @BeforeEach
    void open() throws IOException {
        server = new FakeCentral();
        server.on("GET /info", request -> FakeCentral.json(FakeCentral.info("cameras")));
        desk = new Desk();
        desk.signedIn(server.uri());
    }

    @AfterEach
    void close() {
        desk.close();
        server.close();
    }

    /** Paths that were asked for beside those of signing in and of the catalogue. */
    private Set<String> asked() {
        Set<String> paths = new TreeSet<>();
        server.requests.forEach(
                request -> paths.add(request.getUrl().encodedPath().replaceFirst("^/api/v1/([^/]+).*", "$1")));
        paths.removeAll(List.of("info", "sessions", "sites", "cameras"));
        return paths;
    }

    private static void said(Failure failure) {
        assertThat(failure.kind()).isEqualTo(Kind.UNSUPPORTED);
        assertThat(failure.textKey()).isEqualTo("central.noLayouts");
    }

    @Test
    void layoutsAreNeitherAskedForNorSent() {
        assertThat(desk.here(desk.client.layouts()::offered)).isFalse();
        assertThat(desk.here(desk.client.layoutArchive()::locksOffered)).isFalse();
        Layout layout = new Layout(
                ID, "Ca", Layout.Scope.PRIVATE, new Grid(1, 1), List.of(new Cell(0, 0, 1, 1, CellContent.EMPTY)), 0);
        said(Desk.failure(desk.<Outcome<List<LayoutLibrary.Entry>>>ask(
                answer -> desk.client.layouts().list(answer))));
        said(Desk.failure(desk.<Outcome<Optional<Layout>>>ask(
                answer -> desk.client.layouts().find("Ca", answer))));
        said(Desk.failure(
                desk.<Outcome<Layout>>ask(answer -> desk.client.layouts().get(ID, answer))));
        said(Desk.failure(
                desk.<Outcome<Layout>>ask(answer -> desk.client.layouts().save(layout, answer))));
        said(Desk.failure(
                desk.<Outcome<LayoutId>>ask(answer -> desk.client.layouts().delete(ID, 1, answer))));
        said(Desk.failure(desk.<Outcome<List<Layout>>>ask(
                answer -> desk.client.wholeLayouts().all(answer))));
        said(Desk.failure(desk.<Outcome<List<LayoutArchive.Version>>>ask(
                answer -> desk.client.layoutArchive().history(ID, answer))));
        said(Desk.failure(desk.<Outcome<LayoutFacts>>ask(
                answer -> desk.client.layoutArchive().lock(ID, true, answer))));
        assertThat(asked()).isEmpty();
    }

    @Test
    void noDoorLeadsToWhatIsNotThere() {
        assertThat(desk.here(desk.client.handovers()::offered)).isFalse();
        assertThat(desk.here(desk.client.handovers()::signingOffered)).isFalse();
        assertThat(desk.here(desk.client.alarms()::offered)).isFalse();
        assertThat(desk.here(desk.client.walls()::offered)).isFalse();
        assertThat(desk.here(desk.client.publishing()::offered)).isFalse();
        assertThat(desk.here(desk.client.certificates()::offered)).isFalse();
        assertThat(desk.client.heads().offered()).isFalse();
        assertThat(desk.client.heads().places().offered()).isFalse();
        assertThat(desk.here(desk.client.deeds()::hearsNotes)).isFalse();
        for (Feature feature : Feature.values()) {
            assertThat(desk.here(() -> desk.client.administration().offers(feature)))
                    .as("%s", feature)
                    .isFalse();
        }
        assertThat(asked()).isEmpty();
    }

    /** Whoever offers layouts, records and heads, and neither locks, signatures nor presets, is asked for the first three. */
    @Test
    void ofWhatComesInPartsOnlyThosePartsAreThere() {
        server.on(
                "GET /info",
                request -> FakeCentral.json(FakeCentral.info("layouts", "records", "ptz.leases", "ptz.commands")));
        try (Desk other = new Desk()) {
            other.signedIn(server.uri());
            assertThat(other.here(other.client.layouts()::offered)).isTrue();
            assertThat(other.here(other.client.layoutArchive()::locksOffered)).isFalse();
            assertThat(other.here(other.client.handovers()::offered)).isTrue();
            assertThat(other.here(other.client.handovers()::signingOffered)).isFalse();
            assertThat(other.client.heads().offered()).isTrue();
            assertThat(other.client.heads().places().offered()).isFalse();
        }
    }

    /** Before anybody is signed in, and while a server that was known is away, doors stay as they were. */
    @Test
    void whileNothingIsKnownNothingIsDenied() {
        try (Desk other = new Desk()) {
            assertThat(other.here(other.client.layouts()::offered)).isTrue();
            assertThat(other.here(other.client.handovers()::offered)).isTrue();
            Outcome<Handover> signed = other.ask(answer ->
                    other.client.handovers().accept(new UUID(0, 1), "a", Secret.of("b"), Instant.EPOCH, "", answer));
            assertThat(Desk.failure(signed).kind()).isEqualTo(Kind.SESSION_EXPIRED);
        }
    }
}
