package vn.toancanh.bench.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.toancanh.base.Threads;
import vn.toancanh.bench.Ground;
import vn.toancanh.bench.Usage;

/** {@code ./wall server} as a process of its own over a folder of data. */
public final class ServerProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("https?://127\\.0\\.0\\.1:\\d+");
    private static final long PATIENCE_SECONDS = 60;
    private static final long END_SECONDS = 15;

    private final Process process;
    private final Reached reached;

    /**
     * Starts it and waits until it listens; where a run is cut short, its relay ends by itself soon.
     *
     * @param port 0 for any free one
     */
    ServerProcess(Ground ground, Path data, int port) throws IOException, InterruptedException {
        this(ground, data, port, List.of("--offline-grace", "1"));
    }

    /** The same with these words more. */
    public ServerProcess(Ground ground, Path data, int port, List<String> more)
            throws IOException, InterruptedException {
        this(ground, data, port, false, more);
    }

    /** @param encrypted it speaks TLS, by a certificate of its own */
    ServerProcess(Ground ground, Path data, int port, boolean encrypted, List<String> more)
            throws IOException, InterruptedException {
        List<String> words =
                new ArrayList<>(List.of("server", "--data", data.toString(), "--port", Integer.toString(port)));
        if (!encrypted) {
            words.add("--plain");
        }
        words.addAll(more);
        process = new ProcessBuilder(ground.wall().apply(words))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        CompletableFuture<URI> listening = new CompletableFuture<>();
        Threads.daemon("server-said", () -> read(listening)).start();
        try {
            URI address = listening.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            reached = encrypted ? Reached.encrypted(address, data.resolve("server.crt")) : Reached.plain(address);
        } catch (ExecutionException | TimeoutException silent) {
            process.destroyForcibly();
            throw new IOException("the server does not say where it listens", silent);
        }
    }

    private void read(CompletableFuture<URI> listening) {
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                Matcher found = ADDRESS.matcher(line);
                if (found.find()) {
                    listening.complete(URI.create(found.group()));
                }
            }
        } catch (IOException gone) {
            listening.completeExceptionally(gone);
        }
        listening.completeExceptionally(new IOException("it has ended"));
    }

    public URI address() {
        return reached.address();
    }

    Reached reached() {
        return reached;
    }

    /** Processor time of the server and of the relay that it started, seconds. */
    double cpuSeconds() throws IOException {
        return Usage.of(Usage.tree(process.toHandle())).cpuSeconds();
    }

    /** Processor time of the relay that it started, seconds. */
    double relayCpuSeconds() throws IOException {
        return Usage.of(process.descendants().toList()).cpuSeconds();
    }

    /** SIGKILL, and waits until it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
