package vn.toancanh.decoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.ManualClock;
import vn.toancanh.frames.PictureStrip;
import vn.toancanh.frames.StripFolder;
import vn.toancanh.frames.StripWriter;
import vn.toancanh.rtsp.VideoTrack;

/** Which players need no smoothing of block edges, and which must begin anew to gain or lose it. */
class PlaybackTest {
    @TempDir
    Path shared;

    private Playback of640x360(StripWriter strip) {
        return new Playback(
                VideoTrack.Encoding.H264,
                new SequenceHeader(640, 360, 1, 1, 15, 0),
                false,
                1,
                strip,
                new VlcClock(new ManualClock()),
                new OnShow(),
                () -> {});
    }

    @Test
    void aTileOfHalfTheSizeIsUnsmoothedAlreadyAndNeverBeginsAnewForIt() throws IOException {
        try (PictureStrip strip = new StripFolder(List.of(shared)).create(320, 180);
                StripWriter writer = StripWriter.open(strip.file())) {
            Playback small = of640x360(writer);
            assertThat(small.reduced()).isTrue();
            assertThat(small.mustBeginAnew(true)).isFalse();
            assertThat(small.mustBeginAnew(false)).isFalse();
        }
    }

    @Test
    void aTileOfFullSizeBeginsAnewEachTimeItIsToChange() throws IOException {
        try (PictureStrip strip = new StripFolder(List.of(shared)).create(640, 360);
                StripWriter writer = StripWriter.open(strip.file())) {
            Playback smoothed = of640x360(writer);
            assertThat(smoothed.reduced()).isFalse();
            assertThat(smoothed.mustBeginAnew(true)).isTrue();
            assertThat(smoothed.mustBeginAnew(false)).isFalse();
            Playback unsmoothed = of640x360(writer);
            unsmoothed.unsmoothed(true);
            assertThat(unsmoothed.reduced()).isTrue();
            assertThat(unsmoothed.mustBeginAnew(true)).isFalse();
            assertThat(unsmoothed.mustBeginAnew(false)).isTrue();
        }
    }
}
