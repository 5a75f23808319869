package vn.toancanh.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;

class ShiftBookTest {
    private static final URI SERVER = URI.create("https://a");
    private static final ShiftOwner ANNA = new ShiftOwner(SERVER, "anna");
    private static final ShiftOwner BINH = new ShiftOwner(SERVER, "bình");

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final ShiftsInMemory kept = new ShiftsInMemory(lane);
    private long made;
    private ShiftBook book = started();

    /** The program, started over what is kept. */
    private ShiftBook started() {
        return new ShiftBook(lane, clock, kept, () -> new UUID(0, ++made));
    }

    private void signOn(ShiftOwner who) {
        book.follow(who);
        lane.runReady();
    }

    private void pass(Duration time) {
        lane.advance(time);
    }

    private void change(int window) {
        book.note(Happening.WALL_CHANGED, Integer.toString(window), "", Note.UNKNOWN);
    }

    private List<Happening> happenings() {
        return book.shift().orElseThrow().notes().stream().map(Note::what).toList();
    }

    @Test
    void aShiftBeginsWithASignOnAndNotesWhatHappensAndWhen() {
        assertThat(book.shift()).isEmpty();
        change(1);
        signOn(ANNA);
        Instant began = clock.now();
        pass(Duration.ofHours(1));
        change(2);
        Shift shift = book.shift().orElseThrow();
        assertThat(shift.beganAt()).isEqualTo(began);
        assertThat(shift.notes())
                .extracting(Note::what, Note::subject, Note::at)
                .containsExactly(
                        tuple(Happening.SIGNED_ON, "", began),
                        tuple(Happening.WALL_CHANGED, "2", began.plus(Duration.ofHours(1))));
    }

    @Test
    void whatHappensWhileWhatIsKeptIsBeingReadIsNotedAfterIt() {
        book.follow(ANNA);
        change(1);
        assertThat(book.shift()).isEmpty();
        lane.runReady();
        assertThat(happenings()).containsExactly(Happening.SIGNED_ON, Happening.WALL_CHANGED);
    }

    @Test
    void aProgramThatFellGoesOnWithTheSameShift() {
        signOn(ANNA);
        change(1);
        UUID id = book.shift().orElseThrow().id();
        pass(Duration.ofMinutes(1));
        book = started();
        signOn(ANNA);
        assertThat(book.shift().orElseThrow().id()).isEqualTo(id);
        assertThat(happenings()).containsExactly(Happening.SIGNED_ON, Happening.WALL_CHANGED, Happening.STARTED_AGAIN);
    }

    @Test
    void whoSignsOffAndOnAgainGoesOnWithHisShift() {
        signOn(ANNA);
        UUID id = book.shift().orElseThrow().id();
        book.follow(null);
        assertThat(book.shift()).isEmpty();
        change(1);
        pass(Duration.ofMinutes(30));
        signOn(ANNA);
        assertThat(book.shift().orElseThrow().id()).isEqualTo(id);
        assertThat(happenings()).containsExactly(Happening.SIGNED_ON, Happening.SIGNED_OFF, Happening.SIGNED_ON);
    }

    @Test
    void twoPeopleAtOneDeskHaveAShiftEach() {
        signOn(ANNA);
        change(1);
        pass(Duration.ofHours(1));
        signOn(BINH);
        assertThat(happenings()).as("hers is hers").containsExactly(Happening.SIGNED_ON);
        change(2);
        pass(Duration.ofHours(1));
        signOn(ANNA);
        assertThat(book.shift().orElseThrow().notes())
                .filteredOn(note -> note.what() == Happening.WALL_CHANGED)
                .extracting(Note::subject)
                .containsExactly("1");
    }

    @Test
    void aShiftThatWasLeftForDaysKeepsItsNotesAndIsSaidToBeOpen() {
        signOn(ANNA);
        Instant began = clock.now();
        change(1);
        pass(ShiftBook.LEFT.minusSeconds(1));
        List<Instant> told = new ArrayList<>();
        for (Duration away : List.of(Duration.ofSeconds(1), ShiftBook.LEFT.plusSeconds(1))) {
            assertThat(told).isEmpty();
            book.follow(null);
            pass(away);
            book.onLeftOpen(told::add);
            signOn(ANNA);
        }
        assertThat(told).containsExactly(began);
        assertThat(book.shift().orElseThrow().beganAt()).isEqualTo(began);
        assertThat(happenings()).startsWith(Happening.SIGNED_ON, Happening.WALL_CHANGED, Happening.SIGNED_OFF);
    }

    @Test
    void whatCannotBeReadIsNotTakenForNothingAndReplaced() {
        signOn(ANNA);
        change(1);
        UUID id = book.shift().orElseThrow().id();
        book = started();
        kept.unreadable = true;
        signOn(ANNA);
        pass(Duration.ofMinutes(5));
        change(2);
        assertThat(book.shift()).isEmpty();
        kept.unreadable = false;
        pass(ShiftBook.AGAIN);
        assertThat(book.shift().orElseThrow().id()).isEqualTo(id);
        assertThat(happenings())
                .containsExactly(
                        Happening.SIGNED_ON, Happening.WALL_CHANGED, Happening.STARTED_AGAIN, Happening.WALL_CHANGED);
    }

    /** Cameras that flap fill it in an hour. */
    @Test
    void whereItIsFullNoCameraThatIsBackIsSaidToBeLostStill() {
        signOn(ANNA);
        book.note(Happening.CAMERA_LOST, "c-1", "Cầu", 10);
        book.note(Happening.CAMERA_LOST, "c-2", "Phố", 10);
        IntStream.range(0, Shift.MOST_NOTES).forEach(this::change);
        book.note(Happening.CAMERA_FOUND, "c-1", "Cầu", 60);
        book.note(Happening.CAMERA_FOUND, "c-1", "Cầu", 60);
        book.note(Happening.CAMERA_FOUND, "c-3", "Ngõ", 60);
        for (boolean again : List.of(false, true)) {
            Report report = Reporting.of(book.shift().orElseThrow(), clock.now(), Optional.of(List.of()), List.of());
            assertThat(report.cutShort()).isTrue();
            assertThat(report.cameras())
                    .as("started again: " + again)
                    .filteredOn(each -> each.since() != null)
                    .extracting(Report.LostCamera::cameraId)
                    .containsExactly("c-2");
            assertThat(book.shift().orElseThrow().notes()).hasSize(Shift.MOST_NOTES + 1);
            book = started();
            signOn(ANNA);
        }
    }

    @Test
    void aShiftThatIsHandedOverIsFollowedByAnotherThatNobodyAsksAbout() {
        signOn(ANNA);
        UUID first = book.shift().orElseThrow().id();
        book.handedOver();
        Shift next = book.shift().orElseThrow();
        assertThat(next.id()).isNotEqualTo(first);
        assertThat(next.afterHandover()).isTrue();
        assertThat(next.notes()).isEmpty();
        book = started();
        signOn(ANNA);
        assertThat(book.shift().orElseThrow().id()).isEqualTo(next.id());
    }

    @Test
    void aClockThatIsSetBackIsNotedAndTheOrderStands() {
        signOn(ANNA);
        pass(Duration.ofHours(2));
        change(1);
        clock.set(clock.now().minus(Duration.ofHours(1)));
        change(2);
        assertThat(happenings())
                .containsExactly(
                        Happening.SIGNED_ON, Happening.WALL_CHANGED, Happening.CLOCK_SET, Happening.WALL_CHANGED);
        assertThat(book.shift().orElseThrow().notes().get(2).seconds()).isEqualTo(-3600);
        pass(Duration.ofMinutes(5));
        book.look();
        assertThat(happenings()).as("once").hasSize(4);
    }

    @Test
    void aClockThatWasSetBackWhileTheProgramWasAwayIsNotedToo() {
        signOn(ANNA);
        pass(Duration.ofMinutes(10));
        change(1);
        clock.set(clock.now().minus(Duration.ofMinutes(9)));
        book = started();
        signOn(ANNA);
        assertThat(happenings())
                .containsExactly(
                        Happening.SIGNED_ON, Happening.WALL_CHANGED, Happening.CLOCK_SET, Happening.STARTED_AGAIN);
        assertThat(book.shift().orElseThrow().notes().get(2).seconds()).isEqualTo(-540);
    }

    @Test
    void aClockThatDriftsIsNotSet() {
        signOn(ANNA);
        clock.set(clock.now().plus(ShiftBook.JUMP).minusMillis(1));
        book.look();
        assertThat(happenings()).containsExactly(Happening.SIGNED_ON);
    }

    @Test
    void whereThereIsNoRoomForAllThatStoodOnAWallNoneOfItIsNoted() {
        signOn(ANNA);
        IntStream.range(0, Shift.MOST_NOTES - 4).forEach(this::change);
        book.stood(1, Map.of("a", "A", "b", "B", "c", "C"));
        assertThat(happenings()).doesNotContain(Happening.CAMERA_STOOD);
        book.stood(2, Map.of("a", "A", "b", "B"));
        assertThat(happenings().stream().filter(each -> each == Happening.CAMERA_STOOD))
                .hasSize(3);
    }

    @Test
    void aShiftOfMoreThanCanBeNotedSaysSo() {
        signOn(ANNA);
        IntStream.range(0, Shift.MOST_NOTES + 5).forEach(this::change);
        Shift shift = book.shift().orElseThrow();
        assertThat(shift.notes()).hasSize(Shift.MOST_NOTES);
        assertThat(Reporting.of(shift, clock.now(), Optional.of(List.of()), List.of())
                        .cutShort())
                .isTrue();
    }
}
