package vn.toancanh.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An Xvfb of the benchmark's own, on a display number of the server's choice, whose pixels lie in a file. */
public final class VirtualScreen implements AutoCloseable {
    private final Process server;
    private final RunFolder folder;
    private final String display;

    /**
     * Begins one and waits until it is there.
     *
     * @param width pixels
     * @param height pixels
     */
    public VirtualScreen(int width, int height) throws IOException {
        folder = RunFolder.make("screen");
        server = new ProcessBuilder(List.of(
                        "Xvfb",
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        width + "x" + height + "x24",
                        "-fbdir",
                        folder.path().toString(),
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
    public String display() {
        return display;
    }

    /** Its pixels, as long as they are not closed. */
    public FrameBuffer frameBuffer() throws IOException {
        return new FrameBuffer(folder.path().resolve("Xvfb_screen0"));
    }

    @Override
    public void close() {
        server.destroy();
        try {
            if (!server.waitFor(5, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            server.destroyForcibly();
        }
        folder.close();
    }
}
