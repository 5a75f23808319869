package vn.toancanh.simulator.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.FailureException;
import vn.toancanh.model.Codec;
import vn.toancanh.model.StreamRole;

@Tag("slow")
class ClipStoreTest {
    private static final ClipSpec SPEC =
            new ClipSpec(1299, 4, "1299 Thử", StreamRole.SUB, Codec.H264, ClipSpec.Showing.BLACK, 0);

    @TempDir
    Path folder;

    @Test
    void aLoopIsMadeOnceAndThenFound() throws Exception {
        ClipStore store = new ClipStore(folder.resolve("loops"));
        assertThat(store.find(SPEC)).isEmpty();
        Clip made = store.make(SPEC, new ClipEncoder("ffmpeg"));
        assertThat(made.frames()).hasSize(30);
        assertThat(made.frames().getFirst().key()).isTrue();
        assertThat(store.find(SPEC).orElseThrow().frames()).hasSize(30);
        assertThat(files()).hasSize(1);
    }

    @Test
    void damagedAndCutFilesAreThrownAwayAndMadeAnew() throws Exception {
        ClipStore store = new ClipStore(folder.resolve("loops"));
        store.make(SPEC, new ClipEncoder("ffmpeg"));
        Path file = files().getFirst();
        byte[] whole = Files.readAllBytes(file);
        byte[] damaged = whole.clone();
        damaged[damaged.length / 2] ^= 0x55;
        for (byte[] wrong : List.of(damaged, java.util.Arrays.copyOf(whole, whole.length / 2), new byte[0])) {
            Files.write(file, wrong);
            assertThat(store.find(SPEC)).isEmpty();
            assertThat(files()).isEmpty();
            store.make(SPEC, new ClipEncoder("ffmpeg"));
            assertThat(store.find(SPEC)).isPresent();
        }
    }

    @Test
    void aMissingEncoderIsSaidAndLeavesNothingBehind() throws IOException {
        try (Clips clips = new Clips(new ClipStore(folder.resolve("loops")), new ClipEncoder("no-such-encoder"), 1)) {
            var clip = clips.get(SPEC, Clips.Urgency.NOW);
            assertThatThrownBy(clip::join)
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            failure -> assertThat(failure.failure().kind())
                                    .isEqualTo(vn.toancanh.base.Failure.Kind.MISSING));
        }
        assertThat(files()).isEmpty();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("loops"))) {
            return files.toList();
        }
    }
}
