package vn.toancanh.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
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

    /** On a machine that opens many at once the second picture takes its time, and says nothing of the pace. */
    @Test
    void whatCameAfterALongFirstGapIsNoYoungerForThat() {
        pictures.publish();
        after(Duration.ofMillis(1500));
        pictures.delayBy(3400);
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
}
