package vn.toancanh.rtsp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.toancanh.base.Clock;

class EventLoopTest {
    private final CountDownLatch ended = new CountDownLatch(1);

    private EventLoop loop() throws IOException {
        EventLoop loop = new EventLoop("under-test", Clock.SYSTEM, 1024, () -> {}, ended::countDown);
        loop.start();
        return loop;
    }

    @Test
    void aFaultInSomeWorkEndsNothing() throws Exception {
        try (EventLoop loop = loop()) {
            CountDownLatch done = new CountDownLatch(1);
            loop.execute(() -> {
                throw new IllegalStateException("thrown by a test");
            });
            loop.execute(done::countDown);
            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(loop.runs()).isTrue();
        }
    }

    @Test
    @Timeout(20)
    void oneWhoseThreadFellRunsNoMore() throws Exception {
        try (EventLoop loop = loop()) {
            assertThat(loop.runs()).isTrue();
            loop.execute(() -> {
                throw new StackOverflowError("thrown by a test");
            });
            assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
            while (loop.runs()) {
                Thread.onSpinWait();
            }
        }
    }
}
