package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class UnitQueueTest {
    private static UnitQueue.Unit unit(boolean key, long due) {
        return new UnitQueue.Unit(new byte[10], key, due, 0, () -> 0, 0, 0, false);
    }

    @Test
    void aBacklogOlderThanASecondGoesWhenAKeyFrameComes() throws InterruptedException {
        UnitQueue queue = new UnitQueue();
        queue.put(unit(true, 0), 0);
        queue.put(unit(false, 1), 500_000);
        queue.put(unit(true, 900_000), 900_000);
        assertThat(queue.dropped()).as("younger than a second").isZero();
        queue.put(unit(true, 2_000_000), 2_000_000);
        assertThat(queue.dropped()).isEqualTo(3);
        assertThat(queue.take(0)).extracting(UnitQueue.Unit::dueMicros).isEqualTo(2_000_000L);
    }

    @Test
    void anOverfullQueueBeginsAgainAtAKeyFrame() throws InterruptedException {
        UnitQueue queue = new UnitQueue();
        queue.put(unit(true, 0), 0);
        assertThat(queue.take(0)).isNotNull();
        for (int i = 1; i < 402; i++) {
            queue.put(unit(false, i), i);
        }
        assertThat(queue.dropped()).isZero();
        queue.put(unit(false, 401), 401);
        assertThat(queue.take(0)).isNull();
        queue.put(unit(true, 402), 402);
        queue.put(unit(false, 403), 403);
        assertThat(queue.take(0)).extracting(UnitQueue.Unit::dueMicros).isEqualTo(402L);
        assertThat(queue.take(0)).extracting(UnitQueue.Unit::dueMicros).isEqualTo(403L);
    }

    @Test
    void whatADecoderBeginsAtIsSaid() throws InterruptedException {
        UnitQueue queue = new UnitQueue();
        queue.put(unit(true, 0), 0);
        queue.put(unit(false, 1), 1);
        assertThat(queue.take(0)).extracting(UnitQueue.Unit::begins).isEqualTo(true);
        assertThat(queue.take(0)).extracting(UnitQueue.Unit::begins).isEqualTo(false);
        queue.put(unit(false, 2), 2);
        queue.put(unit(true, 2_000_000), 2_000_000);
        queue.put(unit(true, 2_000_001), 2_000_001);
        assertThat(queue.take(0))
                .as("one was dropped")
                .extracting(UnitQueue.Unit::begins)
                .isEqualTo(true);
        assertThat(queue.take(0)).extracting(UnitQueue.Unit::begins).isEqualTo(false);
    }

    /** A key frame a minute, 25 pictures a second: 1500 units, and all of them are needed for the last. */
    @Test
    void anOpeningOfAMinuteGoesInWholeAndWhatComesMeanwhileToo() throws InterruptedException {
        UnitQueue queue = new UnitQueue();
        for (int i = 0; i < 1500; i++) {
            queue.put(unit(i == 0, i), 1500);
        }
        // libVLC decodes three while the camera sends one
        for (int i = 0; i < 749; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(queue.take(0)).extracting(UnitQueue.Unit::dueMicros).isEqualTo(3L * i + j);
            }
            queue.put(unit(false, 1500 + i), 1500 + i);
        }
        assertThat(queue.take(0)).extracting(UnitQueue.Unit::dueMicros).isEqualTo(2247L);
        assertThat(queue.dropped()).isZero();
    }

    @Test
    void whatWaitsBeyondTheOpeningHasItsShareOfTheMemoryAndNoMore() throws InterruptedException {
        UnitQueue queue = new UnitQueue();
        for (int i = 0; i < 5; i++) {
            queue.put(unit(i == 0, i), i);
        }
        queue.limit(40);
        assertThat(queue.take(0)).isNotNull();
        for (int i = 5; i < 10; i++) {
            queue.put(unit(false, i), i);
        }
        assertThat(queue.dropped()).isZero();
        queue.put(unit(false, 10), 10);
        assertThat(queue.dropped()).isEqualTo(10);
        queue.put(unit(true, 11), 11);
        assertThat(queue.take(0)).extracting(UnitQueue.Unit::dueMicros).isEqualTo(11L);
    }

    @Test
    void anOpeningThatNobodyTakesEndsSomewhere() throws InterruptedException {
        UnitQueue queue = new UnitQueue();
        for (int i = 0; i <= 7200; i++) {
            queue.put(unit(i == 0, i), i);
        }
        assertThat(queue.dropped()).isEqualTo(7201);
        assertThat(queue.take(0)).isNull();
    }

    @Test
    @Timeout(20)
    void closingWakesWhoeverPauses() throws InterruptedException {
        UnitQueue queue = new UnitQueue();
        queue.put(unit(true, 0), 0);
        Thread closing = Thread.ofPlatform().start(queue::close);
        queue.pause(Duration.ofMinutes(10).toNanos());
        closing.join();
    }

    @Test
    @Timeout(20)
    void closingWakesWhoeverWaits() throws InterruptedException {
        UnitQueue queue = new UnitQueue();
        Thread closing = Thread.ofPlatform().start(queue::close);
        assertThat(queue.take(Duration.ofMinutes(10).toNanos())).isNull();
        closing.join();
        queue.put(unit(true, 0), 0);
        assertThat(queue.take(0)).isNull();
    }
}
