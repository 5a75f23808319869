package vn.toancanh.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An Xvfb of the benchmark's own, on a display number of the server's choice, whose pixels lie in a file. */
final class VirtualScreen implements AutoCloseable {
    private final Process server;
    private final Path folder;
    private final String display;

    VirtualScreen(int width, int height) throws IOException {
        folder = Files.createTempDirectory("toancanh-screen");
        server = new ProcessBuilder(List.of(
                        "Xvfb",
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        width + "x" + height + "x24",
                        "-fbdir",
                        folder.toString(),
                        "-nolisten",
                        "tcp",
                        "-noreset"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var answer = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII));
        String number = answer.readLine();
        if (number == null) {
            throw new IOException("Xvfb did not start");
        }
        display = ":" + number.strip();
    }

    /** For the environment variable {@code DISPLAY}. */
    String display() {
        return display;
    }

    FrameBuffer frameBuffer() throws IOException {
        return new FrameBuffer(folder.resolve("Xvfb_screen0"));
    }

    @Override
    public void close() throws IOException {
        server.destroy();
        try {
            if (!server.waitFor(5, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            server.destroyForcibly();
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
