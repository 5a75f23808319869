package vn.toancanh.simulator.clip;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.model.Codec;

/** Encodes one loop with an ffmpeg process: raw pictures to its standard input, Annex B to a file. Blocks its caller. */
public final class ClipEncoder {
    private static final int PATIENCE_SECONDS = 120;

    private final String ffmpeg;

    /** An encoder that starts {@code ffmpeg}, a name on the path or a file. */
    public ClipEncoder(String ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /**
     * Writes the loop to {@code file}.
     *
     * @throws FailureException MISSING where ffmpeg cannot be started, RESOURCES where it fails
     * @throws InterruptedException when interrupted; the process is ended then
     */
    void encode(ClipSpec spec, Path file) throws InterruptedException {
        ClipPainter painter = new ClipPainter(spec);
        Path messages = file.resolveSibling(file.getFileName() + ".log");
        try {
            Process process = start(spec, file, messages);
            try {
                feed(spec, painter, process);
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    throw failed(messages, null);
                }
            } catch (IOException broken) {
                throw failed(messages, broken);
            } finally {
                process.destroyForcibly();
            }
        } finally {
            delete(messages);
        }
    }

    private static void feed(ClipSpec spec, ClipPainter painter, Process process)
            throws IOException, InterruptedException {
        byte[] bytes = new byte[spec.width() * spec.height() * 4];
        ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        try (OutputStream out = process.getOutputStream()) {
            for (int i = 0; i < spec.frames(); i++) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("encoding was called off");
                }
                view.asIntBuffer().put(painter.paint(i));
                out.write(bytes);
            }
        }
    }

    private Process start(ClipSpec spec, Path file, Path messages) {
        try {
            return new ProcessBuilder(command(spec, file))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(messages.toFile())
                    .start();
        } catch (IOException missing) {
            throw new FailureException(
                    Failure.of(Failure.Kind.MISSING, "ffmpeg cannot be started: " + missing.getMessage(), missing)
                            .withText("simulate.noEncoder"));
        }
    }

    private List<String> command(ClipSpec spec, Path file) {
        List<String> words = new ArrayList<>(EncoderWords.pictures(ffmpeg, spec, List.of("-y")));
        words.addAll(EncoderWords.coding(spec));
        words.addAll(List.of("-f", spec.codec() == Codec.H265 ? "hevc" : "h264", file.toString()));
        return words;
    }

    private static FailureException failed(Path messages, @org.jspecify.annotations.Nullable IOException cause) {
        String said = "";
        try {
            said = Files.readString(messages, StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            said = "(and said nothing)";
        }
        String detail = "ffmpeg failed: " + said.lines().limit(3).toList();
        return new FailureException(
                cause == null
                        ? Failure.of(Failure.Kind.RESOURCES, detail)
                        : Failure.of(Failure.Kind.RESOURCES, detail, cause));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException kept) {
            file.toFile().deleteOnExit();
        }
    }
}
