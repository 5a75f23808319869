package vn.toancanh.app.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.app.Exit;
import vn.toancanh.app.Surroundings;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Threads;

/** The demo's client, on a leash: it ends when this process closes its standard input, or is gone. */
final class ClientProcess implements Handle {
    private static final Logger LOG = LoggerFactory.getLogger(ClientProcess.class);
    /** A first one writes down which classes it used. */
    private static final long PATIENCE_SECONDS = 40;

    private final Process process;
    private final Thread reader;
    private volatile @Nullable String result;

    private ClientProcess(Process process, Surroundings given) {
        this.process = process;
        this.reader = Threads.daemon("client-output", () -> read(given));
    }

    /** @param data where this client keeps its settings, apart from the user's own */
    static ClientProcess start(Surroundings given, List<String> command, Path data) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("XDG_DATA_HOME", data.toString());
        ClientProcess client = new ClientProcess(builder.start(), given);
        client.reader.start();
        return client;
    }

    /** Passes on what the client prints, but keeps its result, which shall be the last line of all. */
    private void read(Surroundings given) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (Demo.resultOf(line).isPresent()) {
                    result = line;
                } else {
                    given.out().println(line);
                }
            }
        } catch (IOException gone) {
            LOG.debug("client output", gone);
        }
    }

    boolean running() {
        return process.isAlive();
    }

    /** The line of figures it printed, if any; complete after {@link #end()}. */
    Optional<String> result() {
        return Optional.ofNullable(result);
    }

    /** Lets go of the leash and waits; gives the client's exit status. */
    int end() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("the client did not end within {} s", PATIENCE_SECONDS);
                process.destroyForcibly().waitFor();
            }
            reader.join(TimeUnit.SECONDS.toMillis(2));
            return process.exitValue();
        } catch (IOException broken) {
            LOG.debug("leash", broken);
            return Exit.FAILED;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Exit.FAILED;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
