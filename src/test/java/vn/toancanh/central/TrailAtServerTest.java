package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.administration.ExportFile;
import vn.toancanh.administration.TrailEntry;
import vn.toancanh.administration.TrailService.Page;
import vn.toancanh.administration.TrailService.Wanted;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.SiteId;
import vn.toancanh.server.ServerFixture;

/** The audit trail of a real server as a desk reads it, and exports that do not come whole. */
@Tag("slow")
class TrailAtServerTest {
    private ServerFixture fixture;
    private Desk desk;

    @BeforeEach
    void open(@TempDir Path data) throws IOException {
        fixture = ServerFixture.start(data);
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 6));
        desk = new Desk();
        desk.signIn(fixture.server.baseUri(), "administrator", ServerFixture.PASSWORD);
    }

    @AfterEach
    void close() {
        desk.close();
        fixture.close();
    }

    /** A file in memory that remembers what became of it. */
    private static class Kept implements ExportFile {
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private boolean kept;
        private boolean dropped;

        @Override
        public OutputStream open() {
            return written;
        }

        @Override
        public void keep() {
            kept = true;
        }

        @Override
        public void drop() {
            dropped = true;
        }

        String text() {
            return written.toString(StandardCharsets.UTF_8);
        }
    }

    private Page page(Wanted wanted, String place) {
        return Desk.value(desk.<Outcome<Page>>ask(answer -> desk.client.trail().search(wanted, place, answer)));
    }

    private List<TrailEntry> all(Wanted wanted) {
        List<TrailEntry> all = new ArrayList<>();
        String place = "";
        do {
            Page page = page(wanted, place);
            all.addAll(page.entries());
            place = page.next();
        } while (!place.isEmpty());
        return all;
    }

    private static Outcome<Long> export(Desk from, Wanted wanted, ExportFile file) {
        return from.ask(answer -> from.client.trail().export(wanted, file, answer));
    }

    @Test
    void entriesComePageByPageNewestFirstWithAllThatWasNoted() {
        var administrator = fixture.desk("administrator");
        for (int i = 0; i < 130; i++) {
            assertThat(administrator
                            .put("/alarm-procedures/loai-" + i, "{\"text\":\"Gọi\"}")
                            .status())
                    .isLessThan(300);
        }
        List<TrailEntry> set =
                all(new Wanted(null, null, "administrator", "procedure.", Optional.empty(), Optional.empty()));
        assertThat(set).hasSize(130);
        assertThat(set.getFirst().subject()).isEqualTo("procedure/loai-129");
        assertThat(set.getFirst().kind()).isEqualTo("procedure");
        assertThat(set.getFirst().id()).isEqualTo("loai-129");
        assertThat(set.getFirst().facts()).containsExactly(new TrailEntry.Fact("characters", "3"));
        assertThat(set.getFirst().user()).isEqualTo("administrator");
        assertThat(set.getFirst().address()).isEqualTo("127.0.0.1");
        assertThat(set.getFirst().outcome()).isEqualTo("done");
        assertThat(set.getFirst().hash()).hasSize(64);
        assertThat(page(Wanted.ALL, "").entries()).hasSize(100);
    }

    @Test
    void cameraSiteAndTimeNarrowIt() {
        fixture.desk("viewer")
                .post(
                        "/stream-sessions",
                        "{\"streams\":[{\"cameraId\":\"c-1\",\"role\":\"sub\"},{\"cameraId\":\"c-2\",\"role\":\"sub\"}]}");
        CameraId first = new CameraId("c-1");
        SiteId ward = ServerFixture.WARD.id();
        assertThat(all(new Wanted(null, null, "", "stream.", Optional.of(first), Optional.empty())))
                .extracting(TrailEntry::subject)
                .containsExactly("camera/c-1");
        assertThat(all(new Wanted(null, null, "", "stream.", Optional.empty(), Optional.of(ward))))
                .extracting(TrailEntry::subject)
                .containsExactlyInAnyOrder("camera/c-1", "camera/c-2");
        assertThat(all(new Wanted(null, Instant.EPOCH, "", "", Optional.empty(), Optional.empty())))
                .isEmpty();
        assertThat(all(new Wanted(
                        Clock.SYSTEM.now().plusSeconds(60), null, "", "", Optional.empty(), Optional.empty())))
                .isEmpty();
    }

    @Test
    void anExportIsCountedAndNotedByTheServerItself() {
        Wanted signedIn = new Wanted(null, null, "", "session.", Optional.empty(), Optional.empty());
        Kept file = new Kept();
        long count = Desk.value(export(desk, signedIn, file));
        assertThat(file.kept).isTrue();
        assertThat(file.dropped).isFalse();
        assertThat(file.text().lines().toList()).hasSize((int) count + 2).last().isEqualTo("end," + count);
        assertThat(file.text()).contains("session.opened");
        List<TrailEntry> noted = all(new Wanted(null, null, "", "audit.exported", Optional.empty(), Optional.empty()));
        assertThat(noted).hasSize(1);
        assertThat(noted.getFirst().facts()).contains(new TrailEntry.Fact("action", "session."));
    }

    @Test
    void whoMayNotIsRefusedAndNothingIsKept() {
        try (Desk viewer = new Desk()) {
            viewer.signIn(fixture.server.baseUri(), "viewer", ServerFixture.PASSWORD);
            Kept file = new Kept();
            assertThat(Desk.failure(export(viewer, Wanted.ALL, file)).kind()).isEqualTo(Kind.FORBIDDEN);
            assertThat(file.kept).isFalse();
            assertThat(file.dropped).isTrue();
        }
    }

    @Test
    void anExportThatBreaksOffOrCannotBeWrittenIsNone() throws IOException {
        try (FakeCentral other = new FakeCentral();
                Desk there = new Desk()) {
            other.on("GET /info", request -> FakeCentral.json(FakeCentral.info("audit")))
                    .on("GET /audit/export", request -> csv("seq,at\n1,x\n"));
            there.signedIn(other.uri());
            Kept file = new Kept();
            Failure broken = Desk.failure(export(there, Wanted.ALL, file));
            assertThat(broken.textKey()).isEqualTo("trail.brokeOff");
            assertThat(file.kept).isFalse();
            assertThat(file.dropped).isTrue();

            other.on("GET /audit/export", request -> csv("seq,at\r\n1,x\r\nend,1\r\n"));
            assertThat(Desk.value(export(there, Wanted.ALL, new Kept()))).isEqualTo(1);
            Kept full = new Kept() {
                @Override
                public OutputStream open() {
                    return new OutputStream() {
                        @Override
                        public void write(int one) throws IOException {
                            throw new IOException("No space left on device");
                        }
                    };
                }
            };
            assertThat(Desk.failure(export(there, Wanted.ALL, full)).textKey()).isEqualTo("trail.notWritten");
            assertThat(full.dropped).isTrue();
        }
    }

    private static MockResponse csv(String text) {
        return new MockResponse.Builder()
                .code(200)
                .setHeader("Content-Type", "text/csv; charset=UTF-8")
                .body(text)
                .build();
    }
}
