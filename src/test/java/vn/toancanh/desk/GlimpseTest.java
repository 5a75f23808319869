package vn.toancanh.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.toancanh.frames.PictureSource;
import vn.toancanh.live.LiveRig;
import vn.toancanh.model.CameraId;

class GlimpseTest {
    /** A picture whose every pixel says where it is. */
    private static PictureSource picture(int width, int height) {
        return new PictureSource() {
            @Override
            public long published() {
                return 1;
            }

            @Override
            public long publishedAtNanos() {
                return 1;
            }

            @Override
            public int width() {
                return width;
            }

            @Override
            public int height() {
                return height;
            }

            @Override
            public long copy(long count, MemorySegment target, long stride, int first, int maxWidth, int maxHeight) {
                for (int y = first; y < Math.min(height, first + maxHeight); y++) {
                    for (int x = 0; x < Math.min(width, maxWidth); x++) {
                        target.set(ValueLayout.JAVA_INT, (y - first) * stride + 4L * x, y * 10_000 + x);
                    }
                }
                return 1;
            }
        };
    }

    @Test
    void aLargePictureIsMadeSmallEvenly() {
        Glimpse seen = Glimpse.of(picture(3840, 2160)).orElseThrow();
        assertThat(seen.width()).isEqualTo(640);
        assertThat(seen.height()).isEqualTo(360);
        assertThat(seen.argb()).hasSize(640 * 360);
        assertThat(seen.argb()[3 * 640 + 5]).isEqualTo(3 * 6 * 10_000 + 5 * 6);
        assertThat(seen.argb()[359 * 640 + 639]).isEqualTo(359 * 6 * 10_000 + 639 * 6);
    }

    @Test
    void aSmallOneStaysAsItIs() {
        Glimpse seen = Glimpse.of(picture(320, 180)).orElseThrow();
        assertThat(seen.width()).isEqualTo(320);
        assertThat(seen.argb()[2 * 320 + 1]).isEqualTo(2 * 10_000 + 1);
        assertThat(Glimpse.of(PictureSource.NONE)).isEmpty();
    }

    @Test
    void onlyWhatIsSeenNowIsAGlimpse() {
        LiveRig rig = new LiveRig();
        CameraId camera = new CameraId("c1");
        rig.show("c1");
        assertThat(Glimpse.of(camera, rig.wall)).isEmpty();
        rig.play(Duration.ofSeconds(2));
        assertThat(Glimpse.of(camera, rig.wall)).map(Glimpse::width).isEqualTo(Optional.of(320));
        int late = 0;
        for (int i = 0; i < 80; i++) {
            rig.advance(Duration.ofMillis(100));
            if (rig.wall.tiles().getFirst().state().phase().live()) {
                late++;
            }
        }
        assertThat(late).as("it is LATE for a while").isPositive();
        rig.play(Duration.ofSeconds(2));
        assertThat(Glimpse.of(camera, rig.wall)).isPresent();
        while (rig.wall.tiles().getFirst().state().equals(vn.toancanh.live.TileState.LIVE)) {
            rig.advance(Duration.ofMillis(50));
        }
        assertThat(rig.wall.tiles().getFirst().state().phase()).isEqualTo(vn.toancanh.live.TileState.Phase.LATE);
        assertThat(Glimpse.of(camera, rig.wall)).as("seconds old").isEmpty();
    }
}
