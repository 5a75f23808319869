package vn.toancanh.shift;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.model.CameraId;
import vn.toancanh.shift.CameraWatch.Sight;

class CameraWatchTest {
    private static final ShiftOwner ANNA = new ShiftOwner(URI.create("https://a"), "anna");

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final ShiftsInMemory kept = new ShiftsInMemory(lane);
    private ShiftBook book;
    private CameraWatch watch;

    @BeforeEach
    void start() {
        book = new ShiftBook(lane, clock, kept, UUID::randomUUID);
        watch = new CameraWatch(book, clock);
        book.follow(ANNA);
        lane.runReady();
    }

    private static Sight there(String camera) {
        return new Sight(new CameraId(camera), "Camera " + camera, true);
    }

    private static Sight gone(String camera) {
        return new Sight(new CameraId(camera), "Camera " + camera, false);
    }

    /** Looks every two seconds for so long. */
    private void see(int seconds, Sight... tiles) {
        for (int i = 0; i < seconds; i += 2) {
            watch.look(List.of(tiles));
            clock.advance(Duration.ofSeconds(2));
        }
    }

    private Stream<String> noted() {
        return book.shift().orElseThrow().notes().stream()
                .filter(note -> note.what() == Happening.CAMERA_LOST || note.what() == Happening.CAMERA_FOUND)
                .map(note -> note.what() + " " + note.subject() + " " + note.seconds());
    }

    @Test
    void aCameraIsLostAfterAWhileAndFoundAgain() {
        see(10, there("a"));
        see(10, gone("a"));
        assertThat(noted()).as("a moment").isEmpty();
        see(50, gone("a"));
        see(4, there("a"));
        assertThat(noted()).containsExactly("CAMERA_LOST a 10", "CAMERA_FOUND a 60");
    }

    @Test
    void aStreamThatIsOpenedAnewIsNoLoss() {
        for (int i = 0; i < 20; i++) {
            see(8, gone("a"));
            see(2, there("a"));
        }
        assertThat(noted()).isEmpty();
    }

    @Test
    void aCameraThatIsSeenInOneTileIsNotLostInAnother() {
        see(60, gone("a"), there("a"), gone("b"));
        assertThat(noted()).containsExactly("CAMERA_LOST b 10");
    }

    @Test
    void aCameraThatWasTakenFromTheWallStaysLostUntilItIsSeenAgain() {
        see(20, gone("a"));
        see(20);
        assertThat(noted()).containsExactly("CAMERA_LOST a 10");
        see(2, there("a"));
        assertThat(noted()).containsExactly("CAMERA_LOST a 10", "CAMERA_FOUND a 40");
    }

    @Test
    void oneThatLeavesTheWallBeforeItIsLostBeginsAnew() {
        see(8, gone("a"));
        see(2);
        see(8, gone("a"));
        assertThat(noted()).isEmpty();
    }

    @Test
    void whatWasLostBeforeTheProgramFellIsFoundWithoutALengthNobodyCounted() {
        see(20, gone("a"));
        book = new ShiftBook(lane, clock, kept, UUID::randomUUID);
        watch = new CameraWatch(book, clock);
        book.follow(ANNA);
        lane.runReady();
        see(20, gone("a"));
        see(2, there("a"));
        assertThat(noted()).containsExactly("CAMERA_LOST a 10", "CAMERA_FOUND a " + Note.UNKNOWN);
    }

    @Test
    void whatIsStillLostIsLostInTheNextShiftToo() {
        see(20, gone("a"));
        book.handedOver();
        assertThat(noted()).isEmpty();
        see(20, gone("a"));
        assertThat(noted()).containsExactly("CAMERA_LOST a 10");
    }
}
