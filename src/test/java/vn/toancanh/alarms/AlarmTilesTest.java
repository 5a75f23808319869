package vn.toancanh.alarms;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.toancanh.alarms.Samples.alarm;
import static vn.toancanh.alarms.Samples.fresh;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Outcome;
import vn.toancanh.model.Alarm;
import vn.toancanh.model.AlarmId;
import vn.toancanh.model.AlarmStep;
import vn.toancanh.model.CameraId;

class AlarmTilesTest {
    private static final Duration STAY = Duration.ofSeconds(60);

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final FakeAlarms server = new FakeAlarms();
    private final AlarmBook book = new AlarmBook(server, lane);
    private final Set<String> noRights = new HashSet<>();
    private FakeWalls walls = new FakeWalls("w0", "w1", "w2", "w3");
    private AlarmTerms terms = new AlarmTerms(true, 50, STAY, AlarmTerms.LINGER);
    private AlarmTiles tiles = tiles();

    private AlarmTiles tiles() {
        return new AlarmTiles(book, walls, camera -> !noRights.contains(camera.value()), () -> terms, lane, clock);
    }

    /** Signed in, at a wall of those cameras; null: an empty tile. */
    private void begin(@Nullable String... cameras) {
        tiles.close();
        walls = new FakeWalls(cameras);
        tiles = tiles();
        book.open();
        server.lists.remove().accept(Outcome.done(List.of()));
        lane.runReady();
    }

    /** The server tells of an alarm as it is now. */
    private void tell(Alarm alarm) {
        server.news().changed(alarm.id(), alarm.version(), alarm.step());
        while (!server.gets.isEmpty()) {
            server.gets.remove().answer().accept(Outcome.done(alarm));
        }
        lane.runReady();
    }

    private void accepted(String id, int priority) {
        tell(alarm(id, priority, AlarmStep.ACKNOWLEDGED, 2));
    }

    private List<String> seen() {
        lane.runReady();
        return walls.seen();
    }

    private AlarmTiles.Mark mark(int place) {
        return tiles.mark(walls.now().get(place)).orElseThrow();
    }

    @Test
    void anEmptyTileComesFirstAndIsEmptyAgain() {
        begin("w0", null, "w2", "w3");
        tell(fresh("a", 60));
        assertThat(seen()).containsExactly("w0", "c-a", "w2", "w3");
        lane.advance(STAY);
        assertThat(seen()).containsExactly("w0", "-", "w2", "w3");
    }

    @Test
    void oneBelowTheLeastPriorityIsForTheListAlone() {
        begin("w0", null);
        tell(fresh("a", 49));
        assertThat(seen()).containsExactly("w0", "-");
        terms = new AlarmTerms(true, 49, STAY, AlarmTerms.LINGER);
        tiles.look();
        assertThat(seen()).containsExactly("w0", "c-a");
    }

    @Test
    void whatSomebodyWorksOnIsNotTakenByALesserOne() {
        begin("c-a");
        accepted("a", 80);
        tell(fresh("b", 80));
        assertThat(seen()).containsExactly("c-a");
        tell(fresh("c", 81));
        assertThat(seen()).containsExactly("c-c");
    }

    @Test
    void itGoesBackSomeSecondsAfterSomebodyAccepted() {
        begin("w0");
        tell(fresh("a", 60));
        lane.advance(Duration.ofSeconds(50));
        accepted("a", 60);
        assertThat(mark(0).unaccepted()).isFalse();
        lane.advance(AlarmTerms.LINGER.minusMillis(1));
        assertThat(seen()).containsExactly("c-a");
        lane.advance(Duration.ofMillis(1));
        assertThat(seen()).containsExactly("w0");
        lane.advance(STAY.multipliedBy(3));
        assertThat(seen()).containsExactly("w0");
    }

    @Test
    void oneThatIsClosedElsewhereGoesToo() {
        begin("w0");
        tell(fresh("a", 60));
        server.news().changed(new AlarmId("a"), 3, AlarmStep.CLOSED);
        lane.advance(AlarmTerms.LINGER.minusMillis(1));
        assertThat(seen()).containsExactly("c-a");
        lane.advance(Duration.ofMillis(1));
        assertThat(seen()).containsExactly("w0");
    }

    @Test
    void itGoesBackThoughNobodyAcceptsAndDoesNotComeAgain() {
        begin("w0");
        tell(fresh("a", 60));
        lane.advance(STAY.minusMillis(1));
        assertThat(seen()).containsExactly("c-a");
        lane.advance(Duration.ofMillis(1));
        assertThat(seen()).containsExactly("w0");
        tell(alarm("a", 60, AlarmStep.NEW, 2));
        assertThat(seen()).containsExactly("w0");
    }

    @Test
    void oneThatWasOnlyMarkedComesToATileWhenItsCameraLeavesTheWall() {
        begin("c-a", "w1");
        tell(fresh("a", 60));
        assertThat(seen()).containsExactly("c-a", "w1");
        assertThat(mark(0).borrowed()).isFalse();
        walls.layout.set(0, "w0");
        walls.changed();
        assertThat(seen()).contains("c-a");
        assertThat(mark(seen().indexOf("c-a")).borrowed()).isTrue();
        lane.advance(STAY);
        assertThat(seen()).as("once").containsExactly("w0", "w1");
    }

    @Test
    void itMayStayUntilSomebodyAccepts() {
        terms = new AlarmTerms(true, 50, Duration.ZERO, AlarmTerms.LINGER);
        begin("w0");
        tell(fresh("a", 60));
        lane.advance(Duration.ofHours(2));
        assertThat(seen()).containsExactly("c-a");
        assertThat(mark(0).left()).isEmpty();
        accepted("a", 60);
        lane.advance(AlarmTerms.LINGER);
        assertThat(seen()).containsExactly("w0");
    }

    @Test
    void noTileAtWhichAPersonWorksIsTaken() {
        begin("w0", "w1");
        walls.touch(0);
        walls.touch(1);
        tell(fresh("a", 100));
        assertThat(seen()).containsExactly("w0", "w1");
        walls.letGo();
        assertThat(seen()).containsExactly("w0", "c-a");
    }

    @Test
    void nothingLeavesUnderAPersonsHandsAndGoesWhenHeLetsGo() {
        begin("w0");
        tell(fresh("a", 60));
        walls.touch(0);
        accepted("a", 60);
        lane.advance(STAY.multipliedBy(5));
        assertThat(seen()).containsExactly("c-a");
        assertThat(mark(0).held()).isTrue();
        walls.letGo();
        assertThat(seen()).containsExactly("w0");
    }

    @Test
    void whatAPersonPutsThereIsHisAndTheAlarmDoesNotComeAgain() {
        begin("w0", "w1");
        tell(fresh("a", 60));
        assertThat(seen()).containsExactly("w0", "c-a");
        walls.put(1, "by-hand");
        lane.advance(STAY.multipliedBy(2));
        assertThat(seen()).containsExactly("w0", "by-hand");
    }

    @Test
    void anotherLayoutWithoutItsTileGivesItAnother() {
        begin("w0", "w1");
        tell(fresh("a", 60));
        walls.layout.set(0, null);
        walls.layout.set(1, "other");
        walls.take(1, AlarmWalls.Gone.NO_ROOM);
        assertThat(seen()).containsExactly("c-a", "other");
    }

    @Test
    void aMoreUrgentOneDisplacesALesserWhichComesAgainAfterIt() {
        begin("w0");
        tell(fresh("a", 60));
        tell(fresh("b", 70));
        assertThat(seen()).containsExactly("c-b");
        tell(fresh("c", 65));
        assertThat(seen()).containsExactly("c-b");
        accepted("b", 70);
        lane.advance(AlarmTerms.LINGER);
        assertThat(seen()).containsExactly("c-c");
        accepted("a", 60);
        lane.advance(STAY);
        assertThat(seen()).containsExactly("w0");
    }

    @Test
    void manyAtOnceLeaveMostOfTheWall() {
        begin("w0", "w1", "w2", "w3", "w4", "w5", "w6", "w7");
        for (int i = 0; i < 20; i++) {
            tell(fresh("n" + i, 60));
        }
        assertThat(seen().stream().filter(camera -> camera.startsWith("c-"))).hasSize(8 / TilePick.ONE_OF);
        tell(fresh("top", 90));
        assertThat(seen()).contains("c-top");
        assertThat(seen().stream().filter(camera -> camera.startsWith("c-"))).hasSize(8 / TilePick.ONE_OF);
    }

    @Test
    void oneWhoseCameraStandsThereAlreadyIsOnlyMarked() {
        begin("c-a", "w1");
        tell(fresh("a", 20));
        assertThat(seen()).containsExactly("c-a", "w1");
        assertThat(mark(0).borrowed()).isFalse();
        lane.advance(STAY.multipliedBy(10));
        assertThat(mark(0).unaccepted()).isTrue();
        accepted("a", 20);
        lane.advance(AlarmTerms.LINGER);
        assertThat(tiles.mark(walls.now().get(0))).isEmpty();
        assertThat(seen()).containsExactly("c-a", "w1");
    }

    @Test
    void twoOfOneCameraShareItsTileUntilBothAreAccepted() {
        begin("w0", "w1");
        tell(of("a", "same", 60));
        tell(of("b", "same", 70));
        assertThat(seen()).containsExactly("w0", "same");
        assertThat(mark(1).more()).isEqualTo(1);
        assertThat(mark(1).alarm().id()).isEqualTo(new AlarmId("b"));
        accepted("b", 70);
        lane.advance(AlarmTerms.LINGER);
        assertThat(seen()).containsExactly("w0", "same");
        assertThat(mark(1).alarm().id()).isEqualTo(new AlarmId("a"));
        accepted("a", 60);
        lane.advance(AlarmTerms.LINGER);
        assertThat(seen()).containsExactly("w0", "w1");
    }

    private static Alarm of(String id, String camera, int priority) {
        Alarm it = fresh(id, priority);
        return new Alarm(
                it.id(),
                it.type(),
                it.priority(),
                it.step(),
                List.of(new CameraId(camera)),
                it.site(),
                it.place(),
                it.title(),
                it.procedure(),
                it.pictured(),
                it.raisedAt(),
                it.assignee(),
                it.version());
    }

    @Test
    void aCameraThatOneMayNotSeeComesNowhereAndGoesWithTheRight() {
        noRights.add("c-a");
        begin("w0");
        tell(fresh("a", 90));
        assertThat(seen()).containsExactly("w0");
        tell(fresh("b", 90));
        assertThat(seen()).containsExactly("c-b");
        noRights.add("c-b");
        tiles.look();
        assertThat(seen()).containsExactly("w0");
    }

    @Test
    void switchedOffItGivesAllBackAndOnAgainItBringsThem() {
        begin("w0");
        tell(fresh("a", 90));
        terms = AlarmTerms.OFF;
        tiles.look();
        assertThat(seen()).containsExactly("w0");
        terms = new AlarmTerms(true, 50, STAY, AlarmTerms.LINGER);
        tiles.look();
        assertThat(seen()).containsExactly("c-a");
    }

    @Test
    void whoSignsOutLeavesNoAlarmBehind() {
        begin("w0");
        tell(fresh("a", 90));
        book.close();
        assertThat(seen()).containsExactly("w0");
    }

    @Test
    void whatWasRaisedLongBeforeOneSatDownIsForTheListAlone() {
        walls = new FakeWalls("w0");
        tiles.close();
        tiles = tiles();
        book.open();
        clock.advance(Duration.between(clock.now(), Samples.NOON.plus(AlarmTiles.RECENT)));
        server.lists.remove().accept(Outcome.done(List.of(fresh("old", 90))));
        assertThat(seen()).containsExactly("w0");
        tell(fresh("late", 80));
        assertThat(seen()).containsExactly("c-late");
    }

    @Test
    void whatGoesBackIsKeptWarmMeanwhile() {
        begin("w0");
        tell(fresh("a", 90));
        lane.advance(Duration.ofSeconds(59));
        assertThat(walls.warmed).isEqualTo(3);
    }

    @Test
    void aPersonMayHaveItBackAtOnce() {
        begin("w0");
        tell(fresh("a", 90));
        tiles.back(walls.now().getFirst());
        assertThat(seen()).containsExactly("w0");
        lane.advance(STAY);
        assertThat(seen()).containsExactly("w0");
    }

    /** Whatever happens in whatever order, in the end everything is as people put it. */
    @Test
    void whateverHappensItComesBackToWhatPeoplePutThere() {
        for (long seed = 1; seed <= 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            AlarmTilesTest one = new AlarmTilesTest();
            one.begin("w0", "w1", null, "w3", "w4", null, "w6", "w7", "w8");
            List<String> ids = new ArrayList<>();
            for (int step = 0; step < 60; step++) {
                int place = random.nextInt(9);
                switch (random.nextInt(9)) {
                    case 0, 1, 2 -> {
                        ids.add("s" + seed + "-" + step);
                        one.tell(fresh(ids.getLast(), random.nextInt(1, 101)));
                    }
                    case 3 -> {
                        if (!ids.isEmpty()) {
                            one.accepted(ids.get(random.nextInt(ids.size())), 50);
                        }
                    }
                    case 4 -> one.walls.touch(place);
                    case 5 -> one.walls.letGo();
                    case 6 -> one.walls.put(place, random.nextBoolean() ? "h" + step : null);
                    case 7 -> one.walls.take(place, AlarmWalls.Gone.NO_ROOM);
                    default -> one.lane.advance(Duration.ofSeconds(random.nextInt(40)));
                }
                int lent = (int) one.walls.now().stream()
                        .filter(tile -> tile.loan() != 0)
                        .count();
                assertThat(lent).as("seed %d", seed).isLessThanOrEqualTo(9);
            }
            one.walls.letGo();
            ids.forEach(id -> one.accepted(id, 50));
            one.lane.advance(STAY);
            List<String> put = one.walls.layout.stream()
                    .map(camera -> camera == null ? "-" : camera)
                    .toList();
            assertThat(one.seen()).as("seed %d", seed).isEqualTo(put);
        }
    }
}
