package vn.toancanh.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
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

/** Strips that take long to be made are made aside; what changes meanwhile counts. */
class StreamStripsTest {
    private static final PixelSize LARGE = new PixelSize(1000, 500);
    private static final PixelSize SMALL = new PixelSize(64, 36);

    @TempDir
    Path shared;

    private final ManualClock clock = new ManualClock();
    private final ManualLane lane = new ManualLane(clock);
    private final ManualLane aside = new ManualLane(new ManualClock());
    private final FakeWorkers workers = new FakeWorkers();
    private final Heard heard = new Heard();
    private DecoderPool pool;

    @BeforeEach
    void open() {
        pool = pool(shared);
        aside.runReady();
    }

    private DecoderPool pool(Path folder) {
        return new DecoderPool(
                lane,
                lane,
                aside,
                clock,
                new StripFolder(List.of(folder)),
                workers,
                PoolOptions.forCores(2),
                new Random(1));
    }

    private Player open(@Nullable PixelSize size) {
        Player player = pool.open(Grants.request("a", URI.create("rtsp://cameras/1"), null, null, size), heard);
        lane.runReady();
        return player;
    }

    private FakeWorkers.Fake greeted() {
        FakeWorkers.Fake fake = workers.newest(1);
        fake.hello();
        lane.runReady();
        return fake;
    }

    private void made() {
        aside.runReady();
        lane.runReady();
    }

    private static String strip(Order order) {
        return Objects.requireNonNull(((Order.Resize) order).strip());
    }

    @Test
    void theStreamOpensWhileItsStripIsMade() throws IOException {
        Player player = open(LARGE);
        FakeWorkers.Fake fake = greeted();
        Order.Open open = fake.opened().getFirst();
        assertThat(open.strip()).as("received at once").isNull();
        assertThat(shared).isEmptyDirectory();
        made();
        fake.map(open.id(), strip(fake.orders.getLast()));
        fake.publish(open.id(), 1000, 500);
        assertThat(player.pictures().width()).isEqualTo(1000);
        lane.runReady();
        assertThat(shared).as("its name is gone").isEmptyDirectory();
    }

    @Test
    void aWorkerThatIsThereLaterOpensWithIt() {
        open(LARGE);
        made();
        assertThat(greeted().opened().getFirst().strip()).isNotNull();
    }

    @Test
    void theOldPicturesGoOnUntilALargerStripIsThere() throws IOException {
        Player player = open(SMALL);
        FakeWorkers.Fake fake = greeted();
        Order.Open open = fake.opened().getFirst();
        fake.map(open.id(), Objects.requireNonNull(open.strip()));
        fake.publish(open.id(), 64, 36);
        player.resize(LARGE);
        lane.runReady();
        assertThat(fake.orders).as("nothing is asked of the worker yet").hasSize(1);
        fake.publish(open.id(), 64, 36);
        assertThat(player.pictures().published()).isEqualTo(2);
        made();
        fake.map(open.id(), strip(fake.orders.getLast()));
        fake.publish(open.id(), 1000, 500);
        assertThat(player.pictures().width()).isEqualTo(1000);
    }

    @Test
    void oneThatIsMadeTooLateIsThrownAway() {
        Player player = open(LARGE);
        FakeWorkers.Fake fake = greeted();
        player.resize(SMALL);
        lane.runReady();
        int orders = fake.orders.size();
        made();
        assertThat(fake.orders).as("another size is wanted").hasSize(orders);
        player.resize(LARGE);
        lane.runReady();
        player.rest();
        made();
        assertThat(fake.orders.getLast()).as("none is wanted").isInstanceOf(Order.Rest.class);
        player.resize(LARGE);
        lane.runReady();
        player.close();
        made();
        assertThat(fake.orders.getLast()).as("nobody is there").isInstanceOf(Order.Close.class);
        assertThat(shared).isEmptyDirectory();
        assertThat(heard.failures).isEmpty();
    }

    @Test
    void aLargeOnePlaysOnWhileItsWorkerIsReplaced() throws IOException {
        Player player = open(LARGE);
        FakeWorkers.Fake old = greeted();
        Order.Open open = old.opened().getFirst();
        made();
        old.map(open.id(), strip(old.orders.getLast()));
        old.publish(open.id(), 1000, 500);
        lane.advance(Duration.ofMillis(2500));
        FakeWorkers.Fake spare = workers.all.getLast();
        assertThat(spare).as("there is a spare one").isNotSameAs(old);
        spare.hello();
        lane.runReady();

        old.ears.heard(new Word.Pong(1, 11_000, 0));
        lane.runReady();
        assertThat(spare.opened().getFirst().strip())
                .as("its new strip is being made, the old one is the old worker's")
                .isNull();
        made();
        assertThat(heard.failures).isEmpty();
        old.publish(open.id(), 1000, 500);
        assertThat(player.pictures().published()).as("the old one goes on").isEqualTo(2);

        spare.map(open.id(), strip(spare.orders.getLast()));
        spare.publish(open.id(), 1000, 500);
        spare.ears.heard(new Word.Shown(open.id()));
        lane.runReady();
        assertThat(player.pictures().published()).isEqualTo(3);
        assertThat(old.orders.getLast()).isEqualTo(new Order.Close(open.id()));
    }

    @Test
    void aLargeOneThatFindsNoRoomInItsNextWorkerSaysSo() throws IOException {
        open(LARGE);
        FakeWorkers.Fake old = greeted();
        made();
        old.map(old.opened().getFirst().id(), strip(old.orders.getLast()));
        lane.advance(Duration.ofMillis(2500));
        workers.all.getLast().hello();
        lane.runReady();
        Files.delete(shared);
        old.ears.heard(new Word.Pong(1, 11_000, 0));
        lane.runReady();
        made();
        assertThat(heard.failures).extracting(Failure::kind).containsExactly(Failure.Kind.RESOURCES);
    }

    @Test
    void whereThereIsNoRoomItIsSaid() {
        pool = pool(shared.resolve("away"));
        open(LARGE);
        greeted();
        assertThat(heard.failures).isEmpty();
        made();
        assertThat(heard.failures).extracting(Failure::kind).containsExactly(Failure.Kind.RESOURCES);
    }
}
