package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.access.Connection;
import vn.toancanh.alarms.AlarmBook;
import vn.toancanh.alarms.FakeAlarms;
import vn.toancanh.base.Failure;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.Secret;
import vn.toancanh.catalogue.CatalogueContents;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.deeds.Deed;
import vn.toancanh.deeds.DeedLog;
import vn.toancanh.deeds.DeedOwner;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmId;
import vn.toancanh.model.AlarmOutcome;
import vn.toancanh.model.AlarmStep;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CameraState;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;
import vn.toancanh.shift.Export;
import vn.toancanh.shift.FakeHandovers;
import vn.toancanh.shift.Handover;
import vn.toancanh.shift.HandoverDeed;
import vn.toancanh.shift.Happening;
import vn.toancanh.shift.Note;
import vn.toancanh.shift.Report;
import vn.toancanh.shift.ShiftBook;
import vn.toancanh.shift.ShiftOwner;
import vn.toancanh.shift.ShiftsInMemory;
import vn.toancanh.shift.StandingWall;
import vn.toancanh.ui.testing.FakeSessions;

/** Handing over with the server there and away, and taking over. */
class HandoverDeskTest {
    private static final URI SERVER = URI.create("https://a");
    private static final Instant LONG_AGO = Instant.parse("2026-11-20T00:00:00Z");

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final ShiftsInMemory kept = new ShiftsInMemory(lane);
    private final FakeHandovers server = new FakeHandovers();
    private final FakeSessions sessions = new FakeSessions();
    private final FakeAlarms alarmServer = new FakeAlarms();
    private final AlarmBook alarms = new AlarmBook(alarmServer, lane);
    private final ShiftBook book = new ShiftBook(lane, clock, kept, UUID::randomUUID);
    private final NoteAlarms notes = new NoteAlarms(alarms, book);
    private final DeedLog deeds = new DeedLog(lane, clock, kept, server, UUID::randomUUID, new Random(1), count -> {});
    private CatalogueSnapshot cameras = city();
    private List<StandingWall> standing = List.of();
    private final HandoverDesk desk =
            new HandoverDesk(lane, clock, book, kept, deeds, server, sessions, alarms, () -> cameras, () -> standing);

    private static CatalogueSnapshot city() {
        List<Site> sites = List.of(
                new Site(new SiteId("city"), null, "Hà Nội"),
                new Site(new SiteId("ward"), new SiteId("city"), "Phường"),
                new Site(new SiteId("north"), new SiteId("ward"), "Bắc"),
                new Site(new SiteId("south"), new SiteId("ward"), "Nam"));
        return CatalogueSnapshot.of(new CatalogueContents(
                sites, List.of(camera("c1", "north"), camera("c2", "north"), camera("c3", "south")), LONG_AGO, ""));
    }

    private static Camera camera(String id, String site) {
        return new Camera(
                new CameraId(id), null, id, new SiteId(site), List.of(), null, CameraState.ONLINE, false, List.of(), 1);
    }

    @BeforeEach
    void signIn() {
        sessions.signIn(SERVER, "anna", Secret.of(FakeSessions.PASSWORD), any -> {});
        book.follow(new ShiftOwner(SERVER, "anna"));
        deeds.follow(new DeedOwner(SERVER, "anna"), true);
        alarms.open();
        alarmServer.lists.remove().accept(Outcome.done(List.of(alarm(AlarmStep.NEW, 1))));
        lane.runReady();
    }

    private static Alarm alarm(AlarmStep step, long version) {
        return new Alarm(
                new AlarmId("k"), "x", 70, step, List.of(), null, null, "Có khói", "", false, LONG_AGO, "", version);
    }

    private void serverIsAway() {
        server.away = true;
        sessions.connection(new Connection(Connection.Phase.AWAY, LONG_AGO));
        deeds.follow(new DeedOwner(SERVER, "anna"), false);
    }

    private void serverIsBack() {
        server.away = false;
        sessions.connection(new Connection(Connection.Phase.ONLINE, null));
        deeds.follow(new DeedOwner(SERVER, "anna"), true);
        lane.runReady();
    }

    private HandoverDesk.Listed listed(@Nullable Instant from, @Nullable Instant to) {
        List<HandoverDesk.Listed> answers = new ArrayList<>();
        desk.list(from, to, answers::add);
        lane.runReady();
        assertThat(answers).hasSize(1);
        return answers.getFirst();
    }

    private HandoverDesk.Listed listed() {
        return listed(null, null);
    }

    private UUID handOver() {
        return switch (desk.handOver("Ca", "Cổng sau hỏng")) {
            case Outcome.Done<UUID>(UUID id) -> id;
            case Outcome.Failed<UUID>(Failure why) -> throw new AssertionError(why.toString());
        };
    }

    @Test
    void whatIsHandedOverIsTheReportOfTheShiftWithTheCommentAndIsAtTheServerAMomentLater() {
        book.note(Happening.CAMERA_LOST, "c1", "Cổng", 10);
        lane.advance(Duration.ofMinutes(5));
        UUID id = handOver();
        lane.advance(Duration.ofSeconds(5));
        assertThat(kept.deeds).as("told, and so no longer waiting").isEmpty();
        Handover handover = listed().handovers().getFirst();
        assertThat(handover.id()).isEqualTo(id);
        assertThat(handover.standing()).isEqualTo(Handover.Standing.KEPT);
        assertThat(handover.open()).isTrue();
        assertThat(handover.comment()).isEqualTo("Cổng sau hỏng");
        Report.Counts counts = Objects.requireNonNull(handover.report()).counts();
        assertThat(counts.stillLost()).isEqualTo(1);
        assertThat(counts.openAlarms()).isEqualTo(1);
        assertThat(book.shift().orElseThrow().afterHandover()).isTrue();
        assertThat(desk.toBeHandedOver()).as("nobody is asked who just did").isFalse();
    }

    @Test
    void whileTheServerIsAwayItWaitsHereAndIsToldOnceWithTheTimeItWasSigned() {
        serverIsAway();
        Instant signed = clock.now();
        UUID id = handOver();
        lane.advance(Duration.ofHours(3));
        HandoverDesk.Listed away = listed();
        assertThat(away.failure()).isPresent();
        assertThat(away.handovers()).extracting(Handover::standing).containsExactly(Handover.Standing.WAITING);
        assertThat(away.handovers().getFirst().open())
                .as("nobody can sign what the server does not have")
                .isFalse();
        serverIsBack();
        assertThat(server.kept).hasSize(1);
        assertThat(server.kept.getFirst().signedAt()).isEqualTo(signed);
        assertThat(server.kept.getFirst().id()).isEqualTo(id);
        assertThat(listed().handovers()).extracting(Handover::standing).containsExactly(Handover.Standing.KEPT);
    }

    @Test
    void itHappenedAtTheSmallestSiteThatHoldsAllThatWasLost() {
        book.note(Happening.CAMERA_LOST, "c1", "", 10);
        book.note(Happening.CAMERA_LOST, "c2", "", 10);
        serverIsAway();
        handOver();
        assertThat(kept.deeds.getLast().facts()).containsEntry(HandoverDeed.SITE, "north");
        book.note(Happening.CAMERA_LOST, "c1", "", 10);
        book.note(Happening.CAMERA_LOST, "c3", "", 10);
        handOver();
        assertThat(kept.deeds.getLast().facts()).containsEntry(HandoverDeed.SITE, "ward");
        handOver();
        assertThat(kept.deeds.getLast().facts()).containsEntry(HandoverDeed.SITE, "city");
    }

    @Test
    void whatStandsOtherwiseGoesIntoTheReport() {
        book.stood(1, Map.of("c1", "Cầu"));
        book.stood(1, Map.of("c2", "Not before the first change"));
        standing = List.of(new StandingWall(1, 1, Map.of("c3", "Hầm")));
        assertThat(desk.report().orElseThrow().moved())
                .containsExactly(
                        new Report.MovedCamera(1, "c3", "Hầm", true), new Report.MovedCamera(1, "c1", "Cầu", false));
    }

    @Test
    void withoutAnySiteNothingIsHandedOverAndNothingIsLost() {
        cameras = CatalogueSnapshot.EMPTY;
        book.note(Happening.WALL_CHANGED, "1", "", Note.UNKNOWN);
        assertThat(desk.handOver("Ca", "")).isInstanceOf(Outcome.Failed.class);
        assertThat(desk.toBeHandedOver()).isFalse();
        assertThat(desk.report().orElseThrow().counts().wallChanges()).isEqualTo(1);
    }

    @Test
    void whoWasHereForAMomentAndDidNothingIsNotAsked() {
        assertThat(desk.toBeHandedOver()).isFalse();
        book.note(Happening.WALL_CHANGED, "1", "", Note.UNKNOWN);
        assertThat(desk.toBeHandedOver()).as("something happened").isTrue();
        handOver();
        lane.advance(HandoverDesk.A_MOMENT);
        assertThat(desk.toBeHandedOver()).as("handed over").isFalse();
    }

    @Test
    void whoWasHereForLongerIsAskedThoughNothingHappened() {
        lane.advance(HandoverDesk.A_MOMENT);
        assertThat(desk.toBeHandedOver()).isTrue();
    }

    @Test
    void theIncomingSignsByHisOwnNameAndPassword() {
        UUID id = handOver();
        lane.advance(Duration.ofSeconds(5));
        List<Outcome<Handover>> answers = new ArrayList<>();
        desk.takeOver(id, " ", Secret.of("x"), "", answers::add);
        desk.takeOver(id, "to.truong", Secret.of(""), "", answers::add);
        assertThat(answers).hasSize(2).allMatch(each -> each instanceof Outcome.Failed<?>);
        desk.takeOver(id, " to.truong ", Secret.of(FakeHandovers.PASSWORD), " Đã nhận ", answers::add);
        Handover signed = listed().handovers().getFirst();
        assertThat(signed.acceptance()).isEqualTo(new Handover.Acceptance("Tổ trưởng Lan", clock.now(), "Đã nhận"));
        assertThat(signed.open()).isFalse();
    }

    @Test
    void handoversAreFoundByTheTimeTheyWereSigned() {
        handOver();
        lane.advance(Duration.ofSeconds(5));
        serverIsAway();
        lane.advance(Duration.ofDays(1));
        UUID later = handOver();
        Instant noon = clock.now().minus(Duration.ofHours(12));
        assertThat(listed(noon, null).handovers()).extracting(Handover::id).containsExactly(later);
        assertThat(listed(null, noon).handovers()).isEmpty();
        serverIsBack();
        assertThat(listed(null, noon).handovers()).hasSize(1);
    }

    @Test
    void alarmsThatAreTakenOnHereAreNotedAndThoseOfOtherDesksAreNot() {
        alarms.move(new AlarmId("k"), AlarmStep.ACKNOWLEDGED);
        alarmServer.moves.remove().answer().accept(Outcome.done(alarm(AlarmStep.ACKNOWLEDGED, 2)));
        alarms.finish(new AlarmId("k"), AlarmOutcome.HANDLED, "");
        alarmServer.finishes.remove().answer().accept(Outcome.done(alarm(AlarmStep.CLOSED, 3)));
        assertThat(happenings()).containsExactly(Happening.SIGNED_ON, Happening.ALARM_ACCEPTED, Happening.ALARM_CLOSED);
        assertThat(desk.report().orElseThrow().counts().openAlarms()).isZero();
        notes.close();
    }

    @Test
    void anAlarmThatSomebodyElseWasFasterAtIsHis() {
        alarms.move(new AlarmId("k"), AlarmStep.ACKNOWLEDGED);
        alarmServer.moves.remove().answer().accept(Outcome.failed(Failure.of(Failure.Kind.CONFLICT, "412")));
        alarmServer.gets.remove().answer().accept(Outcome.done(alarm(AlarmStep.ACKNOWLEDGED, 2)));
        assertThat(happenings()).containsExactly(Happening.SIGNED_ON);
    }

    private List<Happening> happenings() {
        return book.shift().orElseThrow().notes().stream().map(Note::what).toList();
    }

    @Test
    void whereAlarmsCannotBeAskedForTheReportDoesNotSayThereAreNone() {
        alarms.refresh();
        alarmServer.lists.remove().accept(Outcome.failed(Failure.of(Failure.Kind.UNREACHABLE, "away")));
        assertThat(desk.report().map(report -> report.counts().openAlarms())).isEqualTo(Optional.of(-1));
    }

    @Test
    void aReportThatIsKeptOrPrintedLeavesADeedThatOutlivesAnOutage() {
        UUID open = book.shift().orElseThrow().id();
        serverIsAway();
        desk.kept(Optional.empty(), Optional.of("ban-giao.html"));
        desk.kept(Optional.empty(), Optional.empty());
        assertThat(desk.report().orElseThrow().exports())
                .as("the shift says so, too")
                .extracting(Report.Exported::what, Report.Exported::file)
                .containsExactly(tuple(Export.REPORT, "ban-giao.html"), tuple(Export.PAPER, ""));
        UUID handed = handOver();
        assertThat(handed).as("handed over under the id that was noted").isEqualTo(open);
        desk.kept(Optional.of(handed), Optional.empty());
        lane.runReady();
        serverIsBack();
        lane.advance(Duration.ofMinutes(1));
        assertThat(server.told)
                .extracting(Deed::action)
                .containsExactly(
                        "desk.report.saved", "desk.report.printed", HandoverDeed.ACTION, "desk.report.printed");
        assertThat(server.told).allMatch(deed -> deed.subject().equals("record/" + open));
        assertThat(server.told.getFirst().facts()).containsEntry("file", "ban-giao.html");
    }
}
