package vn.toancanh.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.Failure;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.control.Order;
import vn.toancanh.control.Word;
import vn.toancanh.frames.StripFolder;
import vn.toancanh.live.Player;
import vn.toancanh.model.PixelSize;

/** Streams that are received and make no pictures. */
class RestingTest {
    private static final PixelSize SIZE = new PixelSize(64, 36);

    @TempDir
    Path shared;

    private final ManualLane lane = new ManualLane(new ManualClock());
    private final FakeWorkers workers = new FakeWorkers();
    private final Heard heard = new Heard();
    private DecoderPool pool;

    @BeforeEach
    void open() {
        pool = pool(new StripFolder(List.of(shared)));
    }

    private DecoderPool pool(StripFolder strips) {
        return new DecoderPool(lane, lane, new ManualClock(), strips, workers, PoolOptions.forCores(2), new Random(1));
    }

    private Player resting() {
        Player player = pool.open(Grants.request("a", URI.create("rtsp://cameras/1"), null, null, null), heard);
        lane.runReady();
        return player;
    }

    private FakeWorkers.Fake greeted() {
        FakeWorkers.Fake fake = workers.newest(1);
        fake.hello();
        lane.runReady();
        return fake;
    }

    private static String strip(Order order) {
        return Objects.requireNonNull(((Order.Resize) order).strip());
    }

    @Test
    void oneThatRestsHasNoStripUntilItIsToShowSomething() throws IOException {
        Player player = resting();
        FakeWorkers.Fake fake = greeted();
        Order.Open open = fake.opened().getFirst();
        assertThat(open.strip()).isNull();
        assertThat(shared).isEmptyDirectory();
        player.resize(SIZE);
        lane.runReady();
        fake.map(open.id(), strip(fake.orders.getLast()));
        fake.publish(open.id(), 64, 36);
        assertThat(player.pictures().width()).isEqualTo(64);
    }

    @Test
    void oneThatIsToShowSomethingBeforeItsWorkerIsThereOpensAtOnce() {
        Player player = resting();
        player.resize(SIZE);
        lane.runReady();
        FakeWorkers.Fake fake = greeted();
        assertThat(fake.orders).hasSize(1);
        assertThat(fake.opened().getFirst().strip()).isNotNull();
    }

    @Test
    void oneThatIsToRestShowsNoneOfItsPicturesAnyMore() throws IOException {
        Player player = resting();
        FakeWorkers.Fake fake = greeted();
        int id = fake.opened().getFirst().id();
        player.resize(SIZE);
        lane.runReady();
        fake.map(id, strip(fake.orders.getLast()));
        fake.publish(id, 64, 36);
        assertThat(player.pictures().published()).isEqualTo(1);
        player.rest();
        lane.runReady();
        assertThat(fake.orders.getLast()).isEqualTo(new Order.Rest(id));
        assertThat(player.pictures().published()).isZero();
        player.resize(new PixelSize(128, 72));
        lane.runReady();
        assertThat(player.pictures().published()).isZero();
        fake.map(id, strip(fake.orders.getLast()));
        fake.publish(id, 128, 72);
        assertThat(player.pictures().width()).isEqualTo(128);
        lane.runReady();
        assertThat(shared).isEmptyDirectory();
    }

    @Test
    void oneThatRestsMovesWithTheOthersWhenItsWorkerIsReplaced() {
        resting();
        FakeWorkers.Fake old = greeted();
        int id = old.opened().getFirst().id();
        old.ears.heard(new Word.Statistics(1, 500L << 10, 0, List.of()));
        lane.runReady();
        FakeWorkers.Fake fresh = workers.all.getLast();
        fresh.hello();
        lane.runReady();
        assertThat(fresh).isNotSameAs(old);
        assertThat(fresh.opened().getFirst().strip()).isNull();
        assertThat(old.orders).doesNotContain(new Order.Close(id));
        fresh.ears.heard(new Word.Playing(id, "H264"));
        lane.runReady();
        assertThat(heard.playing).hasValue(1);
        assertThat(old.orders).contains(new Order.Close(id));
        assertThat(heard.failures).isEmpty();
    }

    @Test
    void oneThatFindsNoRoomForItsPicturesSaysSo() {
        pool = pool(new StripFolder(List.of(shared.resolve("away"))));
        Player player = resting();
        assertThat(heard.failures).isEmpty();
        player.resize(SIZE);
        lane.runReady();
        assertThat(heard.failure().kind()).isEqualTo(Failure.Kind.RESOURCES);
    }
}
