package vn.toancanh.app.status;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.app.Folders;
import vn.toancanh.app.Leftovers;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Threads;

/**
 * Tells this user's other processes what the client shows: whoever connects is sent one report as JSON and the end. Its
 * folder and its file belong to the user alone.
 */
public final class StatusSocket implements Handle {
    private static final Logger LOG = LoggerFactory.getLogger(StatusSocket.class);
    private static final Pattern NAME = Pattern.compile("status-(\\d+)\\.sock");
    private static final Duration ANSWER = Duration.ofSeconds(3);

    private final Consumer<Consumer<StatusReport>> asking;
    private final ServerSocketChannel door;
    private final Path file;
    private final JsonMapper json = JsonMapper.builder().build();

    private StatusSocket(ServerSocketChannel door, Path file, Consumer<Consumer<StatusReport>> asking) {
        this.door = door;
        this.file = file;
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
        Folders.madePrivate(folder);
        Path file = folder.resolve("status-" + pid + ".sock");
        Files.deleteIfExists(file);
        Leftovers.sweep(folder, NAME);
        ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        door.bind(UnixDomainSocketAddress.of(file));
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        StatusSocket socket = new StatusSocket(door, file, asking);
        Threads.daemon("status", socket::serve).start();
        return socket;
    }

    private void serve() {
        while (door.isOpen()) {
            try (SocketChannel caller = door.accept()) {
                answer(caller);
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException gone) {
                LOG.debug("a status reader went away", gone);
            }
        }
    }

    private void answer(SocketChannel caller) throws IOException {
        CompletableFuture<StatusReport> report = new CompletableFuture<>();
        asking.accept(report::complete);
        try {
            StatusReport made = report.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            ByteBuffer bytes = ByteBuffer.wrap(json.writeValueAsBytes(made));
            while (bytes.hasRemaining()) {
                caller.write(bytes);
            }
        } catch (TimeoutException | ExecutionException silent) {
            LOG.warn("the client did not answer for its status within {}", ANSWER);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.debug("status socket not removed", stays);
        }
    }

    /** The report of the client behind that socket; empty where nobody answers there any more. */
    public static Optional<StatusReport> read(Path file) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(file));
            var all = new java.io.ByteArrayOutputStream();
            ByteBuffer buffer = ByteBuffer.allocate(16_384);
            while (channel.read(buffer) >= 0) {
                all.write(buffer.array(), 0, buffer.position());
                buffer.clear();
            }
            return all.size() == 0
                    ? Optional.empty()
                    : Optional.of(JsonMapper.builder().build().readValue(all.toByteArray(), StatusReport.class));
        } catch (IOException | tools.jackson.core.JacksonException nobody) {
            LOG.debug("nobody answers at {}", file, nobody);
            return Optional.empty();
        }
    }
}
