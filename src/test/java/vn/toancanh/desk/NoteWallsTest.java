package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.access.Level;
import vn.toancanh.access.Right;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Secret;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.model.Layout;
import vn.toancanh.shift.Happening;
import vn.toancanh.shift.Report;
import vn.toancanh.shift.Reporting;
import vn.toancanh.shift.ShiftBook;
import vn.toancanh.shift.ShiftOwner;
import vn.toancanh.shift.ShiftsInMemory;
import vn.toancanh.shift.WallsHeld;
import vn.toancanh.ui.testing.FakeSessions;
import vn.toancanh.wall.GridShape;
import vn.toancanh.wall.WallState;
import vn.toancanh.wall.remote.CityWalls.Fate;
import vn.toancanh.wall.remote.Control;
import vn.toancanh.wall.remote.FakeCityWalls;
import vn.toancanh.wall.remote.Scene;
import vn.toancanh.wall.remote.ScreenHealth;
import vn.toancanh.wall.remote.WallStanding.ScreenStanding;

/** Walls elsewhere that stand under the control of this desk, from what a hand does to the report. */
class NoteWallsTest {
    private static final URI SERVER = URI.create("https://may.vn");
    private static final Scene RUSH = new Scene("c-1", "Cao điểm", Map.of("s1", "Cầu"), 1, "Tôi", true);

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final FakeCityWalls server = new FakeCityWalls();
    private final FakeSessions sessions = new FakeSessions();
    private final ShiftsInMemory memory = new ShiftsInMemory(lane);
    private ShiftBook book;
    private PushDesk desk;
    private NoteWalls notes;
    private int made;

    @BeforeEach
    void begin() {
        sessions.rights = List.of(new Right(Level.OPERATE, null, List.of()));
        sessions.signIn(SERVER, "anna", Secret.of(FakeSessions.PASSWORD), any -> {});
        server.with(FakeCityWalls.wall("truc", "Phòng trực", "s1")).with(FakeCityWalls.wall("sanh", "Sảnh", "s1"));
        String name = sessions.state().signedIn().orElseThrow().displayName();
        server.byPush = Optional.of(new Control(name, Instant.EPOCH));
        book = new ShiftBook(lane, clock, memory, UUID::randomUUID);
        Layout unnamed = WallState.empty(GridShape.uniform(1, 1)).layout();
        server.standing.put(
                "s1", new ScreenStanding("s1", true, Optional.of(new ScreenHealth(1, 1)), Optional.of(unnamed)));
        PlaceRights rights = new PlaceRights(sessions, () -> CatalogueSnapshot.EMPTY);
        desk = new PushDesk(lane, server, rights, () -> unnamed, "bàn 3", () -> new UUID(0, ++made));
        desk.watched().watch(() -> {});
        notes = new NoteWalls(clock, book, server, sessions);
        desk.tell(notes);
        work("anna");
    }

    private void work(String user) {
        book.follow(new ShiftOwner(SERVER, user));
        lane.runReady();
    }

    private Collection<Report.HeldWall> held() {
        return WallsHeld.of(book.shift().orElseThrow().notes()).values();
    }

    private long noted(Happening what) {
        return book.shift().orElseThrow().notes().stream()
                .filter(note -> note.what() == what)
                .count();
    }

    /** Brings the scene, and the wall does it. */
    private void push() {
        desk.push(RUSH);
        done();
    }

    private void done() {
        server.tell(news -> news.settled("m-" + server.pushes.size(), Fate.DONE, ""));
    }

    private void control(String name) {
        server.control = Optional.of(name).filter(any -> !name.isEmpty()).map(any -> new Control(name, Instant.EPOCH));
    }

    private void changed() {
        server.tell(news -> news.changed("truc"));
    }

    @Test
    void aWallThatWasToldSomethingStandsUntilItIsGivenBack() {
        assertThat(held()).isEmpty();
        Instant began = clock.now();
        push();
        assertThat(held()).containsExactly(new Report.HeldWall("Phòng trực", "Cao điểm", began));
        lane.advance(Duration.ofMinutes(5));
        push();
        assertThat(held()).containsExactly(new Report.HeldWall("Phòng trực", "Cao điểm", began));
        assertThat(noted(Happening.WALL_HELD)).as("however often").isEqualTo(1);
        assertThat(noted(Happening.WALL_TOLD)).as("orders are counted apart").isEqualTo(2);
        desk.release();
        assertThat(held()).isEmpty();
        assertThat(noted(Happening.WALL_LEFT)).isEqualTo(1);
        desk.release();
        assertThat(noted(Happening.WALL_LEFT)).as("it was its own").isEqualTo(1);
    }

    @Test
    void whatPassesTakesNoControlAndWhatIsDoneWithATileLeavesTheSceneItsName() {
        desk.identify();
        desk.say("Họp lúc 9 giờ", Duration.ofMinutes(5));
        done();
        assertThat(held()).isEmpty();
        push();
        desk.identify();
        done();
        desk.say("Họp lúc 9 giờ", Duration.ofMinutes(5));
        done();
        desk.tiles().enlarge("s1", 0);
        done();
        assertThat(noted(Happening.WALL_TOLD)).as("the scene, and the tile").isEqualTo(2);
        assertThat(held()).extracting(Report.HeldWall::last).containsExactly("Cao điểm");
        desk.blank();
        done();
        assertThat(held()).extracting(Report.HeldWall::last).containsExactly("");
        push();
        desk.pushPresent();
        done();
        assertThat(held()).extracting(Report.HeldWall::last).as("of no name").containsExactly("");
    }

    @Test
    void anOrderThatTheWallDidNotDoHasTakenControlAllTheSame() {
        desk.push(RUSH);
        server.tell(news -> news.settled("m-1", Fate.EXPIRED, ""));
        assertThat(held()).extracting(Report.HeldWall::last).containsExactly("");
        assertThat(noted(Happening.WALL_TOLD)).isZero();
    }

    @Test
    void whoTakesItOrGivesItBackElsewhereEndsIt() {
        push();
        control("Chị Lan");
        assertThat(held()).as("nobody has said so").hasSize(1);
        changed();
        assertThat(held()).isEmpty();
        push();
        control("");
        changed();
        assertThat(held()).isEmpty();
        push();
        server.walls.remove("truc");
        changed();
        assertThat(held()).as("a wall that is deleted").isEmpty();
    }

    @Test
    void whatWasMissedIsAskedForWhenTheServerIsHeardAgainAndNotTakenForAnEnd() {
        push();
        desk.watched().choose("sanh");
        push();
        server.blind = true;
        control("");
        changed();
        assertThat(held()).hasSize(2);
        server.blind = false;
        server.tell(news -> news.changed("another"));
        assertThat(held()).as("of another wall").hasSize(2);
        server.tell(news -> news.afresh());
        assertThat(held()).isEmpty();
    }

    @Test
    void anOrderOfWhichNobodyHasHeardCountsOnceTheServerSaysWhoseTheWallIs() {
        server.unheard = true;
        server.blind = true;
        desk.push(RUSH);
        assertThat(held()).isEmpty();
        server.blind = false;
        changed();
        assertThat(held()).extracting(Report.HeldWall::wall).containsExactly("Phòng trực");
        control("");
        changed();
        server.byPush = Optional.empty();
        desk.push(RUSH);
        assertThat(held()).as("it never came there").isEmpty();
        control("Bàn 1 · Ca trưởng");
        changed();
        assertThat(held()).as("what is asked no more").isEmpty();
    }

    @Test
    void theNextShiftTakesOverWhatStandsAndAnotherPersonDoesNot() {
        Instant began = clock.now();
        push();
        lane.advance(Duration.ofHours(1));
        book.handedOver();
        lane.runReady();
        assertThat(held()).containsExactly(new Report.HeldWall("Phòng trực", "Cao điểm", began));
        assertThat(noted(Happening.WALL_TOLD)).as("no order of that shift").isZero();
        book.follow(null);
        work("binh");
        assertThat(held()).isEmpty();
        book.follow(null);
        work("anna");
        assertThat(held()).as("in the shift of whoever did it").hasSize(1);
        desk.release();
        book.handedOver();
        lane.runReady();
        assertThat(held()).isEmpty();
    }

    @Test
    void aProgramThatIsStartedAgainKnowsWhatStandsAndLooksWhetherItStillDoes() {
        push();
        notes.close();
        begin();
        assertThat(held()).extracting(Report.HeldWall::last).containsExactly("Cao điểm");
        desk.release();
        assertThat(held()).isEmpty();
        push();
        notes.close();
        control("");
        begin();
        assertThat(held()).as("given back while nobody was here").isEmpty();
    }

    @Test
    void theReportHasItAndIsNotQuiet() {
        push();
        book.handedOver();
        lane.runReady();
        Report report = Reporting.of(book.shift().orElseThrow(), clock.now(), Optional.empty(), List.of());
        assertThat(report.heldWalls()).extracting(Report.HeldWall::wall).containsExactly("Phòng trực");
        assertThat(report.counts().heldWalls()).isEqualTo(1);
        assertThat(report.quiet()).isFalse();
    }
}
