package vn.toancanh.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An X server of the benchmark's own with several outputs side by side, opened as the launcher opens one. */
final class ManyScreens implements AutoCloseable {
    private static final String SAID = "display ";

    private final RunFolder folder;
    private final Process shell;
    private final String display;

    /** @param size of each output, such as 1920x1080 */
    ManyScreens(int outputs, String size) throws IOException {
        folder = RunFolder.make("screens");
        Path here = Path.of(System.getProperty("toancanh.home", ".")).toAbsolutePath();
        // Its words are for the person at the launcher; whatever fails ends it, and no display is said.
        String script = "language=en; log_folder=$TMPDIR; for part in say packages screen; do"
                + " . \"$here/installers/launch/$part.sh\"; done; unset DISPLAY; trap close_screen EXIT; open_screen "
                + outputs + "; echo \"" + SAID + "$DISPLAY\"; cat";
        ProcessBuilder builder =
                new ProcessBuilder(List.of("/bin/sh", "-euc", script)).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("here", here.toString());
        builder.environment().put("TMPDIR", folder.path().toString());
        builder.environment().put("WALL_SCREEN", size);
        shell = builder.start();
        display = readDisplay();
    }

    private String readDisplay() throws IOException {
        var said = new BufferedReader(new InputStreamReader(shell.getInputStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(SAID)) {
                return line.substring(SAID.length()).strip();
            }
        }
        close();
        throw new IOException("no X server with several outputs; ./wall bench restore brings what it needs");
    }

    /** For the environment variable {@code DISPLAY}. */
    String display() {
        return display;
    }

    @Override
    public void close() {
        try {
            // The end of its input ends the script, which closes the screen.
            shell.getOutputStream().close();
            if (!shell.waitFor(10, TimeUnit.SECONDS)) {
                shell.descendants().forEach(ProcessHandle::destroyForcibly);
                shell.destroyForcibly();
            }
        } catch (IOException gone) {
            shell.destroyForcibly();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            shell.destroyForcibly();
        }
        folder.close();
    }
}
