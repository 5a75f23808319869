package vn.toancanh.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.toancanh.base.ManualClock;
import vn.toancanh.live.StallWatch.Verdict;
import vn.toancanh.model.CameraId;
import vn.toancanh.model.Codec;
import vn.toancanh.model.Effort;
import vn.toancanh.model.StreamRole;

/** A camera that falls silent while little is made of its stream, or just more again. */
class PictureWatchTest {
    private static final Duration LOOK = Duration.ofMillis(250);

    private final ManualClock clock = new ManualClock();
    private final FakePictures pictures = new FakePictures(clock);
    private final StreamGrants.Wish wish = new StreamGrants.Wish(new CameraId("c"), StreamRole.SUB);
    private final PictureWatch watch =
            new PictureWatch(new Standstill(new Standstills(), wish), new Lateness(new Latecomers(), wish), 0);
    private long received;
    private int looks;

    private Verdict look(boolean comes, boolean picture) {
        clock.advance(LOOK);
        if (comes) {
            received += 4;
        }
        if (picture) {
            pictures.publish();
        }
        StreamStatistics told = new StreamStatistics(Codec.H264, 640, 360, 300, received, 0, 0, 0, 0, Delivery.UNKNOWN);
        if (looks++ % 4 == 0) {
            watch.told(told, clock.nanos());
        }
        return watch.sample(clock.nanos(), pictures, told);
    }

    private void playsByKeyFramesAlone() {
        for (int i = 0; i < 40; i++) {
            assertThat(look(true, true)).isEqualTo(Verdict.LIVE);
        }
        watch.eased(Effort.KEY_FRAMES);
        for (int i = 0; i < 80; i++) {
            look(true, i % 8 == 0);
        }
    }

    private Duration untilFrozen() {
        for (int i = 1; i < 40; i++) {
            if (look(false, false) == Verdict.FROZEN) {
                return LOOK.multipliedBy(i);
            }
        }
        throw new AssertionError("never");
    }

    @Test
    void byKeyFramesAloneThatIsSaidWithinFourSeconds() {
        playsByKeyFramesAlone();
        look(true, true);
        assertThat(untilFrozen()).isLessThanOrEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void andJustAsSoonWhereMoreIsMadeAgainOfWhichNothingHasCome() {
        playsByKeyFramesAlone();
        look(true, true);
        watch.eased(Effort.FEWER_PICTURES);
        assertThat(untilFrozen()).isLessThanOrEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void aKeyFrameThatTakesItsTimeIsNoStop() {
        playsByKeyFramesAlone();
        look(true, true);
        watch.eased(Effort.FEWER_PICTURES);
        for (int i = 0; i < 20; i++) {
            assertThat(look(true, false)).isIn(Verdict.LIVE, Verdict.LATE);
        }
    }
}
