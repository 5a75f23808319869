package vn.toancanh.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;
import vn.toancanh.deeds.Deed;
import vn.toancanh.deeds.DeedSender.Answer;
import vn.toancanh.model.SiteId;
import vn.toancanh.server.ServerFixture;
import vn.toancanh.shift.Export;
import vn.toancanh.shift.Handover;
import vn.toancanh.shift.HandoverDeed;
import vn.toancanh.shift.HandoverService.Document;
import vn.toancanh.shift.Happening;
import vn.toancanh.shift.Note;
import vn.toancanh.shift.Report;
import vn.toancanh.shift.Reporting;
import vn.toancanh.shift.Shift;
import vn.toancanh.shift.StandingWall;

/** Handovers from a desk to a real server and back. */
@Tag("slow")
class HandoversTest {
    private static final Instant BEGAN = Instant.parse("2026-11-25T23:00:00Z");
    private static final Instant SIGNED = Instant.parse("2026-11-26T07:00:30.123Z");

    private ServerFixture fixture;
    private Desk desk;

    @BeforeEach
    void open(@TempDir Path data) throws IOException {
        fixture = ServerFixture.start(data);
        fixture.server.inventory().merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 6));
        desk = new Desk();
        desk.signIn(fixture.server.baseUri(), "operator", ServerFixture.PASSWORD);
    }

    @AfterEach
    void close() {
        desk.close();
        fixture.close();
    }

    private static Report report() {
        List<Note> notes = List.of(
                new Note(BEGAN, Happening.SIGNED_ON, "", "operator"),
                new Note(BEGAN.plusSeconds(60), Happening.CAMERA_LOST, "c-1", "Ngã tư \"số\" 1 <b>", 10),
                new Note(BEGAN.plusSeconds(70), Happening.ALARM_CLOSED, "k", "Có khói"),
                new Note(BEGAN.plusSeconds(80), Happening.CLOCK_SET, "", "", -7),
                new Note(BEGAN.plusSeconds(81), Happening.WALL_HELD, "truc", "Phòng trực"),
                new Note(BEGAN.plusSeconds(82), Happening.HEAD_RESERVED, "c-1", "Ngã tư", 30_000),
                new Note(BEGAN.plusSeconds(83), Happening.TURNS_STOPPED, "", ""),
                new Note(BEGAN.plusSeconds(90), Happening.CAMERA_STOOD, "1", ""));
        return Reporting.of(
                new Shift(new UUID(0, 1), BEGAN, false, notes),
                BEGAN.plusSeconds(28_800),
                Optional.empty(),
                List.of(new StandingWall(1, 1, Map.of("c-2", "Cầu"), true)));
    }

    private Deed handover(UUID id, String site) {
        String document = desk.here(() -> desk.client.handovers().write(new Document(report(), "Yên tĩnh\nđến 3 giờ")));
        return new Deed(
                id,
                SIGNED,
                HandoverDeed.ACTION,
                "record/" + id,
                HandoverDeed.facts("Ca đêm", new SiteId(site), BEGAN, SIGNED, document));
    }

    private static Deed shown(int number) {
        return new Deed(
                UUID.randomUUID(), BEGAN.plusSeconds(number), "desk.shown", "camera/c-" + number, Map.of("tile", "1"));
    }

    private Answer tell(List<Deed> deeds) {
        return desk.ask(answer -> desk.client.deeds().tell(deeds, answer));
    }

    private List<Handover> list() {
        return Desk.value(desk.<Outcome<List<Handover>>>ask(
                answer -> desk.client.handovers().list(null, null, answer)));
    }

    @Test
    void oneIsToldOnceAmongTheOtherDeedsAndComesBackAsItWasWritten() {
        UUID id = UUID.randomUUID();
        List<Deed> deeds = List.of(shown(1), handover(id, "hoan-kiem"), shown(2));
        assertThat(tell(deeds)).isEqualTo(new Answer.Heard(Set.of()));
        assertThat(tell(deeds)).as("told again").isEqualTo(new Answer.Heard(Set.of()));
        List<Handover> found = list();
        assertThat(found).hasSize(1);
        Handover handover = found.getFirst();
        assertThat(handover.id()).isEqualTo(id);
        assertThat(handover.report()).isEqualTo(report());
        assertThat(handover.comment()).isEqualTo("Yên tĩnh\nđến 3 giờ");
        assertThat(handover.signedAt()).isEqualTo(SIGNED);
        assertThat(handover.by()).isEqualTo("Ca operator");
        assertThat(handover.open()).isTrue();
        assertThat(fixture.desk("administrator")
                        .get("/audit?action=desk.shown")
                        .json()
                        .path("items"))
                .hasSize(2);
    }

    @Test
    void whatTheServerWillNotHaveDoesNotHoldTheOthersUp() {
        Deed wrong = handover(UUID.randomUUID(), "khong-co");
        Deed right = handover(UUID.randomUUID(), "hoan-kiem");
        assertThat(tell(List.of(shown(1), wrong, shown(2), right))).isEqualTo(new Answer.Heard(Set.of(wrong.id())));
        assertThat(list()).extracting(Handover::id).containsExactly(right.id());
    }

    @Test
    void aServerThatHasRecordsAndNoAuditTrailIsToldHandoversAllTheSame() throws IOException {
        Deed handover = handover(UUID.randomUUID(), "hoan-kiem");
        tell(List.of(handover));
        String kept =
                fixture.desk("administrator").get("/records/" + handover.id()).body();
        try (FakeCentral other = new FakeCentral();
                Desk there = new Desk()) {
            other.on("GET /info", request -> FakeCentral.json(FakeCentral.info("records")))
                    .on("POST /records", request -> FakeCentral.json(201, kept));
            there.signIn(other.uri(), "truc.ban", "mat-khau");
            assertThat(there.here(there.client.deeds()::hearsNotes)).isFalse();
            assertThat(there.<Answer>ask(answer -> there.client.deeds().tell(List.of(handover), answer)))
                    .isEqualTo(new Answer.Heard(Set.of()));
            assertThat(other.to("POST /records")).hasSize(1);
            assertThat(there.<Answer>ask(answer -> there.client.deeds().tell(List.of(shown(1)), answer)))
                    .isInstanceOf(Answer.Unheard.class);
            assertThat(other.to("POST /audit")).isEmpty();
        }
    }

    private Outcome<Handover> sign(UUID id, String user, String password) {
        return desk.ask(answer -> desk.client
                .handovers()
                .accept(id, user, Secret.of(password), SIGNED.plusSeconds(60), "Đã nhận", answer));
    }

    @Test
    void somebodyElseSignsAndTheSessionOfTheDeskStands() {
        UUID id = UUID.randomUUID();
        tell(List.of(handover(id, "hoan-kiem")));
        Failure wrong = Desk.failure(sign(id, "administrator", "khong-phai-mat-khau"));
        assertThat(wrong.textKey()).isEqualTo("shift.wrongPassword");
        assertThat(Desk.failure(sign(id, "operator", ServerFixture.PASSWORD)).textKey())
                .isEqualTo("shift.notEntitled");
        Handover signed = Desk.value(sign(id, "administrator", ServerFixture.PASSWORD));
        assertThat(signed.acceptance())
                .isEqualTo(new Handover.Acceptance("Ca administrator", SIGNED.plusSeconds(60), "Đã nhận"));
        assertThat(list().getFirst().open()).isFalse();
        assertThat(desk.here(() -> desk.client.sessions().state().connection().isOnline()))
                .isTrue();
    }

    @Test
    void whatAnOlderProgramWroteIsReadAndHalfOfADocumentIsNone() {
        Document document = new Document(report(), "Yên tĩnh");
        String now = desk.here(() -> desk.client.handovers().write(document));
        JsonNode tree = new JsonMapper().readTree(now);
        ObjectNode then = (ObjectNode) tree.path("report");
        then.remove(List.of("toldWalls", "moved", "movedMore", "heads", "exports", "heldWalls", "reserved", "stopped"));
        ((ObjectNode) then.path("counts")).remove(List.of("headsAway", "exports", "heldWalls", "reserved"));
        String older = tree.toString();
        assertThat(older).doesNotContain("toldWalls", "moved", "heads", "exports", "heldWalls", "reserved", "stopped");
        assertThat(desk.here(() -> desk.client.handovers().read(older))).hasValueSatisfying(read -> {
            assertThat(read.comment()).isEqualTo("Yên tĩnh");
            assertThat(read.report().toldWalls()).isEmpty();
            assertThat(read.report().moved()).isEmpty();
            assertThat(read.report().heads()).isEmpty();
            assertThat(read.report().exports()).isEmpty();
            assertThat(read.report().counts().headsAway()).isZero();
            assertThat(read.report().heldWalls()).isEmpty();
            assertThat(read.report().reserved()).isEmpty();
            assertThat(read.report().stopped()).isNull();
        });
        assertThat(desk.here(() -> desk.client.handovers().read(now.substring(0, now.length() / 2))))
                .isEmpty();
    }

    /** What a later program notes besides is left out, and counted. */
    @Test
    void whatALaterProgramWroteIsReadWithoutTheKindsThatAreNotKnownHere() {
        Document document = new Document(report(), "Yên tĩnh");
        JsonNode tree = new JsonMapper()
                .readTree(desk.here(() -> desk.client.handovers().write(document)));
        ObjectNode later = (ObjectNode) tree.path("report");
        later.put("holograms", 3);
        ((ObjectNode) later.path("counts")).put("exports", 2).put("holograms", 3);
        later.putArray("exports")
                .addObject()
                .put("what", "HOLOGRAM")
                .put("file", "a.holo")
                .put("at", BEGAN.toString());
        ((ObjectNode) later.path("exports").get(0)).put("depth", 7);
        later.withArray("exports")
                .addObject()
                .put("what", "PAPER")
                .put("file", "")
                .put("at", BEGAN.toString());
        later.withArray("turns")
                .addObject()
                .put("at", BEGAN.toString())
                .put("what", "BEAMED_UP")
                .put("words", "anna")
                .put("seconds", 0);
        assertThat(desk.here(() -> desk.client.handovers().read(tree.toString())))
                .hasValueSatisfying(read -> {
                    assertThat(read.comment()).isEqualTo("Yên tĩnh");
                    assertThat(read.report().exports()).containsExactly(new Report.Exported(Export.PAPER, "", BEGAN));
                    assertThat(read.report().counts().exports()).isEqualTo(2);
                    assertThat(read.report().turns())
                            .extracting(Report.Turn::what)
                            .containsExactly(Happening.SIGNED_ON, Happening.CLOCK_SET);
                    assertThat(read.report().cameras()).hasSize(1);
                });
    }

    @Test
    void whatAnotherProgramWroteIsListedThoughItCannotBeRead() {
        fixture.desk("operator").post("/records", """
                {"id":"%s","kind":"handover","title":"Ca","siteId":"hoan-kiem","beganAt":"2026-11-26T06:00:00Z",
                "endedAt":"2026-11-26T14:00:00Z","signedAt":"2026-11-26T14:00:00Z","content":{"format":99}}""".formatted(UUID.randomUUID()));
        assertThat(list().getFirst().report()).isNull();
        assertThat(desk.here(() -> desk.client.handovers().read("{\"format\":1}")))
                .isEmpty();
        assertThat(desk.here(() -> desk.client.handovers().read("kein JSON"))).isEmpty();
    }
}
