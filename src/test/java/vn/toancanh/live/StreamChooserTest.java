package vn.toancanh.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.toancanh.model.Camera;
import vn.toancanh.model.Codec;
import vn.toancanh.model.PixelSize;
import vn.toancanh.model.StreamChoice;
import vn.toancanh.model.StreamProfile;
import vn.toancanh.model.StreamRole;

class StreamChooserTest {
    private static final Camera BOTH = LiveRig.camera("c", List.of(LiveRig.MAIN, LiveRig.SUB));
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private final StreamChooser chooser = new StreamChooser();

    private static StreamRole role(StreamChooser.Choice choice) {
        return Objects.requireNonNull(choice.profile()).role();
    }

    private StreamChooser.Choice first(Camera camera, StreamChoice choice, int height, int open) {
        return chooser.first(camera, choice, new PixelSize(height * 16 / 9, height), false, open, 0);
    }

    @Test
    void smallTilesTakeTheSmallStreamAndLargeOnesTheLarge() {
        assertThat(role(first(BOTH, StreamChoice.AUTO, 180, 36))).isEqualTo(StreamRole.SUB);
        assertThat(role(first(BOTH, StreamChoice.AUTO, 360, 9))).isEqualTo(StreamRole.SUB);
        assertThat(role(first(BOTH, StreamChoice.AUTO, 540, 4))).isEqualTo(StreamRole.MAIN);
        assertThat(role(first(BOTH, StreamChoice.AUTO, 540, 20))).isEqualTo(StreamRole.SUB);
    }

    @Test
    void whatAPersonChoseAndWhatTheCameraHasComeFirst() {
        assertThat(role(first(BOTH, StreamChoice.MAIN, 100, 64))).isEqualTo(StreamRole.MAIN);
        assertThat(role(first(BOTH, StreamChoice.SUB, 1080, 1))).isEqualTo(StreamRole.SUB);
        Camera one = LiveRig.camera("c", List.of(LiveRig.MAIN));
        assertThat(first(one, StreamChoice.AUTO, 100, 1).ground()).isEqualTo(StreamChooser.Ground.ONLY_STREAM);
    }

    @Test
    void aStreamWhoseCodingWasNotToldIsTriedOnlyWhereNoneWas() {
        StreamProfile main = new StreamProfile("m", StreamRole.MAIN, Codec.UNKNOWN, 0, 0, 0, 0, 0);
        StreamProfile sub = new StreamProfile("s", StreamRole.SUB, Codec.UNKNOWN, 0, 0, 0, 0, 0);
        Camera told = LiveRig.camera("c", List.of(main, LiveRig.SUB));
        assertThat(role(first(told, StreamChoice.AUTO, 1080, 1))).isEqualTo(StreamRole.SUB);
        Camera untold = LiveRig.camera("c", List.of(main, sub));
        assertThat(role(first(untold, StreamChoice.AUTO, 1080, 1))).isEqualTo(StreamRole.MAIN);
        assertThat(role(first(untold, StreamChoice.AUTO, 100, 1))).isEqualTo(StreamRole.SUB);
        Camera none = LiveRig.camera("c", List.of());
        assertThat(first(none, StreamChoice.AUTO, 100, 1).profile()).isNull();
    }

    @Test
    void raisesOnlyAfterASecondAndFiveSecondsAfterOpening() {
        StreamChooser.Choice present = first(BOTH, StreamChoice.AUTO, 180, 4);
        PixelSize large = new PixelSize(960, 540);
        assertThat(role(chooser.next(BOTH, StreamChoice.AUTO, large, false, present, 2 * SECOND)))
                .isEqualTo(StreamRole.SUB);
        assertThat(role(chooser.next(BOTH, StreamChoice.AUTO, large, false, present, 4 * SECOND)))
                .isEqualTo(StreamRole.SUB);
        assertThat(role(chooser.next(BOTH, StreamChoice.AUTO, large, false, present, 5 * SECOND)))
                .isEqualTo(StreamRole.MAIN);
    }

    @Test
    void anEnlargedTileIsRaisedAtOnce() {
        StreamChooser.Choice present = first(BOTH, StreamChoice.AUTO, 180, 36);
        assertThat(role(chooser.next(BOTH, StreamChoice.AUTO, new PixelSize(1920, 1080), true, present, SECOND / 2)))
                .isEqualTo(StreamRole.MAIN);
    }

    @Test
    void noLargerStreamIsTakenByItsPixelsForFiveSecondsAfterSlowPictures() {
        StreamChooser.Choice present = first(BOTH, StreamChoice.AUTO, 180, 4);
        PixelSize large = new PixelSize(960, 540);
        chooser.next(BOTH, StreamChoice.AUTO, large, false, present, 7 * SECOND);
        chooser.reportSlow(8 * SECOND);
        assertThat(role(chooser.next(BOTH, StreamChoice.AUTO, large, false, present, 9 * SECOND)))
                .isEqualTo(StreamRole.SUB);
        assertThat(chooser.heldForSlowness()).isTrue();
        assertThat(role(chooser.next(BOTH, StreamChoice.AUTO, large, false, present, 13 * SECOND - 1)))
                .isEqualTo(StreamRole.SUB);
        assertThat(role(chooser.next(BOTH, StreamChoice.AUTO, large, false, present, 13 * SECOND)))
                .isEqualTo(StreamRole.MAIN);
        assertThat(chooser.heldForSlowness()).isFalse();
    }

    @Test
    void slowPicturesHoldNeitherTheSmallStreamBackNorOneThatSomebodyAsksFor() {
        StreamChooser.Choice large = first(BOTH, StreamChoice.AUTO, 540, 4);
        PixelSize small = new PixelSize(240, 135);
        chooser.next(BOTH, StreamChoice.AUTO, small, false, large, 7 * SECOND);
        chooser.reportSlow(8 * SECOND);
        assertThat(role(chooser.next(BOTH, StreamChoice.AUTO, small, false, large, 9 * SECOND)))
                .isEqualTo(StreamRole.SUB);
        StreamChooser.Choice present = first(BOTH, StreamChoice.AUTO, 180, 4);
        chooser.reportSlow(SECOND);
        assertThat(role(chooser.next(BOTH, StreamChoice.AUTO, small, true, present, 2 * SECOND)))
                .as("enlarged")
                .isEqualTo(StreamRole.MAIN);
        assertThat(role(chooser.next(BOTH, StreamChoice.MAIN, small, false, present, 2 * SECOND)))
                .as("by hand")
                .isEqualTo(StreamRole.MAIN);
    }

    @Test
    void neverSwitchesTwiceWithinFiveSecondsWhateverTheSizes() {
        Random random = new Random(9);
        StreamChooser.Choice present = first(BOTH, StreamChoice.AUTO, 180, 4);
        long switched = 0;
        for (long now = 0; now < 600 * SECOND; now += SECOND / 2) {
            int height = 100 + random.nextInt(900);
            StreamChooser.Choice next =
                    chooser.next(BOTH, StreamChoice.AUTO, new PixelSize(1000, height), false, present, now);
            if (role(next) != role(present)) {
                assertThat(now - switched).isGreaterThanOrEqualTo(5 * SECOND);
                switched = now;
            }
            present = next;
        }
        assertThat(switched).isPositive();
    }

    @Test
    void betweenTheLimitsNothingChanges() {
        PixelSize between = new PixelSize(700, 400);
        StreamChooser.Choice small = first(BOTH, StreamChoice.AUTO, 300, 4);
        assertThat(role(chooser.next(BOTH, StreamChoice.AUTO, between, false, small, 60 * SECOND)))
                .isEqualTo(StreamRole.SUB);
        StreamChooser.Choice large = first(BOTH, StreamChoice.AUTO, 540, 4);
        assertThat(role(chooser.next(BOTH, StreamChoice.AUTO, between, false, large, 60 * SECOND)))
                .isEqualTo(StreamRole.MAIN);
    }
}
