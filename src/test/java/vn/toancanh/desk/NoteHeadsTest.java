package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.catalogue.CatalogueContents;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.model.Camera;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CameraState;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;
import vn.toancanh.ptz.FakeHeads;
import vn.toancanh.ptz.Grip;
import vn.toancanh.ptz.HeadOrder;
import vn.toancanh.ptz.HeadPlace;
import vn.toancanh.ptz.HeadSpeed;
import vn.toancanh.ptz.OverheardHeads;
import vn.toancanh.ptz.PlaceChange;
import vn.toancanh.ptz.Steering;
import vn.toancanh.shift.Happening;
import vn.toancanh.shift.HeadsLeft;
import vn.toancanh.shift.HeadsReserved;
import vn.toancanh.shift.Report;
import vn.toancanh.shift.Reporting;
import vn.toancanh.shift.ShiftBook;
import vn.toancanh.shift.ShiftOwner;
import vn.toancanh.shift.ShiftsInMemory;

/** Heads that are left away from home, from what the server was told to the report. */
class NoteHeadsTest {
    private static final CameraId CAMERA = new CameraId("c-1");
    private static final SiteId WARD = new SiteId("hoan-kiem");
    private static final HeadSpeed RIGHT = new HeadSpeed(1, 0, 0);

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final FakeHeads server = new FakeHeads(lane, clock);
    private final OverheardHeads heads = new OverheardHeads(server);
    private final Steering steering = new Steering(heads, lane, lane, clock);
    private final ShiftsInMemory memory = new ShiftsInMemory(lane);
    private final CatalogueSnapshot cameras = CatalogueSnapshot.of(new CatalogueContents(
            List.of(new Site(WARD, null, "Hoàn Kiếm")),
            List.of(new Camera(
                    CAMERA, 1201, "Hàng Khay", WARD, List.of(), null, CameraState.ONLINE, true, List.of(), 1)),
            Instant.EPOCH,
            ""));
    private ShiftBook book;
    private NoteHeads notes;

    @BeforeEach
    void begin() {
        book = new ShiftBook(lane, clock, memory, UUID::randomUUID);
        notes = new NoteHeads(
                lane, clock, book, () -> cameras, (camera, place) -> place.equals("p-7") ? "Cổng chính" : place);
        heads.tell(notes);
        book.follow(new ShiftOwner(URI.create("https://a"), "anna"));
        lane.runReady();
    }

    private List<Report.AwayHead> away() {
        return HeadsLeft.of(book.shift().orElseThrow().notes());
    }

    private long noted(Happening what) {
        return book.shift().orElseThrow().notes().stream()
                .filter(note -> note.what() == what)
                .count();
    }

    /** Presses, holds and lets go. */
    private void turn(Duration held) {
        hold(RIGHT, held);
    }

    private void hold(HeadSpeed speed, Duration held) {
        Grip grip = steering.grip(CAMERA);
        grip.move(speed);
        lane.runReady();
        for (long i = 0; i < held.toMillis(); i += 50) {
            steering.beat();
            lane.advance(Duration.ofMillis(50));
        }
        grip.release();
        lane.runReady();
    }

    private void go(HeadOrder order) {
        steering.go(CAMERA, order);
        lane.runReady();
    }

    @Test
    void aHeadThatAHandHasTurnedIsAwayUntilItIsSentHome() {
        assertThat(away()).isEmpty();
        Instant began = clock.now();
        turn(Duration.ofSeconds(3));
        assertThat(away()).containsExactly(new Report.AwayHead("c-1", "Hàng Khay", "", began));
        turn(Duration.ofSeconds(3));
        assertThat(noted(Happening.HEAD_MOVED)).as("however often and long").isEqualTo(1);
        go(new HeadOrder.Home());
        assertThat(away()).isEmpty();
        assertThat(noted(Happening.HEAD_HOME)).isEqualTo(1);
        go(new HeadOrder.Home());
        assertThat(noted(Happening.HEAD_HOME)).as("it was there").isEqualTo(1);
    }

    @Test
    void whatIsFocusedAndSwitchedLooksWhereItLooked() {
        hold(HeadSpeed.ofFocus(1), Duration.ofSeconds(1));
        go(new HeadOrder.AutoFocus(true));
        assertThat(server.story).as("it was told").isNotEmpty();
        assertThat(away()).isEmpty();
    }

    @Test
    void whereItWasSentIsSaidUntilAHandTurnsItOn() {
        Instant began = clock.now();
        go(new HeadOrder.Preset("p-7"));
        assertThat(away()).containsExactly(new Report.AwayHead("c-1", "Hàng Khay", "Cổng chính", began));
        lane.advance(Duration.ofMinutes(5));
        go(new HeadOrder.Preset("p-8"));
        assertThat(away()).containsExactly(new Report.AwayHead("c-1", "Hàng Khay", "p-8", began));
        turn(Duration.ofSeconds(1));
        assertThat(away()).containsExactly(new Report.AwayHead("c-1", "Hàng Khay", "", began));
    }

    @Test
    void whatIsRefusedMovesNothingAndWhatNobodyHasAnsweredMayHave() {
        server.takenBy("An");
        turn(Duration.ofSeconds(1));
        assertThat(away()).as("somebody else has it").isEmpty();
        server.away = true;
        heads.send(CAMERA, "l-1", 1, new HeadOrder.Home(), Duration.ofSeconds(1), outcome -> {});
        heads.send(CAMERA, "l-1", 2, new HeadOrder.Move(RIGHT), Duration.ofSeconds(1), outcome -> {});
        lane.runReady();
        assertThat(away()).hasSize(1);
        heads.send(CAMERA, "l-1", 3, new HeadOrder.Home(), Duration.ofSeconds(1), outcome -> {});
        lane.runReady();
        assertThat(away()).as("nobody knows whether it went").hasSize(1);
    }

    @Test
    void aHeadThatIsStoppedOnItsWayHomeIsAwayAndOneThatIsStoppedLaterIsNot() {
        turn(Duration.ofSeconds(1));
        go(new HeadOrder.Home());
        lane.advance(Duration.ofSeconds(3));
        steering.stop(CAMERA);
        lane.runReady();
        assertThat(away()).hasSize(1);
        go(new HeadOrder.Home());
        lane.advance(NoteHeads.WAY_HOME.plusSeconds(1));
        steering.stop(CAMERA);
        lane.runReady();
        assertThat(away()).isEmpty();
    }

    @Test
    void whereItStandsAsItsHomeIsPutThereItIsAtHome() {
        turn(Duration.ofSeconds(1));
        HeadPlace place = new HeadPlace("p-7", 7, "Cổng chính", false);
        heads.places().change(CAMERA, new PlaceChange.Lock(place, true), outcome -> {});
        lane.runReady();
        assertThat(away()).hasSize(1);
        heads.places().change(CAMERA, new PlaceChange.Home(), outcome -> {});
        lane.runReady();
        assertThat(away()).isEmpty();
    }

    @Test
    void theNextShiftTakesOverWhatIsAwayAndAnotherPersonDoesNot() {
        Instant began = clock.now();
        go(new HeadOrder.Preset("p-7"));
        lane.advance(Duration.ofHours(1));
        book.handedOver();
        lane.runReady();
        assertThat(away()).containsExactly(new Report.AwayHead("c-1", "Hàng Khay", "Cổng chính", began));
        go(new HeadOrder.Home());
        assertThat(away()).isEmpty();
        go(new HeadOrder.Preset("p-7"));
        book.follow(null);
        book.follow(new ShiftOwner(URI.create("https://a"), "binh"));
        lane.runReady();
        assertThat(away()).isEmpty();
    }

    @Test
    void aProgramThatIsStartedAgainKnowsWhatIsAwayAndWhatComesHome() {
        turn(Duration.ofSeconds(1));
        notes.close();
        begin();
        assertThat(away()).hasSize(1);
        turn(Duration.ofSeconds(1));
        assertThat(noted(Happening.HEAD_MOVED)).isEqualTo(1);
        go(new HeadOrder.Home());
        assertThat(away()).isEmpty();
    }

    private List<Report.ReservedHead> reserved() {
        return HeadsReserved.of(book.shift().orElseThrow().notes(), clock.now());
    }

    private void reserve() {
        steering.reserve(CAMERA);
        lane.runReady();
    }

    private Report.ReservedHead until(Instant end) {
        return new Report.ReservedHead("c-1", "Hàng Khay", end);
    }

    @Test
    void aHeadIsReservedForAnHourFromTheLastCommandOnUntilItIsGivenBack() {
        turn(Duration.ofSeconds(1));
        assertThat(reserved()).as("a hand holds it for a moment").isEmpty();
        Instant end = clock.now().plus(Duration.ofHours(1));
        reserve();
        assertThat(reserved()).containsExactly(until(end));
        lane.advance(Duration.ofMinutes(20));
        go(new HeadOrder.Preset("p-7"));
        assertThat(reserved()).containsExactly(until(end.plus(Duration.ofMinutes(20))));
        go(new HeadOrder.Preset("p-8"));
        assertThat(noted(Happening.HEAD_RESERVED)).as("not for each command").isEqualTo(2);
        steering.release(CAMERA);
        lane.runReady();
        assertThat(reserved()).isEmpty();
        assertThat(noted(Happening.HEAD_FREED)).isEqualTo(1);
        reserve();
        assertThat(reserved()).hasSize(1);
        lane.advance(Duration.ofMinutes(61));
        assertThat(reserved()).as("its time is over").isEmpty();
    }

    @Test
    void whoTakesAReservedHeadOverEndsThat() {
        reserve();
        assertThat(reserved()).hasSize(1);
        server.takenBy("An");
        lane.runReady();
        assertThat(reserved()).isEmpty();
        reserve();
        assertThat(reserved()).as("the other has it").isEmpty();
        assertThat(noted(Happening.HEAD_RESERVED)).isEqualTo(1);
        steering.takeOver(CAMERA, "");
        lane.runReady();
        assertThat(reserved()).as("taken by hand").isEmpty();
    }

    @Test
    void theNextShiftTakesOverWhatIsReservedAndNotWhatIsNotAnyMore() {
        Instant end = clock.now().plus(Duration.ofHours(1));
        reserve();
        lane.advance(Duration.ofMinutes(30));
        book.handedOver();
        lane.runReady();
        assertThat(reserved()).containsExactly(until(end));
        assertThat(Reporting.of(book.shift().orElseThrow(), clock.now(), Optional.empty(), List.of())
                        .quiet())
                .isFalse();
        notes.close();
        begin();
        assertThat(reserved()).as("after another start").containsExactly(until(end));
        lane.advance(Duration.ofMinutes(31));
        book.handedOver();
        lane.runReady();
        assertThat(noted(Happening.HEAD_RESERVED)).isZero();
        reserve();
        assertThat(reserved()).hasSize(1);
        book.follow(null);
        book.follow(new ShiftOwner(URI.create("https://a"), "anna"));
        lane.runReady();
        assertThat(reserved()).as("it went with the session").isEmpty();
    }

    @Test
    void theReportHasItAndIsNotQuiet() {
        turn(Duration.ofSeconds(1));
        Report report = Reporting.of(book.shift().orElseThrow(), clock.now(), Optional.empty(), List.of());
        assertThat(report.heads()).extracting(Report.AwayHead::name).containsExactly("Hàng Khay");
        assertThat(report.counts().headsAway()).isEqualTo(1);
        assertThat(report.quiet()).isFalse();
    }
}
