package vn.toancanh.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.live.StallWatch.Verdict;

class StallWatchTest {
    private final ManualClock clock = new ManualClock();
    private final FakePictures pictures = new FakePictures(clock);
    private final StallWatch watch = new StallWatch();

    private Verdict after(Duration wait) {
        clock.advance(wait);
        return watch.sample(clock.nanos(), pictures);
    }

    @Test
    void saysNothingBeforeTheFirstPicture() {
        assertThat(after(Duration.ofSeconds(10))).isEqualTo(Verdict.NONE);
    }

    @Test
    void isLateAfterOneSecondAndFrozenAfterThree() {
        for (int i = 0; i < 20; i++) {
            pictures.publish();
            assertThat(after(Duration.ofMillis(66))).isEqualTo(Verdict.LIVE);
        }
        assertThat(after(Duration.ofMillis(900))).isEqualTo(Verdict.LIVE);
        assertThat(after(Duration.ofMillis(100))).isEqualTo(Verdict.LATE);
        assertThat(after(Duration.ofMillis(1900))).isEqualTo(Verdict.LATE);
        assertThat(after(Duration.ofMillis(100))).isEqualTo(Verdict.FROZEN);
        pictures.publish();
        assertThat(after(Duration.ofMillis(10))).isEqualTo(Verdict.LIVE);
    }

    @Test
    void aSlowStreamIsNotLateBetweenItsPictures() {
        for (int i = 0; i < 20; i++) {
            pictures.publish();
            assertThat(after(Duration.ofMillis(700))).isEqualTo(Verdict.LIVE);
        }
        assertThat(after(Duration.ofSeconds(1))).isEqualTo(Verdict.LIVE);
        assertThat(after(Duration.ofMillis(500))).isEqualTo(Verdict.LATE);
    }

    @Test
    void picturesThatAreAllTheSameAreSaidToBeWithinTenSeconds() {
        pictures.publish();
        for (int i = 0; i < 87; i++) {
            assertThat(after(Duration.ofMillis(100))).isEqualTo(Verdict.LIVE);
            pictures.publishSame();
        }
        assertThat(after(Duration.ofMillis(100))).isEqualTo(Verdict.UNCHANGED);
        pictures.publish();
        assertThat(after(Duration.ofMillis(100))).isEqualTo(Verdict.LIVE);
    }

    @Test
    void anUnchangedSourceThatStopsIsFrozenLikeAnyOther() {
        pictures.publish();
        for (int i = 0; i < 120; i++) {
            after(Duration.ofMillis(100));
            pictures.publishSame();
        }
        assertThat(after(Duration.ofSeconds(3))).isEqualTo(Verdict.FROZEN);
    }

    @Test
    void picturesThatStayBlackAreBlackAndALampMakesThemLiveAgain() {
        pictures.publish();
        after(Duration.ofMillis(100));
        for (int i = 0; i < 15; i++) {
            pictures.publishBlack();
            assertThat(after(Duration.ofMillis(100))).as("picture %d", i).isIn(Verdict.LIVE, Verdict.BLACK);
        }
        pictures.publishBlack();
        assertThat(after(Duration.ofMillis(100))).isEqualTo(Verdict.BLACK);
        pictures.publish();
        assertThat(after(Duration.ofMillis(100))).isEqualTo(Verdict.LIVE);
    }

    @Test
    void oneBlackPictureIsNothing() {
        for (int i = 0; i < 60; i++) {
            pictures.publish();
            after(Duration.ofMillis(100));
        }
        pictures.publishBlack();
        assertThat(after(Duration.ofMillis(100))).isEqualTo(Verdict.LIVE);
    }

    @Test
    void aStreamOfFifteenThatFallsToOneASecondIsSlowedWithinThreeSeconds() {
        for (int i = 0; i < 60; i++) {
            pictures.publish();
            assertThat(after(Duration.ofMillis(66))).isEqualTo(Verdict.LIVE);
        }
        Verdict last = Verdict.LIVE;
        for (int i = 0; i < 3; i++) {
            pictures.publish();
            for (int k = 0; k < 4; k++) {
                last = after(Duration.ofMillis(250));
            }
        }
        assertThat(last).isEqualTo(Verdict.SLOWED);
        for (int i = 0; i < 60; i++) {
            pictures.publish();
            last = after(Duration.ofMillis(66));
        }
        assertThat(last).as("it came back").isEqualTo(Verdict.LIVE);
    }

    @Test
    void aCameraThatIsSlowByNatureIsLive() {
        for (int i = 0; i < 60; i++) {
            pictures.publish();
            assertThat(after(Duration.ofSeconds(1))).isEqualTo(Verdict.LIVE);
        }
    }

    @Test
    void aHalvedRateIsNoTrouble() {
        for (int i = 0; i < 60; i++) {
            pictures.publish();
            after(Duration.ofMillis(40));
        }
        for (int i = 0; i < 60; i++) {
            pictures.publish();
            assertThat(after(Duration.ofMillis(125))).isEqualTo(Verdict.LIVE);
        }
    }
}
