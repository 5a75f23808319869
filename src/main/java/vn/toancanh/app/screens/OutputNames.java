package vn.toancanh.app.screens;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Threads;
import vn.toancanh.model.Monitor;

/**
 * Asks the X server which outputs there are, by the program {@code xrandr}, which may fail without harm to the client. It asks
 * for what the server knows already ({@code --current}): to look for monitors anew makes screens flicker. Blocks; not on DESK.
 */
public final class OutputNames implements Supplier<List<Monitor>> {
    private static final Logger LOG = LoggerFactory.getLogger(OutputNames.class);
    private static final List<String> ASK = List.of("xrandr", "--current", "--props");
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** What it printed is read up to here; sixteen monitors with all their modes need a tenth of it. */
    private static final int MOST_BYTES = 1 << 20;

    /** Those that show something; none where that cannot be told: on other systems, and where the program is not there. */
    @Override
    public List<Monitor> get() {
        if (!System.getProperty("os.name", "").startsWith("Linux")) {
            return List.of();
        }
        try {
            ProcessBuilder asking = new ProcessBuilder(ASK)
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            asking.environment().put("LC_ALL", "C");
            Process process = asking.start();
            CompletableFuture<String> printed = new CompletableFuture<>();
            Threads.daemon("monitor-names", () -> printed.complete(read(process.getInputStream())))
                    .start();
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                LOG.warn("xrandr does not end; monitors are known by their places alone");
                return List.of();
            }
            return Outputs.read(printed.completeOnTimeout("", PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .join());
        } catch (IOException notThere) {
            LOG.info("no xrandr; monitors are known by their places alone: {}", notThere.getMessage());
            return List.of();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private static String read(InputStream in) {
        try (in) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        } catch (IOException closed) {
            return "";
        }
    }
}
