package vn.toancanh.rtsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps what a session told. */
final class RecordingSink implements RtspSink {
    private final CountDownLatch plays = new CountDownLatch(1);
    private final BlockingQueue<AccessUnit> units = new LinkedBlockingQueue<>();
    private final BlockingQueue<RtspFailure> failures = new LinkedBlockingQueue<>();
    private final List<String> order = new CopyOnWriteArrayList<>();
    private volatile @Nullable VideoTrack track;

    @Override
    public void playing(VideoTrack begun) {
        track = begun;
        order.add("playing");
        plays.countDown();
    }

    @Override
    public void accessUnit(AccessUnit unit) {
        order.add("unit");
        units.add(unit);
    }

    @Override
    public void ended(RtspFailure failure) {
        order.add("ended");
        failures.add(failure);
    }

    VideoTrack awaitTrack() throws InterruptedException {
        boolean came = plays.await(60, TimeUnit.SECONDS);
        VideoTrack played = track;
        if (!came || played == null) {
            throw new AssertionError("did not play; failures: " + failures);
        }
        return played;
    }

    AccessUnit awaitUnit() throws InterruptedException {
        AccessUnit unit = units.poll(60, TimeUnit.SECONDS);
        if (unit == null) {
            throw new AssertionError("no access unit; failures: " + failures);
        }
        return unit;
    }

    RtspFailure awaitFailure() throws InterruptedException {
        RtspFailure failure = failures.poll(60, TimeUnit.SECONDS);
        if (failure == null) {
            throw new AssertionError("did not end; seen: " + order);
        }
        return failure;
    }

    List<String> order() {
        return order;
    }

    void assertNothingEnded() {
        assertThat(failures).isEmpty();
    }
}
