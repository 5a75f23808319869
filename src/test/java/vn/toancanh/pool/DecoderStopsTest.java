package vn.toancanh.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.toancanh.base.Failure;
import vn.toancanh.live.Player;
import vn.toancanh.live.StreamStatistics;
import vn.toancanh.model.CameraEntry;
import vn.toancanh.model.Codec;
import vn.toancanh.model.PixelSize;
import vn.toancanh.simulator.Fault;

/** Real libVLC on cameras whose packets go on coming whole, of which no decoder makes a picture any more. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class DecoderStopsTest {
    private PlayedCameras cameras;

    @BeforeAll
    void open(@TempDir Path logs) throws Exception {
        cameras = new PlayedCameras(logs);
    }

    @AfterEach
    void clear() {
        cameras.clear();
    }

    @AfterAll
    void close() {
        cameras.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Codec.class,
            names = {"H264", "H265"})
    void aDecoderThatMakesNoPicturesAnyMoreIsTold(Codec codec) {
        CameraEntry camera = cameras.camera(codec);
        Heard heard = new Heard();
        Player player = cameras.open(camera, new PixelSize(320, 180), heard);
        Patience.until("it plays", () -> player.pictures().published() > 60);
        StreamStatistics before = last(heard);
        cameras.inject(camera.camera().id(), Fault.UNDECODABLE);
        Patience.until("it is told", () -> !heard.failures.isEmpty());
        assertThat(heard.failure().kind()).isEqualTo(Failure.Kind.PROTOCOL);
        assertThat(heard.failure().detail()).contains("makes no pictures");
        StreamStatistics after = last(heard);
        assertThat(after.framesReceived()).as("units went on coming").isGreaterThan(before.framesReceived() + 6);
        // What libVLC drew is no measure: it goes on drawing the last picture.
        // Counts are told once a second, so no single second need show it.
        assertThat(unmade(after)).as("units that were called no picture").isGreaterThan(unmade(before) + 6);
    }

    private static long unmade(StreamStatistics told) {
        return told.framesReceived() - told.framesDecoded();
    }

    /** What was told last. */
    private static StreamStatistics last(Heard heard) {
        return List.copyOf(heard.statistics).getLast();
    }
}
