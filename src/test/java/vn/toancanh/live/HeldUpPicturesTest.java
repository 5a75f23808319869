package vn.toancanh.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.base.ManualClock;
import vn.toancanh.live.StallWatch.Verdict;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.StreamRole;

/** Pictures that were held up, some in front of others: what was a pause is not taken for the pace of the stream. */
class HeldUpPicturesTest {
    private final ManualClock clock = new ManualClock();
    private final FakePictures pictures = new FakePictures(clock);
    private final StallWatch watch = new StallWatch(
            new Standstill(new Standstills(), new StreamGrants.Wish(new CameraId("c"), StreamRole.SUB)), 0);

    private Verdict after(Duration wait) {
        clock.advance(wait);
        return watch.sample(clock.nanos(), pictures);
    }

    private void pictureEach(Duration apart, int times) {
        for (int i = 0; i < times; i++) {
            pictures.publish();
            after(apart);
        }
    }

    /** How old the first was is no time between two. */
    @ParameterizedTest
    @ValueSource(longs = {1200, 2500, 2900, 3400})
    void whatIsAsOldAsTheFirstIsNoYoungerForThat(long delay) {
        clock.advance(Duration.ofMinutes(1));
        pictures.delayBy(delay);
        for (int i = 0; i < 60; i++) {
            pictures.publish();
            assertThat(after(Duration.ofMillis(66))).as("picture %d", i).isNotEqualTo(Verdict.LIVE);
        }
    }

    @Test
    void norForALongTimeUntilTheSecond() {
        clock.advance(Duration.ofMinutes(1));
        pictures.publish();
        for (int i = 0; i < 8; i++) {
            after(Duration.ofMillis(200));
        }
        pictures.delayBy(1300);
        for (int i = 0; i < 20; i++) {
            pictures.publish();
            assertThat(after(Duration.ofMillis(66))).as("picture %d", i).isNotEqualTo(Verdict.LIVE);
        }
    }

    @Test
    void norWhatCameAfterOneAmidPunctualOnes() {
        for (int i = 0; i < 20; i++) {
            pictures.publish();
            after(Duration.ofMillis(66));
        }
        after(Duration.ofMillis(2700));
        pictures.delayBy(2600);
        pictures.publish();
        after(Duration.ofMillis(2700));
        for (int i = 0; i < 20; i++) {
            pictures.publish();
            after(Duration.ofMillis(66));
        }
        assertThat(after(Duration.ZERO)).isEqualTo(Verdict.OLD);
    }

    @Test
    void aStopOfTwoAndAHalfSecondsMakesNoPictureAfterItPunctual() {
        pictureEach(Duration.ofMillis(66), 20);
        after(Duration.ofMillis(2500));
        pictureEach(Duration.ofMillis(66), 2);
        assertThat(after(Duration.ofMillis(950))).isEqualTo(Verdict.LATE);
    }

    @Test
    void whatIsOlderThanWhatWasShownIsOldAtOnce() {
        for (int i = 0; i < 20; i++) {
            pictures.publish();
            after(Duration.ofMillis(66));
        }
        pictures.delayBy(3000);
        pictures.publish();
        assertThat(after(Duration.ofMillis(10))).isEqualTo(Verdict.OLD);
        pictures.delayBy(30);
        pictures.publish();
        assertThat(after(Duration.ofMillis(10))).isEqualTo(Verdict.LIVE);
    }

    /** By a late path, in a tile that somebody enlarges and makes smaller again and again. */
    @Test
    void aSilentStreamIsNoYoungerForBeingShownAgainInAnotherSize() {
        pictures.delayBy(5400);
        pictureEach(Duration.ofMillis(66), 60);
        for (int again = 1; again <= 4; again++) {
            after(Duration.ofMillis(800));
            pictures.delayBy(5400 + 866L * again);
            pictures.beginAnew();
            pictures.publish();
            assertThat(after(Duration.ofMillis(66))).as("after %d", again).isNotEqualTo(Verdict.LIVE);
        }
        assertThat(after(Duration.ZERO)).isEqualTo(Verdict.FROZEN);
    }

    @Test
    void andOneThatGoesOnIsNoneTheWorseForIt() {
        pictures.delayBy(5400);
        for (int again = 1; again <= 4; again++) {
            pictureEach(Duration.ofMillis(66), 20);
            pictures.beginAnew();
        }
        assertThat(after(Duration.ofMillis(10))).isEqualTo(Verdict.OLD);
        assertThat(watch.intervalNanos()).isCloseTo(66e6, offset(30e6));
    }
}
