package vn.toancanh.app.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real X server with several outputs, opened as the launcher opens one, whose outputs DUMMY0, DUMMY1 … a test plugs and unplugs
 * by {@code xrandr}. It ends with the terminal.
 */
public final class VirtualMonitors {
    private static final Duration SOON = Duration.ofMinutes(1);

    private final String display;

    /**
     * Opens it; commands that the terminal starts from now on are on it.
     *
     * @param size of each output, such as 640x360
     */
    public VirtualMonitors(Terminal terminal, Path folder, int outputs, String size) throws Exception {
        assumeTrue(
                List.of("Xorg", "xrandr", "openbox").stream()
                        .allMatch(program -> Files.isExecutable(Path.of("/usr/bin", program))),
                "needs Xorg; ./wall test brings it");
        terminal.set("WALL_SCREEN", size);
        terminal.set("TMPDIR", folder.toString());
        String script = "here='" + Path.of("").toAbsolutePath() + "'; language=en; log_folder='" + folder + "';"
                + "for part in say packages screen; do . \"$here/installers/launch/$part.sh\"; done;"
                + "unset DISPLAY; trap close_screen EXIT; open_screen " + outputs + "; echo \"display $DISPLAY\"; cat";
        this.display = terminal.run(List.of("/bin/sh", "-euc", script)).awaitOut("display (:[0-9]+)", SOON);
        terminal.set("DISPLAY", display);
    }

    /** {@code xrandr} with these words. */
    public String xrandr(String... words) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("xrandr"));
        line.addAll(List.of(words));
        String said = run(line);
        assertThat(said).as(String.join(" ", line)).doesNotContain("cannot find", "rror", "failed");
        return said;
    }

    /** Lets an output show a mode that it did not know: 29 times a second. */
    public void offer(String output, int width, int height) throws IOException, InterruptedException {
        String mode = width + "x" + height;
        String clock = Double.toString((width + 80) * (height + 20) * 29 / 1e6);
        xrandr(
                "--newmode",
                mode,
                clock,
                Integer.toString(width),
                Integer.toString(width + 20),
                Integer.toString(width + 40),
                Integer.toString(width + 80),
                Integer.toString(height),
                Integer.toString(height + 5),
                Integer.toString(height + 10),
                Integer.toString(height + 20));
        xrandr("--addmode", output, mode);
    }

    /** Any program on this screen; its words, once it has ended. */
    public String run(List<String> line) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("DISPLAY", display);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return said;
    }

    /** Pulls the plug of an output. */
    public void unplug(String output) throws IOException, InterruptedException {
        xrandr("--output", output, "--off");
    }

    /** Plugs it in again, with that mode, at that place. */
    public void plug(String output, String mode, int x, int y) throws IOException, InterruptedException {
        xrandr("--output", output, "--mode", mode, "--pos", x + "x" + y);
    }
}
