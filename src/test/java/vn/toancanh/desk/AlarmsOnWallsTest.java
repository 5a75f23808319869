package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.toancanh.alarms.AlarmBook;
import vn.toancanh.alarms.AlarmTerms;
import vn.toancanh.alarms.AlarmTiles;
import vn.toancanh.alarms.FakeAlarms;
import vn.toancanh.alarms.Samples;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmId;
import vn.toancanh.model.AlarmStep;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.CellContent;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.wall.WallState;

/** Alarms on two windows of one desk, with the real walls and what a person does at them. */
class AlarmsOnWallsTest {
    private static final Duration STAY = Duration.ofSeconds(60);

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final FakeAlarms server = new FakeAlarms();
    private final AlarmBook book = new AlarmBook(server, lane);
    private final AlarmsOnWalls walls = new AlarmsOnWalls();
    private final AlarmTiles tiles = new AlarmTiles(
            book, walls, camera -> true, () -> new AlarmTerms(true, 50, STAY, AlarmTerms.LINGER), lane, clock);
    private final DeskRig left = DeskRig.window(clock, lane, 2, 1);
    private final DeskRig right = DeskRig.window(clock, lane, 2, 1);
    private final WallDesk first = left.desk;
    private final WallDesk second = right.desk;
    private final TileMarks marks = TileMarks.of(tiles, walls, walls.add(first));
    private final TileMarks others = TileMarks.of(tiles, walls, walls.add(second));

    @BeforeEach
    void open() {
        first.showAll(List.of(new CameraId("a1"), new CameraId("a2")));
        second.showAll(List.of(new CameraId("b1"), new CameraId("b2")));
        book.open();
        server.lists.remove().accept(Outcome.done(List.of()));
        lane.runReady();
    }

    private void tell(Alarm alarm) {
        server.news().changed(alarm.id(), alarm.version(), alarm.step());
        while (!server.gets.isEmpty()) {
            server.gets.remove().answer().accept(Outcome.done(alarm));
        }
        lane.runReady();
    }

    private String seen() {
        lane.runReady();
        return String.join(" ", left.played()) + " | " + String.join(" ", right.played());
    }

    @Test
    void theFirstWindowComesFirstAndTheOtherWhereSomebodyWorksThere() {
        tell(Samples.fresh("x", 60));
        assertThat(seen()).isEqualTo("a1 c-x | b1 b2");
        first.enlargeTile(0);
        tell(Samples.fresh("y", 70));
        assertThat(seen()).as("nothing is taken behind an enlarged tile").startsWith("a1 c-x");
        assertThat(others.at(1)).isEmpty();
        first.backFromEnlarged();
        assertThat(seen()).as("the more urgent one has displaced the other").isEqualTo("a1 c-y | b1 b2");
        lane.advance(STAY);
        assertThat(seen()).isEqualTo("a1 c-x | b1 b2");
    }

    @Test
    void anAlarmOnAMonitorThatIsGoneFindsATileThatCanBeSeen() {
        first.selectTile(0);
        first.chosen().all();
        tell(Samples.fresh("x", 60));
        assertThat(seen()).isEqualTo("a1 a2 | b1 c-x");
        first.selectTile(WallState.NONE);
        walls.see(second, false);
        assertThat(seen()).as("it has moved, and what it covered is back").isEqualTo("a1 c-x | b1 b2");
        tell(Samples.fresh("y", 70));
        tell(Samples.fresh("z", 70));
        assertThat(seen()).as("nothing goes where nobody looks").endsWith("| b1 b2");
        assertThat(walls.now()).hasSize(2);
        walls.see(second, true);
        assertThat(walls.now()).hasSize(4);
    }

    @Test
    void aSelectedTileStaysUntilItIsLetGo() {
        first.selectTile(1);
        second.selectTile(1);
        tell(Samples.fresh("x", 60));
        assertThat(seen()).isEqualTo("c-x a2 | b1 b2");
        first.selectTile(0);
        lane.advance(STAY.multipliedBy(2));
        assertThat(seen()).isEqualTo("c-x a2 | b1 b2");
        assertThat(marks.at(0).orElseThrow().held()).isTrue();
        first.selectTile(WallState.NONE);
        assertThat(seen()).isEqualTo("a1 a2 | b1 b2");
    }

    @Test
    void keptItIsOfTheLayoutAndStillMarkedUntilSomebodyAccepts() {
        tell(Samples.fresh("x", 60));
        marks.keep(1);
        lane.advance(STAY.multipliedBy(2));
        assertThat(seen()).isEqualTo("a1 c-x | b1 b2");
        assertThat(left.saved)
                .anyMatch(layout -> layout.cells()
                        .get(1)
                        .content()
                        .equals(new CellContent.OfCamera(new CameraId("c-x"), StreamChoice.AUTO)));
        assertThat(marks.at(1).orElseThrow().borrowed()).isFalse();
        tell(Samples.alarm("x", 60, AlarmStep.ACKNOWLEDGED, 2));
        lane.advance(AlarmTerms.LINGER);
        assertThat(marks.at(1)).isEmpty();
        assertThat(seen()).isEqualTo("a1 c-x | b1 b2");
    }

    @Test
    void givenBackItDoesNotComeAgainAndNothingOfItIsSaved() {
        tell(Samples.fresh("x", 60));
        marks.back(1);
        assertThat(seen()).isEqualTo("a1 a2 | b1 b2");
        lane.advance(STAY.multipliedBy(2));
        assertThat(seen()).isEqualTo("a1 a2 | b1 b2");
        assertThat(left.saved.toString() + right.saved).contains("a1", "b1").doesNotContain("c-x");
    }

    @Test
    void anotherLayoutMeanwhileIsWhatItGoesBackTo() {
        tell(Samples.fresh("x", 60));
        first.showAll(List.of(new CameraId("n1"), new CameraId("n2")));
        assertThat(seen()).as("it comes to the new layout").isEqualTo("n1 c-x | b1 b2");
        server.news().changed(new AlarmId("x"), 2, AlarmStep.CLOSED);
        lane.advance(AlarmTerms.LINGER);
        assertThat(seen()).isEqualTo("n1 n2 | b1 b2");
    }

    @Test
    void twoWindowsHaveOneEach() {
        tell(Samples.fresh("x", 60));
        first.selectTile(1);
        tell(Samples.fresh("y", 70));
        assertThat(seen()).as("one of four cameras at most").isEqualTo("a1 c-x | b1 b2");
        second.showAll(List.of(
                new CameraId("b1"),
                new CameraId("b2"),
                new CameraId("b3"),
                new CameraId("b4"),
                new CameraId("b5"),
                new CameraId("b6")));
        assertThat(seen()).isEqualTo("c-y c-x | b1 b2 b3 b4 b5 b6");
    }
}
