package vn.toancanh.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.Failure;
import vn.toancanh.control.Order;
import vn.toancanh.control.Word;

/** What a worker's fall costs the others, and how soon its own tiles are back. */
class BlastRadiusTest {
    @TempDir
    Path shared;

    private PoolRig rig;

    @BeforeEach
    void open() {
        rig = new PoolRig(shared, PoolOptions.forCores(2));
        rig.play(1, 8);
        rig.live(Duration.ofSeconds(10));
    }

    private List<Integer> fallen() {
        return rig.tiles.values().stream()
                .filter(tile -> tile.falls > 0)
                .map(tile -> tile.camera)
                .sorted()
                .toList();
    }

    /** The one that is taken next. */
    private FakeWorkers.Fake spare() {
        return rig.workers.all.stream()
                .filter(fake -> !fake.killed && fake.opened().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void twoWorkersAreKeptSpareWithNothingToPlay() {
        assertThat(rig.living()).isEqualTo(4);
        assertThat(rig.workers.all.subList(2, 4)).allMatch(fake -> fake.opened().isEmpty());
        assertThat(rig.pool.workers()).extracting(WorkerFacts::streams).containsExactly(4, 4);
    }

    @Test
    void whatTheMachineSpendsOnThemCountsSpareOnesAndThoseThatLeave() {
        assertThat(rig.pool.processes()).hasSize(4);
        assertThat(rig.pool.processes()).extracting(WorkerFacts::memoryKb).containsOnly(1000L);
        FakeWorkers.Fake stuck = rig.workerOf(1);
        stuck.ears.heard(new Word.Pong(1, 11_000, 0));
        rig.lane.runReady();
        rig.live(Duration.ofSeconds(5));
        assertThat(rig.pool.workers()).extracting(WorkerFacts::pid).doesNotContain(stuck.pid());
        assertThat(rig.pool.processes()).extracting(WorkerFacts::pid).contains(stuck.pid());
        assertThat(rig.pool.processes()).hasSize(5);
    }

    @Test
    void noSpareWorkerTakesTheMachineFromAWallThatOpens() {
        PoolRig opening = new PoolRig(shared, PoolOptions.forCores(2), Duration.ofSeconds(10));
        opening.play(1, 8);
        opening.live(Duration.ofSeconds(8));
        assertThat(opening.living()).isEqualTo(2);
        opening.live(Duration.ofSeconds(4));
        assertThat(opening.living()).isEqualTo(4);
    }

    @Test
    void aStoppedWorkerIsReplacedWithinASecondByTheSpareOneAndNobodyElseNotices() {
        FakeWorkers.Fake stopped = rig.workerOf(1);
        FakeWorkers.Fake other = rig.workerOf(2);
        FakeWorkers.Fake spare = spare();
        stopped.silent = true;
        stopped.doing = WorkerLauncher.Doing.STOPPED;
        rig.live(Duration.ofSeconds(1));
        assertThat(stopped.killed).isTrue();
        assertThat(rig.workerOf(1)).isSameAs(spare);
        assertThat(spare.opened()).hasSize(4);
        assertThat(fallen()).containsExactly(1, 3, 5, 7);
        assertThat(other.killed).isFalse();
        assertThat(other.opened()).hasSize(4);
        rig.live(Duration.ofSeconds(10));
        assertThat(rig.living()).as("there are two spare ones again").isEqualTo(4);
    }

    @Test
    void aSeatThatMustWaitLongLeavesItsTilesToTheOther() {
        for (int blow = 0; blow < 6; blow++) {
            rig.workerOf(1).die(128 + 9);
            rig.lane.runReady();
            rig.live(Duration.ofSeconds(3));
            assertThat(rig.workerOf(1).killed).as("after blow %d", blow).isFalse();
            assertThat(rig.workerOf(1).opened()).isNotEmpty();
        }
    }

    @Test
    void aSilentWorkerThatIsNotStoppedHasTimeUntilJustBeforeThreeSeconds() {
        FakeWorkers.Fake hanging = rig.workerOf(1);
        hanging.silent = true;
        rig.live(Duration.ofSeconds(2));
        assertThat(hanging.killed)
                .as("two seconds of silence may be a busy machine")
                .isFalse();
        rig.live(Duration.ofSeconds(1));
        assertThat(hanging.killed).isTrue();
        assertThat(fallen()).containsExactly(1, 3, 5, 7);
    }

    @Test
    void aSilentWorkerOfWhichEveryThreadSleepsIsReplacedWithinASecondThoughItIsYoung() throws IOException {
        rig = new PoolRig(Files.createDirectory(shared.resolve("young")), PoolOptions.forCores(2));
        rig.play(1, 8);
        FakeWorkers.Fake hanging = rig.workerOf(1);
        hanging.silent = true;
        hanging.doing = WorkerLauncher.Doing.SLEEPS;
        rig.live(Duration.ofMillis(500));
        assertThat(hanging.killed).isFalse();
        rig.live(Duration.ofMillis(500));
        assertThat(hanging.killed).isTrue();
        assertThat(fallen()).containsExactly(1, 3, 5, 7);
    }

    @Test
    void oneThatIsKeptFromAnsweringByOthersIsNotAsleep() {
        FakeWorkers.Fake busy = rig.workerOf(1);
        busy.silent = true;
        for (int i = 0; i < 4; i++) {
            busy.doing = WorkerLauncher.Doing.SLEEPS;
            rig.live(Duration.ofMillis(500));
            busy.doing = WorkerLauncher.Doing.WORKS;
            rig.live(Duration.ofMillis(250));
            assertThat(busy.killed).as("after %d times", i).isEqualTo(i == 3);
        }
    }

    @Test
    void aBusyWorkerThatSaysAnythingAtAllIsLeftAlone() {
        FakeWorkers.Fake busy = rig.workerOf(1);
        busy.silent = true;
        for (int i = 0; i < 10; i++) {
            rig.live(Duration.ofMillis(2250));
            busy.ears.heard(new Word.Playing(1, "H264"));
            rig.lane.runReady();
        }
        assertThat(busy.killed).isFalse();
        assertThat(fallen()).isEmpty();
    }

    @Test
    void beatsThatComeInOneBurstOrLateBecauseTheMachineIsHeldUpRaiseNoAlarm() throws IOException {
        FakeWorkers workers = new FakeWorkers();
        WorkerHost host = new WorkerHost(9, PoolOptions.forCores(2), rig.lane, rig.clock, new Nobody());
        host.launch(workers);
        workers.newest(9).hello();
        rig.lane.runReady();
        for (int i = 0; i < 200; i++) {
            host.beat();
        }
        for (int late = 0; late < 200; late++) {
            rig.clock.advance(Duration.ofSeconds(1));
            host.beat();
        }
        assertThat(host.isReady()).isTrue();
        assertThat(workers.newest(9).killed).isFalse();
    }

    @Test
    void aCrashedWorkersTilesAreBackInTheSameMoment() {
        rig.workerOf(2).die();
        rig.lane.runReady();
        assertThat(fallen()).containsExactly(2, 4, 6, 8);
        assertThat(rig.workerOf(8).opened()).hasSize(4);
        assertThat(rig.pool.workers()).extracting(WorkerFacts::streams).containsExactly(4, 4);
    }

    @Test
    void aWorkerThatOutgrowsItsBudgetIsReplacedBeforeItEnds() throws Exception {
        FakeWorkers.Fake grown = rig.workerOf(1);
        FakeWorkers.Fake fresh = spare();
        Order.Open first = grown.opened().getFirst();
        grown.map(first.id(), first.strip());
        grown.publish(first.id(), 64, 36);
        grown.ears.heard(PoolRig.statistics(grown, 900L << 10, 100));
        rig.lane.runReady();
        assertThat(fresh.opened()).hasSize(4);
        assertThat(grown.killed).isFalse();
        assertThat(grown.orders).noneMatch(Order.Close.class::isInstance);
        assertThat(rig.tile(1).player.pictures().published()).isEqualTo(1);
        for (Order.Open open : fresh.opened()) {
            fresh.map(open.id(), open.strip());
            fresh.publish(open.id(), 64, 36);
            fresh.ears.heard(new Word.Shown(open.id()));
        }
        rig.lane.runReady();
        assertThat(rig.tile(1).player.pictures().published())
                .as("goes on counting")
                .isEqualTo(2);
        assertThat(grown.orders.stream().filter(Order.Close.class::isInstance)).hasSize(4);
        rig.live(Duration.ofSeconds(1));
        assertThat(grown.orders).endsWith(new Order.End());
        assertThat(fallen()).isEmpty();
        assertThat(rig.pool.workers()).extracting(WorkerFacts::streams).containsExactly(4, 4);
    }

    @Test
    void aSeatThatFallsSoonAgainTakesTheOtherSpareWorkerAtOnce() {
        for (int blow = 0; blow < 2; blow++) {
            FakeWorkers.Fake next = spare();
            rig.workerOf(1).die(128 + 9);
            rig.lane.runReady();
            assertThat(rig.workerOf(1)).as("after blow %d", blow).isSameAs(next);
            assertThat(next.opened()).hasSize(4);
        }
    }

    @Test
    void aBudgetThatIsTooSmallDoesNotReplaceWorkersWithoutEnd() {
        for (int i = 0; i < 20; i++) {
            rig.workers.all.stream()
                    .filter(fake -> !fake.killed && !fake.opened().isEmpty())
                    .toList()
                    .forEach(fake -> fake.ears.heard(PoolRig.statistics(fake, 900L << 10, 100)));
            rig.live(Duration.ofSeconds(10));
        }
        assertThat(rig.pool.workers()).extracting(WorkerFacts::restarts).containsExactly(1, 1);
    }

    @Test
    void aCallIntoLibVlcThatNeverComesBackCostsTheWorkerButNoTile() {
        FakeWorkers.Fake stuck = rig.workerOf(1);
        FakeWorkers.Fake fresh = spare();
        stuck.ears.heard(new Word.Pong(1, 9_000, 0));
        rig.lane.runReady();
        assertThat(fresh.opened()).isEmpty();
        stuck.ears.heard(new Word.Pong(1, 11_000, 0));
        rig.lane.runReady();
        assertThat(fresh.opened()).hasSize(4);
        stuck.silent = true;
        rig.live(Duration.ofSeconds(25));
        assertThat(stuck.killed).isTrue();
        assertThat(fallen()).isEmpty();
    }

    @Test
    void aWorkerOnItsWayOutThatFallsTakesNoSpareOneAlong() {
        FakeWorkers.Fake stuck = rig.workerOf(1);
        stuck.ears.heard(new Word.Pong(1, 11_000, 0));
        rig.lane.runReady();
        FakeWorkers.Fake left = spare();
        stuck.die();
        rig.live(Duration.ofSeconds(1));
        assertThat(left.killed).isFalse();
        assertThat(left.opened()).isEmpty();
        assertThat(fallen()).isEmpty();
    }

    @Test
    void aStreamThatHoldsLibVlcUpIsNotTakenAlongAndInTheEndIsAlone() {
        for (int i = 0; i < 2; i++) {
            FakeWorkers.Fake stuck = rig.workerOf(1);
            int id = idOf(stuck, 1);
            stuck.ears.heard(new Word.Pong(1, 11_000, id));
            rig.lane.runReady();
            stuck.silent = true;
            rig.live(Duration.ofSeconds(25));
            assertThat(rig.workerOf(1)).isNotSameAs(stuck);
        }
        assertThat(rig.tile(1).quarantined).isTrue();
        assertThat(rig.workerOf(1).opened()).hasSize(1);
        assertThat(fallen()).containsExactly(1);
    }

    private static int idOf(FakeWorkers.Fake worker, int camera) {
        return worker.opened().stream()
                .filter(open -> open.uri().endsWith("/" + camera))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void aWorkerThatGrowsToTwiceItsBudgetIsEndedAtOnceAndItsStreamsAreUnderSuspicion() {
        FakeWorkers.Fake grown = rig.workerOf(1);
        int inside = grown.opened().size();
        grown.ears.heard(PoolRig.statistics(grown, 900L << 10, 100));
        rig.lane.runReady();
        assertThat(grown.killed).as("over its budget: replaced in order").isFalse();
        grown = rig.workerOf(1);
        grown.ears.heard(PoolRig.statistics(grown, 3L << 20, 100));
        rig.lane.runReady();
        assertThat(grown.killed).isTrue();
        rig.live(Duration.ofSeconds(2));
        assertThat(fallen()).hasSize(inside);
    }

    @Test
    void aStreamThatMovesIsClosedInBothPlaces() {
        FakeWorkers.Fake stuck = rig.workerOf(1);
        FakeWorkers.Fake fresh = spare();
        stuck.ears.heard(new Word.Pong(1, 11_000, 0));
        rig.lane.runReady();
        int id = fresh.opened().getFirst().id();
        rig.tile(1).player.close();
        rig.lane.runReady();
        assertThat(fresh.orders).contains(new Order.Close(id));
        assertThat(stuck.orders).contains(new Order.Close(id));
    }

    @Test
    void killingWorkersFromOutsidePutsNoStreamUnderSuspicion() {
        for (int i = 0; i < 4; i++) {
            rig.workerOf(1).die(128 + 9);
            rig.live(Duration.ofSeconds(15));
        }
        assertThat(rig.pool.workers()).hasSize(2);
        assertThat(rig.tile(1).wasQuarantined).isFalse();
        assertThat(rig.workerOf(1)).isSameAs(rig.workerOf(7));
    }

    @Test
    void theStreamThatFellsWorkersIsFoundKeptApartAndLeftDarkWhileNobodyElseSuffersLong() {
        rig.poison = open -> open.uri().endsWith("/3");
        rig.live(Duration.ofSeconds(60));
        assertThat(rig.tile(3).wasQuarantined).isTrue();
        assertThat(rig.tile(3).end).isEqualTo(Failure.Kind.HARMFUL);
        for (int untouched : List.of(2, 4, 6, 8)) {
            assertThat(rig.tile(untouched).falls).as("camera " + untouched).isZero();
        }
        for (int beside : List.of(1, 5, 7)) {
            assertThat(rig.tile(beside).falls).as("camera " + beside).isBetween(1, 3);
            assertThat(rig.workerOf(beside).killed).isFalse();
        }
        assertThat(rig.tile(3).falls).isLessThanOrEqualTo(2 + 2 + 3);
        rig.live(Duration.ofMinutes(6));
        assertThat(IntStream.of(1, 5, 7).mapToObj(rig::tile)).noneMatch(tile -> tile.quarantined);
    }

    private static final class Nobody implements WorkerHost.Owner {
        @Override
        public void ready() {}

        @Override
        public void heard(Word word) {}

        @Override
        public void stuck(long millis, int stream) {}

        @Override
        public void gone(WorkerHost.Fall fall) {
            throw new AssertionError(fall.failure().detail());
        }
    }
}
