package vn.toancanh.app.status;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;
import vn.toancanh.app.Folders;
import vn.toancanh.base.AbandonedFiles;
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
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST_PID = 18;

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
        AbandonedFiles.sweep(folder, NAME);
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

    /** Sockets of this user's clients in that folder; some may be left of clients that are gone. */
    public static List<Path> all(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** The process whose socket that is; empty where it is gone. */
    public static Optional<ProcessHandle> owner(Path file) {
        Matcher named = NAME.matcher(file.getFileName().toString());
        return named.matches() && named.group(1).length() <= LONGEST_PID
                ? ProcessHandle.of(Long.parseLong(named.group(1))).filter(ProcessHandle::isAlive)
                : Optional.empty();
    }

    /** The report of the client behind that socket; empty where nobody answers there any more, or not within five seconds. */
    public static Optional<StatusReport> read(Path file) {
        return read(file, PATIENCE);
    }

    static Optional<StatusReport> read(Path file, Duration patience) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                Selector selector = Selector.open()) {
            channel.connect(UnixDomainSocketAddress.of(file));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            var all = new java.io.ByteArrayOutputStream();
            ByteBuffer buffer = ByteBuffer.allocate(16_384);
            for (int read = 0; read >= 0; read = channel.read(buffer.clear())) {
                all.write(buffer.array(), 0, read);
                if (read == 0 && selector.select(patience.toMillis()) == 0) {
                    LOG.info("the client at {} is silent", file);
                    return Optional.empty();
                }
                selector.selectedKeys().clear();
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
