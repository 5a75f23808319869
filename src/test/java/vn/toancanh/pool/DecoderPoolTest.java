package vn.toancanh.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.Failure;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.base.Secret;
import vn.toancanh.control.Order;
import vn.toancanh.control.Word;
import vn.toancanh.frames.StripFolder;
import vn.toancanh.live.Delivery;
import vn.toancanh.live.PictureAge;
import vn.toancanh.live.Player;
import vn.toancanh.live.StreamStatistics;
import vn.toancanh.model.Codec;
import vn.toancanh.model.MediaTransport;
import vn.toancanh.model.PixelSize;

class DecoderPoolTest {
    @TempDir
    Path shared;

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final FakeWorkers workers = new FakeWorkers();
    private DecoderPool pool;

    @BeforeEach
    void open() {
        pool = pool(new StripFolder(List.of(shared)));
    }

    private DecoderPool pool(StripFolder strips) {
        PoolOptions usual = PoolOptions.forCores(2);
        assertThat(usual.workers()).isEqualTo(2);
        return new DecoderPool(lane, lane, clock, strips, workers, usual, new Random(1));
    }

    private Player play(int camera, Heard heard) {
        URI uri = URI.create("rtsp://cameras/" + camera);
        PixelSize size = new PixelSize(64, 36);
        Player player = pool.open(Grants.request("camera " + camera, uri, "viewer", Secret.of("s3cret"), size), heard);
        lane.runReady();
        return player;
    }

    private FakeWorkers.Fake greeted(int number) {
        FakeWorkers.Fake fake = workers.newest(number);
        fake.hello();
        lane.runReady();
        return fake;
    }

    @Test
    void streamsAreSpreadEvenlyAndOpenOnceTheirWorkerIsThere() {
        for (int i = 0; i < 7; i++) {
            play(i, new Heard());
        }
        assertThat(workers.all).hasSize(2);
        assertThat(workers.newest(1).orders).isEmpty();
        assertThat(greeted(1).opened()).hasSize(4);
        assertThat(greeted(2).opened()).hasSize(3);
        assertThat(workers.newest(1).opened().getFirst())
                .satisfies(open -> assertThat(open.password()).isEqualTo("s3cret"))
                .satisfies(open -> assertThat(open.uri()).isEqualTo("rtsp://cameras/0"));
        assertThat(pool.workers()).extracting(WorkerFacts::streams).containsExactly(4, 3);
    }

    @Test
    void aStripLosesItsNameOnceTheWorkerHasMappedIt() throws IOException {
        Player player = play(1, new Heard());
        FakeWorkers.Fake fake = greeted(1);
        Order.Open open = fake.opened().getFirst();
        assertThat(Path.of(Objects.requireNonNull(open.strip()))).exists();
        fake.map(open.id(), open.strip());
        lane.runReady();
        assertThat(shared).isEmptyDirectory();
        fake.publish(open.id(), 64, 36);
        assertThat(player.pictures().published()).isEqualTo(1);
        assertThat(player.pictures().width()).isEqualTo(64);
    }

    @Test
    void aResizeShowsTheOldPicturesUntilTheNewOnesAreThere() throws IOException {
        Player player = play(1, new Heard());
        FakeWorkers.Fake fake = greeted(1);
        Order.Open open = fake.opened().getFirst();
        fake.map(open.id(), open.strip());
        fake.publish(open.id(), 64, 36);
        player.resize(new PixelSize(128, 72));
        lane.runReady();
        Order.Resize resize = (Order.Resize) fake.orders.getLast();
        assertThat(resize.id()).isEqualTo(open.id());
        fake.publish(open.id(), 64, 36);
        assertThat(player.pictures().published()).isEqualTo(2);
        assertThat(player.pictures().width()).isEqualTo(64);
        fake.map(open.id(), resize.strip());
        fake.publish(open.id(), 128, 72);
        assertThat(player.pictures().width()).isEqualTo(128);
        assertThat(player.pictures().published()).isEqualTo(3);
        lane.runReady();
        assertThat(shared).isEmptyDirectory();
    }

    @Test
    void resizingWhileTheWorkerStartsOpensInTheLastSizeOnly() {
        Player player = play(1, new Heard());
        player.resize(new PixelSize(128, 72));
        player.resize(new PixelSize(32, 18));
        lane.runReady();
        FakeWorkers.Fake fake = greeted(1);
        assertThat(fake.orders).hasSize(1);
        assertThat(fake.opened().getFirst().strip()).isNotNull();
        assertThat(shared.toFile().list()).as("strips nobody maps are gone").hasSize(1);
    }

    @Test
    void aFallenWorkerIsToldToItsPlayersAloneAndIsReplaced() {
        Heard first = new Heard();
        Heard second = new Heard();
        play(1, first);
        play(2, second);
        greeted(1);
        greeted(2);
        workers.newest(1).die();
        lane.runReady();
        assertThat(first.failures).extracting(Failure::kind).containsExactly(Failure.Kind.WORKER);
        assertThat(second.failures).isEmpty();
        Heard again = new Heard();
        play(1, again);
        assertThat(workers.all).as("waits a moment before the next").hasSize(2);
        lane.advance(Duration.ofMillis(300));
        assertThat(workers.all).hasSize(3);
        assertThat(greeted(1).opened()).hasSize(1);
        assertThat(again.failures).isEmpty();
        assertThat(pool.workers().getFirst().restarts()).isEqualTo(1);
    }

    @Test
    void aWorkerThatFallsAgainAndAgainIsRestartedLessAndLess() {
        List<Long> starts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            int before = workers.all.size();
            play(1, new Heard());
            long from = clock.nanos();
            while (workers.all.size() == before) {
                lane.advance(Duration.ofMillis(50));
            }
            starts.add(clock.nanos() - from);
            workers.newest(1).die();
            lane.runReady();
            workers.all.stream().filter(fake -> fake.number == 2).forEach(FakeWorkers.Fake::kill);
        }
        assertThat(starts.getLast()).isGreaterThan(starts.get(1));
    }

    @Test
    void aWorkerThatDoesNotAnswerIsReplaced() {
        Heard heard = new Heard();
        play(1, heard);
        FakeWorkers.Fake fake = greeted(1);
        for (int i = 0; i < 4; i++) {
            lane.advance(Duration.ofSeconds(1));
            fake.ears.heard(new Word.Pong(i, 0, 0));
        }
        lane.runReady();
        assertThat(heard.failures).isEmpty();
        lane.advance(Duration.ofSeconds(7));
        assertThat(fake.killed).isTrue();
        assertThat(heard.failures).extracting(Failure::kind).containsExactly(Failure.Kind.WORKER);
    }

    @Test
    void aWorkerThatNeverSaysHelloIsReplaced() {
        Heard heard = new Heard();
        play(1, heard);
        lane.advance(Duration.ofSeconds(32));
        assertThat(workers.all.getFirst().killed).isTrue();
        assertThat(heard.failures).extracting(Failure::kind).containsExactly(Failure.Kind.WORKER);
    }

    @Test
    void aMissingLibVlcIsToldByName() {
        Heard heard = new Heard();
        play(1, heard);
        workers.newest(1).ears.heard(new Word.Hello(1, "3.0.24", List.of("access_imem (access)")));
        lane.runReady();
        assertThat(heard.failures).extracting(Failure::kind).containsExactly(Failure.Kind.MISSING);
        assertThat(heard.failure().detail()).contains("access_imem");
    }

    @Test
    void aWorkerWithoutRoomToUnpackIsNotTakenForAMissingOne() {
        Heard heard = new Heard();
        play(1, heard);
        workers.newest(1).ears.heard(new Word.Hello(1, null, List.of(Word.Hello.ROOM)));
        lane.runReady();
        assertThat(heard.failures).extracting(Failure::kind).containsExactly(Failure.Kind.RESOURCES);
    }

    @Test
    void whereNoProcessCanBeMadeThePlayerIsTold() {
        workers.refusing = true;
        Heard heard = new Heard();
        play(1, heard);
        assertThat(heard.failures).extracting(Failure::kind).containsExactly(Failure.Kind.RESOURCES);
    }

    @Test
    void whereThereIsNoSharedMemoryThePlayerIsTold() throws IOException {
        pool = pool(new StripFolder(List.of(shared.resolve("not there"))));
        Heard heard = new Heard();
        play(1, heard);
        assertThat(heard.failures).extracting(Failure::kind).containsExactly(Failure.Kind.RESOURCES);
        assertThat(workers.all).isEmpty();
    }

    @Test
    void failuresAndStatisticsReachTheirPlayerAndNobodyAfterClosing() throws IOException {
        Heard heard = new Heard();
        Heard left = new Heard();
        Player player = play(1, heard);
        play(2, new Heard());
        Player leaving = play(3, left);
        FakeWorkers.Fake fake = greeted(1);
        greeted(2);
        List<Order.Open> opened = fake.opened();
        leaving.close();
        fake.ears.heard(new Word.Statistics(
                5000,
                4096,
                0,
                List.of(
                        new Word.Stream(
                                opened.get(0).id(), "H265", 640, 360, 500, 10, 9, 0, 1, 2.5, 3, PoolRig.DELIVERY),
                        new Word.Stream(
                                opened.get(1).id(), "H264", 640, 360, 500, 10, 9, 0, 1, 2.5, 3, PoolRig.DELIVERY))));
        fake.ears.heard(new Word.Failed(opened.get(1).id(), Failure.Kind.TIMEOUT, "late"));
        fake.ears.heard(new Word.Failed(opened.get(0).id(), Failure.Kind.CREDENTIALS, "401"));
        lane.runReady();
        assertThat(heard.statistics)
                .containsExactly(new StreamStatistics(
                        Codec.H265,
                        640,
                        360,
                        500,
                        10,
                        9,
                        1,
                        2.5,
                        3,
                        new Delivery(MediaTransport.UDP, 1, 15, 14.5, new PictureAge(240, true), false, false)));
        assertThat(heard.failures).extracting(Failure::kind).containsExactly(Failure.Kind.CREDENTIALS);
        assertThat(heard.failure().detail()).doesNotContain("s3cret");
        assertThat(left.statistics).isEmpty();
        assertThat(left.failures).isEmpty();
        assertThat(fake.orders).contains(new Order.Close(opened.get(1).id()));
        player.close();
        lane.runReady();
        assertThat(pool.workers().getFirst().cpuMillis()).isEqualTo(5000);
        assertThat(pool.workers().getFirst().memoryKb()).isEqualTo(4096);
    }

    @Test
    void closingWhileOpeningLeavesNothingBehind() {
        Heard heard = new Heard();
        play(1, heard).close();
        lane.runReady();
        FakeWorkers.Fake fake = greeted(1);
        assertThat(fake.orders).isEmpty();
        Player player = play(2, heard);
        player.close();
        player.close();
        lane.runReady();
        assertThat(heard.failures).isEmpty();
        assertThat(shared).isEmptyDirectory();
    }

    @Test
    void closingThePoolEndsTheWorkersAndSaysNothing() {
        Heard heard = new Heard();
        Player player = play(1, heard);
        FakeWorkers.Fake fake = greeted(1);
        pool.close();
        lane.runReady();
        assertThat(fake.orders.getLast()).isEqualTo(new Order.End());
        assertThat(fake.killed).isTrue();
        fake.ears.gone(0, "ended");
        lane.advance(Duration.ofMinutes(1));
        assertThat(workers.all).hasSize(1);
        assertThat(heard.failures).isEmpty();
        player.close();
        lane.runReady();
        assertThat(Files.exists(shared)).isTrue();
        assertThat(shared).isEmptyDirectory();
    }
}
