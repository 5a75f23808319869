package vn.toancanh.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.ManualClock;
import vn.toancanh.base.ManualLane;
import vn.toancanh.control.Order;
import vn.toancanh.control.Word;
import vn.toancanh.frames.StripFolder;
import vn.toancanh.live.Player;
import vn.toancanh.model.Effort;
import vn.toancanh.model.PixelSize;

/** Streams of which less is made: the worker alone knows whether that takes another player. */
class EasingTest {
    private static final PixelSize SIZE = new PixelSize(64, 36);

    @TempDir
    Path shared;

    private final ManualLane lane = new ManualLane(new ManualClock());
    private final FakeWorkers workers = new FakeWorkers();
    private Player player;
    private FakeWorkers.Fake worker;
    private int id;

    @BeforeEach
    void play() throws IOException {
        DecoderPool pool = new DecoderPool(
                lane,
                lane,
                new ManualClock(),
                new StripFolder(List.of(shared)),
                workers,
                PoolOptions.forCores(2),
                new Random(1));
        player = pool.open(Grants.request("a", URI.create("rtsp://cameras/1"), null, null, SIZE), new Heard());
        lane.runReady();
        worker = workers.newest(1);
        worker.hello();
        lane.runReady();
        Order.Open open = worker.opened().getFirst();
        id = open.id();
        worker.map(id, open.strip());
        worker.publish(id, 64, 36);
        lane.runReady();
    }

    private List<Order> told(Runnable what) {
        int before = worker.orders.size();
        what.run();
        lane.runReady();
        return worker.orders.subList(before, worker.orders.size());
    }

    @Test
    void makingLessAndMoreAgainTakesNoOtherPlayerByItself() {
        assertThat(told(() -> player.ease(Effort.UNSMOOTHED))).containsExactly(new Order.Ease(id, Effort.UNSMOOTHED));
        assertThat(told(() -> player.ease(Effort.FULL))).containsExactly(new Order.Ease(id, Effort.FULL));
    }

    @Test
    void aWorkerThatMustBeginAnewGetsAStripOfTheSameSizeForIt() throws IOException {
        List<Order> orders = told(() -> worker.ears.heard(new Word.Anew(id)));
        assertThat(orders).hasSize(1);
        Order.Resize resize = (Order.Resize) orders.getFirst();
        assertThat(player.pictures().published()).as("what played goes on").isEqualTo(1);
        worker.map(id, resize.strip());
        worker.publish(id, 64, 36);
        assertThat(player.pictures().published()).isEqualTo(2);
        assertThat(player.pictures().width()).isEqualTo(64);
    }

    @Test
    void oneThatRestsMeanwhileBeginsNothing() {
        told(player::rest);
        assertThat(told(() -> worker.ears.heard(new Word.Anew(id)))).isEmpty();
    }
}
