package vn.toancanh.app.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.app.Folders;
import vn.toancanh.base.AbandonedFiles;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Threads;

/**
 * A socket of one process, {@code <kind>-<pid>.sock}, that only processes of its user reach. Its folder and its file belong to the user
 * alone. Who calls is served on a thread of its own, one after the other.
 */
public final class PrivateSocket implements Handle {
    private static final Logger LOG = LoggerFactory.getLogger(PrivateSocket.class);
    private static final int LONGEST_PID = 18;
    private static final int CHUNK = 16_384;

    /** What is done for one who calls; the connection ends with it. */
    public interface Service {
        void serve(SocketChannel caller) throws IOException;
    }

    private final ServerSocketChannel door;
    private final Path file;
    private final Service service;

    private PrivateSocket(ServerSocketChannel door, Path file, Service service) {
        this.door = door;
        this.file = file;
        this.service = service;
    }

    /**
     * Opens it and serves it; sockets of that kind whose processes are gone are removed.
     *
     * @throws IOException where there is no such socket on this system or the folder cannot be written
     */
    public static PrivateSocket open(Path folder, String kind, long pid, Service service) throws IOException {
        Folders.madePrivate(folder);
        Path file = folder.resolve(kind + "-" + pid + ".sock");
        Files.deleteIfExists(file);
        AbandonedFiles.sweep(folder, named(kind));
        ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        door.bind(UnixDomainSocketAddress.of(file));
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        PrivateSocket socket = new PrivateSocket(door, file, service);
        Threads.daemon(kind, socket::serve).start();
        return socket;
    }

    private static Pattern named(String kind) {
        return Pattern.compile(kind + "-(\\d+)\\.sock");
    }

    private void serve() {
        while (door.isOpen()) {
            try (SocketChannel caller = door.accept()) {
                service.serve(caller);
            } catch (IOException gone) {
                LOG.debug("who called {} went away", file, gone);
            }
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            LOG.debug("{} not removed", file, stays);
        }
    }

    /** Sockets of that kind in that folder; some may be left of processes that are gone. */
    public static List<Path> all(Path folder, String kind) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Pattern name = named(kind);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> name.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** The process whose socket of that kind this is; empty where it is gone. */
    public static Optional<ProcessHandle> owner(Path file, String kind) {
        Matcher name = named(kind).matcher(file.getFileName().toString());
        return name.matches() && name.group(1).length() <= LONGEST_PID
                ? ProcessHandle.of(Long.parseLong(name.group(1))).filter(ProcessHandle::isAlive)
                : Optional.empty();
    }

    /**
     * Says something to the process behind a socket, if there is anything to say, and takes all it answers.
     *
     * @param patience for each part of the answer
     * @throws IOException where nobody answers there any more, not in time, or more than {@code most} bytes
     */
    public static byte[] call(Path file, byte[] words, Duration patience, int most) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(file));
            if (words.length > 0) {
                write(channel, words);
                channel.shutdownOutput();
            }
            return readAll(channel, patience, most);
        }
    }

    /** Writes all of it. */
    public static void write(SocketChannel channel, byte[] words) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(words);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Reads until the other end has said all; the channel blocks again afterwards. Throws as {@link #call} does. */
    public static byte[] readAll(SocketChannel channel, Duration patience, int most) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        channel.configureBlocking(false);
        try (Selector selector = Selector.open()) {
            channel.register(selector, SelectionKey.OP_READ);
            ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
            for (int read = 0; read >= 0; read = channel.read(buffer.clear())) {
                all.write(buffer.array(), 0, read);
                if (all.size() > most) {
                    throw new IOException("more than " + most + " bytes");
                }
                if (read == 0 && selector.select(patience.toMillis()) == 0) {
                    throw new IOException("silent");
                }
                selector.selectedKeys().clear();
            }
        }
        channel.configureBlocking(true);
        return all.toByteArray();
    }
}
