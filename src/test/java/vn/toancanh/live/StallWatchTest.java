package vn.toancanh.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toancanh.base.ManualClock;
import vn.toancanh.live.StallWatch.Verdict;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Effort;
import vn.toancanh.model.StreamRole;

class StallWatchTest {
    private final ManualClock clock = new ManualClock();
    private final FakePictures pictures = new FakePictures(clock);
    private StallWatch watch = watch(0);

    private static StallWatch watch(int expectedFps) {
        long expected = expectedFps == 0 ? 0 : 1_000_000_000L / expectedFps;
        return new StallWatch(
                new Standstill(new Standstills(), new StreamGrants.Wish(new CameraId("c"), StreamRole.SUB)), expected);
    }

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
    void aSilentStreamInATileOfAnotherSizeIsNoMomentLive() {
        for (int i = 0; i < 20; i++) {
            pictures.publish();
            after(Duration.ofMillis(66));
        }
        assertThat(after(Duration.ofMillis(3500))).isEqualTo(Verdict.FROZEN);
        long newest = watch.newestAtNanos();
        pictures.delayBy(3400);
        for (int i = 0; i < 3; i++) {
            pictures.publish();
            assertThat(after(Duration.ofMillis(10))).isEqualTo(Verdict.FROZEN);
            assertThat(watch.newestAtNanos()).isEqualTo(newest);
        }
        assertThat(after(Duration.ofSeconds(1))).isEqualTo(Verdict.FROZEN);
        pictures.delayBy(30);
        pictures.publish();
        assertThat(after(Duration.ofMillis(10))).isEqualTo(Verdict.LIVE);
    }

    @Test
    void whoBeginsAmidASilentStreamSaysHowOldItsPictureIs() {
        clock.advance(Duration.ofMinutes(1));
        pictures.delayBy(2500);
        pictures.publish();
        assertThat(after(Duration.ofMillis(10))).isEqualTo(Verdict.LATE);
        assertThat(clock.nanos() - watch.newestAtNanos())
                .isEqualTo(Duration.ofMillis(2510).toNanos());
        pictures.publish();
        assertThat(after(Duration.ofMillis(400))).isEqualTo(Verdict.LATE);
        assertThat(after(Duration.ofMillis(100))).isEqualTo(Verdict.FROZEN);
        pictures.delayBy(30);
        pictures.publish();
        assertThat(after(Duration.ofMillis(10))).isEqualTo(Verdict.LIVE);
    }

    @Test
    void picturesThatGoOnAreLateHoweverOldTheFirstWas() {
        clock.advance(Duration.ofMinutes(1));
        pictures.delayBy(8000);
        for (int i = 0; i < 20; i++) {
            pictures.publish();
            assertThat(after(Duration.ofMillis(66))).isIn(Verdict.FROZEN, Verdict.OLD);
        }
        assertThat(after(Duration.ofMillis(10))).isEqualTo(Verdict.OLD);
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
    void anUnchangedSourceWhoseNextPictureIsLateIsNotLiveForThat() {
        pictures.publish();
        for (int i = 0; i < 120; i++) {
            after(Duration.ofMillis(100));
            pictures.publishSame();
        }
        assertThat(after(Duration.ofMillis(1500))).isEqualTo(Verdict.UNCHANGED);
    }

    private void pictureEach(Duration apart, int times) {
        for (int i = 0; i < times; i++) {
            pictures.publish();
            after(apart);
        }
    }

    @Test
    void keyFramesAreNotUnchangedBetweenTwo() {
        watch.eased(Effort.KEY_FRAMES);
        pictureEach(Duration.ofSeconds(4), 3);
        for (int i = 0; i < 4; i++) {
            pictures.publish();
            for (int second = 0; second < 4; second++) {
                assertThat(after(Duration.ofSeconds(1))).isEqualTo(Verdict.LIVE);
            }
        }
        pictures.publishSame();
        after(Duration.ofSeconds(4));
        pictures.publishSame();
        after(Duration.ofSeconds(4));
        pictures.publishSame();
        assertThat(after(Duration.ZERO)).isEqualTo(Verdict.UNCHANGED);
    }

    @Test
    void untilItIsKnownHowFarKeyFramesAreApartAPictureIsLateAfterASecond() {
        pictureEach(Duration.ofMillis(66), 40);
        watch.eased(Effort.KEY_FRAMES);
        // Some come until the order has reached the decoder.
        pictureEach(Duration.ofMillis(66), 3);
        assertThat(after(Duration.ofMillis(900))).isEqualTo(Verdict.LIVE);
        assertThat(after(Duration.ofMillis(100))).isEqualTo(Verdict.LATE);
        after(Duration.ofSeconds(3));
        assertThat(after(Duration.ZERO))
                .as("no pace of before is taken for that of now")
                .isEqualTo(Verdict.LATE);
        pictures.publish();
        assertThat(after(Duration.ofMillis(10))).isEqualTo(Verdict.LIVE);
        assertThat(after(Duration.ofSeconds(1))).isEqualTo(Verdict.LATE);
        assertThat(after(Duration.ofMillis(2990))).isEqualTo(Verdict.LATE);
        pictures.publish();
        for (int i = 0; i < 59; i++) {
            assertThat(after(Duration.ofMillis(100))).as("it is known now").isEqualTo(Verdict.LIVE);
        }
        assertThat(after(Duration.ofMillis(200))).as("half an interval more").isEqualTo(Verdict.LATE);
        assertThat(after(Duration.ofSeconds(6))).as("the third does not come").isEqualTo(Verdict.FROZEN);
    }

    @Test
    void keyFramesThatDoNotComeAtAllAreAStopAndAreTooRare() {
        pictureEach(Duration.ofMillis(66), 40);
        watch.eased(Effort.KEY_FRAMES);
        assertThat(after(Duration.ofSeconds(4))).isEqualTo(Verdict.LATE);
        assertThat(watch.keyFramesAreRare(clock.nanos())).isFalse();
        after(Duration.ofMillis(1100));
        assertThat(watch.keyFramesAreRare(clock.nanos())).isTrue();
        watch.eased(Effort.FEWER_PICTURES);
        assertThat(after(Duration.ofMillis(100)))
                .as("what came since is no good without a key frame")
                .isEqualTo(Verdict.LATE);
        assertThat(after(Duration.ofSeconds(1))).isEqualTo(Verdict.FROZEN);
        pictures.publish();
        assertThat(after(Duration.ofMillis(66))).isEqualTo(Verdict.LIVE);
        assertThat(after(Duration.ofSeconds(3))).isEqualTo(Verdict.FROZEN);
    }

    @Test
    void keyFramesEveryTwoSecondsAreNotTooRare() {
        watch.eased(Effort.KEY_FRAMES);
        for (int i = 0; i < 20; i++) {
            pictures.publish();
            after(Duration.ofSeconds(2));
            assertThat(watch.keyFramesAreRare(clock.nanos())).isFalse();
        }
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
    void picturesThatAreOldWhenTheyComeAreSaidToBe() {
        for (int i = 0; i < 40; i++) {
            pictures.publish();
            assertThat(after(Duration.ofMillis(66))).isEqualTo(Verdict.LIVE);
        }
        pictures.delayBy(1100);
        pictures.publish();
        assertThat(after(Duration.ofMillis(66))).as("one may be").isEqualTo(Verdict.LIVE);
        for (int i = 0; i < 8; i++) {
            pictures.publish();
            after(Duration.ofMillis(66));
        }
        assertThat(after(Duration.ZERO)).isEqualTo(Verdict.OLD);
        assertThat(clock.nanos() - watch.takenAtNanos()).isEqualTo(1_166_000_000L);
        pictures.delayBy(800);
        pictures.publish();
        assertThat(after(Duration.ofMillis(66))).isEqualTo(Verdict.LIVE);
    }

    @Test
    void aDelayOfLessThanASecondIsNoneAndANegativeOneIsNotKnown() {
        pictures.delayBy(900);
        for (int i = 0; i < 40; i++) {
            pictures.publish();
            assertThat(after(Duration.ofMillis(66))).isEqualTo(Verdict.LIVE);
        }
        pictures.delayBy(-1);
        pictures.publish();
        assertThat(after(Duration.ofMillis(66))).isEqualTo(Verdict.LIVE);
    }

    @Test
    void aSlowStreamMayBeAsOldAsThreeOfItsPictures() {
        for (int i = 0; i < 40; i++) {
            pictures.delayBy(i < 20 ? 30 : 1200);
            pictures.publish();
            assertThat(after(Duration.ofMillis(700))).isEqualTo(Verdict.LIVE);
        }
        pictures.delayBy(1600);
        for (int i = 0; i < 2; i++) {
            pictures.publish();
            after(Duration.ofMillis(700));
        }
        assertThat(after(Duration.ZERO)).isEqualTo(Verdict.OLD);
    }

    @Test
    void aCameraThatIsSlowByNatureIsLive() {
        for (int i = 0; i < 60; i++) {
            pictures.publish();
            assertThat(after(Duration.ofSeconds(1))).isEqualTo(Verdict.LIVE);
        }
    }

    private Verdict afterFallingFrom(int fps, int toFps) {
        for (int i = 0; i < 60; i++) {
            pictures.publish();
            after(Duration.ofMillis(1000 / fps));
        }
        Verdict last = Verdict.NONE;
        for (int i = 0; i < 40; i++) {
            pictures.publish();
            last = after(Duration.ofMillis(1000 / toFps));
        }
        return last;
    }

    @Test
    void aRateThatFallsFromFifteenToFourIsTold() {
        assertThat(afterFallingFrom(15, 4)).isEqualTo(Verdict.SLOWED);
    }

    @ParameterizedTest
    @CsvSource({"25, 6", "15, 6", "15, 5", "10, 4", "5, 2", "30, 10"})
    void aCameraThatTakesItsTimeAtNightIsLive(int fps, int toFps) {
        assertThat(afterFallingFrom(fps, toFps)).isEqualTo(Verdict.LIVE);
    }

    @ParameterizedTest
    @CsvSource({"15, 1000, SLOWED", "15, 250, SLOWED", "15, 190, LIVE", "0, 1000, LIVE", "2, 1000, LIVE"})
    void aCameraThatIsSlowWhenItIsOpenedIsTold(int expectedFps, int apart, Verdict then) {
        watch = watch(expectedFps);
        Verdict last = Verdict.NONE;
        for (int at = 0; at < 5000; at += apart) {
            pictures.publish();
            last = after(Duration.ofMillis(apart));
        }
        assertThat(last).isEqualTo(then);
    }

    @Test
    void thePaceOfTheFirstPicturesIsNotJudged() {
        watch = watch(15);
        pictures.publish();
        assertThat(after(Duration.ofMillis(600))).isEqualTo(Verdict.LIVE);
        pictures.publish();
        for (int i = 0; i < 60; i++) {
            assertThat(after(Duration.ofMillis(66))).isEqualTo(Verdict.LIVE);
            pictures.publish();
        }
    }

    @Test
    void fewerPicturesThanExpectedAreNoTroubleWhereSomeAreLeftOut() {
        watch = watch(15);
        watch.eased(Effort.KEY_FRAMES);
        for (int i = 0; i < 5; i++) {
            pictures.publish();
            assertThat(after(Duration.ofSeconds(2))).isNotEqualTo(Verdict.SLOWED);
        }
        watch.eased(Effort.FULL);
        Verdict last = Verdict.NONE;
        for (int i = 0; i < 20; i++) {
            pictures.publish();
            last = after(Duration.ofSeconds(1));
        }
        assertThat(last).isEqualTo(Verdict.SLOWED);
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
