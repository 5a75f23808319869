package vn.toancanh.app.status;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.base.Handle;

/** Tells this user's other processes what the client shows: whoever connects is sent one report as JSON and the end. */
public final class StatusSocket implements Handle {
    private static final Logger LOG = LoggerFactory.getLogger(StatusSocket.class);
    private static final String KIND = "status";
    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LARGEST = 64 << 20;

    private final Consumer<Consumer<StatusReport>> asking;
    private final JsonMapper json = JsonMapper.builder().build();
    private Handle socket = Handle.NONE;

    private StatusSocket(Consumer<Consumer<StatusReport>> asking) {
        this.asking = asking;
    }

    /**
     * Opens the socket and serves it on a thread of its own.
     *
     * @param folder where it lies, {@code status-<pid>.sock}
     * @param asking makes a report and hands it over, on any thread, once a call
     * @throws IOException where there is no such socket on this system or the folder cannot be written
     */
    public static StatusSocket open(Path folder, long pid, Consumer<Consumer<StatusReport>> asking) throws IOException {
        StatusSocket status = new StatusSocket(asking);
        status.socket = PrivateSocket.open(folder, KIND, pid, status::answer);
        return status;
    }

    private void answer(SocketChannel caller) throws IOException {
        CompletableFuture<StatusReport> report = new CompletableFuture<>();
        asking.accept(report::complete);
        try {
            StatusReport made = report.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            PrivateSocket.write(caller, json.writeValueAsBytes(made));
        } catch (TimeoutException | ExecutionException silent) {
            LOG.warn("the client did not answer for its status within {}", ANSWER);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        socket.close();
    }

    /** Sockets of this user's clients in that folder; some may be left of clients that are gone. */
    public static List<Path> all(Path folder) {
        return PrivateSocket.all(folder, KIND);
    }

    /** The process whose socket that is; empty where it is gone. */
    public static Optional<ProcessHandle> owner(Path file) {
        return PrivateSocket.owner(file, KIND);
    }

    /** The report of the client behind that socket; empty where nobody answers there any more, or not within five seconds. */
    public static Optional<StatusReport> read(Path file) {
        return read(file, PATIENCE);
    }

    static Optional<StatusReport> read(Path file, Duration patience) {
        try {
            byte[] all = PrivateSocket.call(file, new byte[0], patience, LARGEST);
            return all.length == 0
                    ? Optional.empty()
                    : Optional.of(JsonMapper.builder().build().readValue(all, StatusReport.class));
        } catch (IOException | tools.jackson.core.JacksonException nobody) {
            LOG.debug("nobody answers at {}", file, nobody);
            return Optional.empty();
        }
    }
}
