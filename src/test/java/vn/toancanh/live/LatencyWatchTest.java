package vn.toancanh.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;

class LatencyWatchTest {
    private static final Duration BETWEEN = Duration.ofMillis(250);

    private final ManualClock clock = new ManualClock();
    private final FakePictures pictures = new FakePictures(clock);
    private final LatencyWatch watch = new LatencyWatch();

    private void see(long delayMillis, Duration during) {
        pictures.delayBy(delayMillis);
        for (long passed = 0; passed < during.toMillis(); passed += BETWEEN.toMillis()) {
            clock.advance(BETWEEN);
            pictures.publish();
            watch.sample(clock.nanos(), pictures, 0);
        }
    }

    private void usual() {
        see(40, Duration.ofSeconds(30));
        assertThat(watch.late()).isFalse();
    }

    @Test
    void hasStuckAfterTenSecondsAt150MillisecondsAboveTheUsual() {
        usual();
        see(260, Duration.ofSeconds(10));
        assertThat(watch.late()).isTrue();
        assertThat(watch.stuck()).isFalse();
        see(260, Duration.ofSeconds(2));
        assertThat(watch.stuck()).isTrue();
    }

    @Test
    void aLittleLaterIsNotLate() {
        usual();
        see(185, Duration.ofMinutes(2));
        assertThat(watch.late()).isFalse();
    }

    @Test
    void whatPassesDoesNotStick() {
        usual();
        for (int i = 0; i < 5; i++) {
            see(400, Duration.ofSeconds(8));
            assertThat(watch.stuck()).isFalse();
            see(40, Duration.ofSeconds(3));
            assertThat(watch.late()).isFalse();
        }
    }

    @Test
    void unevenPicturesAreMeasuredByTheirMean() {
        usual();
        Random random = new Random(5);
        for (int i = 0; i < 50; i++) {
            see(220 + random.nextInt(200), BETWEEN);
        }
        assertThat(watch.stuck()).isTrue();
    }

    @Test
    void aStreamThatWasAlwaysThatLateIsUsual() {
        see(400, Duration.ofMinutes(2));
        assertThat(watch.late()).isFalse();
    }

    @Test
    void butNotASecondHoweverItBegan() {
        see(1050, Duration.ofSeconds(25));
        assertThat(watch.stuck()).isTrue();
    }

    @Test
    void norByTheClockOfItsCamera() {
        pictures.delayBy(40);
        for (int i = 0; i < 100; i++) {
            clock.advance(BETWEEN);
            pictures.publish();
            watch.sample(clock.nanos(), pictures, Duration.ofMillis(1050).toNanos());
        }
        assertThat(watch.stuck()).isTrue();
    }

    @Test
    void aCameraThatTakesHalfASecondToCodeIsUsual() {
        pictures.delayBy(40);
        for (int i = 0; i < 400; i++) {
            clock.advance(BETWEEN);
            pictures.publish();
            watch.sample(
                    clock.nanos(),
                    pictures,
                    Duration.ofMillis(i % 2 == 0 ? 600 : 780).toNanos());
            assertThat(watch.late()).isFalse();
        }
    }

    @Test
    void theBacklogOfAnOpeningIsNotTheUsual() {
        see(900, Duration.ofSeconds(2));
        see(40, Duration.ofSeconds(20));
        see(260, Duration.ofSeconds(12));
        assertThat(watch.stuck()).isTrue();
    }

    @Test
    void whatCreepsUpIsLateInTheEnd() {
        usual();
        for (int delay = 40; delay < 640 && !watch.stuck(); delay++) {
            see(delay, Duration.ofSeconds(1));
        }
        assertThat(watch.stuck()).isTrue();
    }

    @Test
    void aPauseAmidSaysNothing() {
        usual();
        see(400, Duration.ofSeconds(6));
        clock.advance(Duration.ofSeconds(20));
        see(400, Duration.ofSeconds(6));
        assertThat(watch.stuck()).isFalse();
    }

    @Test
    void aPictureOnShowForLongIsNotCountedAgain() {
        usual();
        see(400, Duration.ofSeconds(2));
        for (int i = 0; i < 60; i++) {
            clock.advance(BETWEEN);
            watch.sample(clock.nanos(), pictures, 0);
        }
        assertThat(watch.stuck()).isFalse();
    }
}
