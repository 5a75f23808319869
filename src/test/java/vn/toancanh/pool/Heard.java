package vn.toancanh.pool;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import vn.toancanh.base.Failure;
import vn.toancanh.live.Player;
import vn.toancanh.live.StreamStatistics;

/** Keeps what a player tells its owner. */
final class Heard implements Player.Listener {
    final ConcurrentLinkedQueue<StreamStatistics> statistics = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<Failure> failures = new ConcurrentLinkedQueue<>();

    /** How often it was told that it plays. */
    final AtomicInteger playing = new AtomicInteger();

    @Override
    public void playing() {
        playing.incrementAndGet();
    }

    @Override
    public void statistics(StreamStatistics told) {
        statistics.add(told);
    }

    @Override
    public void failed(Failure failure) {
        failures.add(failure);
    }

    Failure failure() {
        return failures.element();
    }
}
