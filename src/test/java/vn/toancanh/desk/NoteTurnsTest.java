package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.catalogue.CatalogueSnapshot;
import vn.toancanh.shift.Happening;
import vn.toancanh.shift.Report;
import vn.toancanh.shift.Reporting;
import vn.toancanh.shift.ShiftBook;
import vn.toancanh.shift.ShiftOwner;
import vn.toancanh.shift.ShiftsInMemory;

/** Turns that somebody has stopped, from the one key to the report. */
class NoteTurnsTest {
    private final DeskRig rig = DeskRig.ofKnownCameras(2, 2);
    private final ShiftsInMemory memory = new ShiftsInMemory(rig.lane);
    private final StandingOnWalls standing = new StandingOnWalls(
            () -> List.of(new OpenWindow(7, 2, Optional.of(rig.desk))), () -> CatalogueSnapshot.EMPTY);
    private ShiftBook book;

    @BeforeEach
    void begin() {
        begin(rig.rotation);
        work("anna");
    }

    private void begin(RotationSwitch rotation) {
        book = new ShiftBook(rig.lane, rig.clock, memory, UUID::randomUUID);
        NoteTurns notes = new NoteTurns(rig.clock, book, rotation);
        assertThat(notes).isNotNull();
    }

    private void work(String user) {
        book.follow(new ShiftOwner(URI.create("https://a"), user));
        rig.lane.runReady();
    }

    private void stop() {
        rig.desk.carousels().rotation().toggle();
    }

    private Report report() {
        return Reporting.of(book.shift().orElseThrow(), rig.clock.now(), Optional.empty(), standing.get());
    }

    private Report.@Nullable StoppedTurns stopped() {
        return report().stopped();
    }

    @Test
    void turnsThatAreStoppedAreToldWithTheWindowsInWhichTheyWait() {
        assertThat(stopped()).isNull();
        assertThat(report().quiet()).isTrue();
        Instant began = rig.clock.now();
        stop();
        assertThat(stopped()).isEqualTo(new Report.StoppedTurns(began, List.of()));
        rig.desk.selectTile(0);
        rig.desk.chosen().rotate(DeskRig.cameras(3));
        rig.lane.advance(Duration.ofMinutes(5));
        assertThat(stopped()).isEqualTo(new Report.StoppedTurns(began, List.of(2)));
        assertThat(report().quiet()).isFalse();
        stop();
        assertThat(stopped()).isNull();
    }

    @Test
    void itIsTheDesksAndTheNextShiftHasIt() {
        Instant began = rig.clock.now();
        stop();
        rig.lane.advance(Duration.ofHours(1));
        book.handedOver();
        rig.lane.runReady();
        assertThat(stopped()).isEqualTo(new Report.StoppedTurns(began, List.of()));
        book.follow(null);
        work("binh");
        assertThat(stopped()).as("whoever works there").isEqualTo(new Report.StoppedTurns(began, List.of()));
        stop();
        book.follow(null);
        work("anna");
        assertThat(stopped()).as("somebody else let them go on").isNull();
    }

    @Test
    void aProgramThatIsStartedAgainLetsThemGoOn() {
        stop();
        assertThat(stopped()).isNotNull();
        begin(new RotationSwitch());
        work("anna");
        assertThat(stopped()).isNull();
        assertThat(book.shift().orElseThrow().notes().getLast().what()).isEqualTo(Happening.STARTED_AGAIN);
    }
}
