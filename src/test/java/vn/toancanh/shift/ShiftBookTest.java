package vn.toancanh.shift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
    void aShiftThatWasLeftForHalfADayIsNotTheSameAnyMore() {
        signOn(ANNA);
        Instant began = clock.now();
        book.follow(null);
        pass(ShiftBook.LEFT.plusSeconds(1));
        signOn(ANNA);
        assertThat(book.shift().orElseThrow().beganAt()).isEqualTo(clock.now());
        assertThat(book.shift().orElseThrow().notes())
                .filteredOn(note -> note.what() == Happening.LEFT_OPEN)
                .extracting(Note::words)
                .containsExactly(began.toString());
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
    void aShiftOfMoreThanCanBeNotedSaysSo() {
        signOn(ANNA);
        IntStream.range(0, Shift.MOST_NOTES + 5).forEach(this::change);
        Shift shift = book.shift().orElseThrow();
        assertThat(shift.notes()).hasSize(Shift.MOST_NOTES);
        assertThat(Reporting.of(shift, clock.now(), Optional.of(List.of())).cutShort())
                .isTrue();
    }
}
