package vn.toancanh.pool;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.ProcessState;
import vn.toancanh.base.Threads;
import vn.toancanh.control.Lines;
import vn.toancanh.control.Order;
import vn.toancanh.control.Word;

/**
 * Makes workers as processes that connect to a Unix domain socket in a folder of the user's own: no port, no token, and
 * nothing of a stream in the process list. What a worker prints goes to a log file, see {@link WorkerOutput}.
 */
public final class ProcessLauncher implements WorkerLauncher {
    /**
     * How to begin a worker's JVM.
     *
     * @param java the java program
     * @param flags of a worker's JVM, by its number
     * @param classPath with which {@code vn.toancanh.decoder.DecoderMain} is found
     * @param sockets parent folder for sockets; a private folder is made in it, its path must be short (about 80 bytes)
     * @param logs folder for {@code worker-N.log}
     * @param farewell how long a worker may take to end that is asked to
     */
    public record Setup(
            Path java, IntFunction<List<String>> flags, String classPath, Path sockets, Path logs, Duration farewell) {
        /** The usual farewell: a worker ends its sessions, for which a second is allowed. */
        public static final Duration USUAL_FAREWELL = Duration.ofSeconds(3);
    }

    private static final Logger LOG = LoggerFactory.getLogger(ProcessLauncher.class);
    private static final String MAIN = "vn.toancanh.decoder.DecoderMain";
    private static final long LONGEST_LOG = 1 << 20;

    /** A process that falls has closed its socket a moment before it has a status. */
    private static final long LAST_MOMENTS_MILLIS = 200;

    private final Setup setup;

    public ProcessLauncher(Setup setup) {
        this.setup = setup;
    }

    @Override
    public Link launch(int number, Ears ears) throws IOException {
        Path folder = Files.createTempDirectory(setup.sockets(), "tc", ownerOnly());
        Path socket = folder.resolve("w");
        ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            door.bind(UnixDomainSocketAddress.of(socket));
            Process process = start(number, socket);
            ProcessLink link = new ProcessLink(process, setup.farewell());
            // One that falls before it connects is not waited for.
            var _ = process.onExit().thenRun(() -> close(door));
            Threads.daemon("worker-" + number, () -> listen(door, socket, link, ears))
                    .start();
            return link;
        } catch (IOException | RuntimeException bad) {
            close(door);
            forget(socket);
            throw bad;
        }
    }

    private Process start(int number, Path socket) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(setup.java().toString());
        command.addAll(setup.flags().apply(number));
        command.add("-XX:ErrorFile=" + setup.logs().resolve("worker-" + number + "-crash.log"));
        command.addAll(List.of("-cp", setup.classPath(), MAIN, socket.toString()));
        command.add(Long.toString(ProcessHandle.current().pid()));
        Files.createDirectories(setup.logs());
        WorkerOutput output = new WorkerOutput(setup.logs().resolve("worker-" + number + ".log"), LONGEST_LOG);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .redirectErrorStream(true);
        // A worker has a hundred native threads; glibc would give each a heap of its own.
        builder.environment().putIfAbsent("MALLOC_ARENA_MAX", "2");
        // Once a large picture was freed, glibc would keep all that are as large or smaller in its heap, where holes
        // stay:
        // after some changes of the layout half of a worker's memory were holes. Fixed bounds have it give pictures
        // back.
        builder.environment().putIfAbsent("MALLOC_MMAP_THRESHOLD_", "262144");
        builder.environment().putIfAbsent("MALLOC_TRIM_THRESHOLD_", "524288");
        Process process = builder.start();
        Threads.daemon("worker-" + number + "-output", () -> output.drain(process.getInputStream()))
                .start();
        return process;
    }

    private static void listen(ServerSocketChannel door, Path socket, ProcessLink link, Ears ears) {
        String why = "closed its socket";
        try (SocketChannel channel = door.accept();
                Lines lines = new Lines(channel)) {
            close(door);
            forget(socket);
            link.connected(lines);
            Word word = lines.readWord();
            while (word != null) {
                ears.heard(word);
                word = lines.readWord();
            }
        } catch (IOException | RuntimeException broken) {
            why = broken.toString();
            LOG.debug("worker {} is no longer heard", link.pid(), broken);
        } finally {
            link.disconnected();
            close(door);
            forget(socket);
        }
        int exit = link.exit();
        ears.gone(exit, why + ", exit status " + exit);
    }

    private static void close(ServerSocketChannel door) {
        try {
            door.close();
        } catch (IOException closing) {
            LOG.debug("control door: {}", closing.toString());
        }
    }

    private static void forget(Path socket) {
        try {
            Files.deleteIfExists(socket);
            Files.deleteIfExists(socket.getParent());
        } catch (IOException stays) {
            LOG.debug("control socket stays: {}", stays.toString());
        }
    }

    private static java.nio.file.attribute.FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new java.nio.file.attribute.FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new java.nio.file.attribute.FileAttribute<?>[0];
    }

    private static final class ProcessLink implements Link {
        private final Process process;
        private final Duration farewell;
        private final AtomicReference<@Nullable Outbox> outbox = new AtomicReference<>();

        ProcessLink(Process process, Duration farewell) {
            this.process = process;
            this.farewell = farewell;
        }

        void connected(Lines lines) {
            outbox.set(new Outbox("worker-orders-" + pid(), lines::write, this::kill));
        }

        void disconnected() {
            Outbox open = outbox.get();
            if (open != null) {
                open.close();
            }
        }

        @Override
        public long pid() {
            return process.pid();
        }

        @Override
        public void send(Order order) throws IOException {
            Outbox open = outbox.get();
            if (open == null) {
                throw new IOException("the worker has not connected");
            }
            open.put(order);
        }

        @Override
        public Doing doing() {
            if (ProcessState.of(pid()) != ProcessState.OTHER) {
                return Doing.STOPPED;
            }
            return ProcessState.sleeps(pid()) ? Doing.SLEEPS : Doing.WORKS;
        }

        @Override
        public void end() {
            Threads.daemon("worker-end", () -> {
                        try {
                            send(new Order.End());
                            process.waitFor(farewell.toMillis(), TimeUnit.MILLISECONDS);
                        } catch (IOException gone) {
                            LOG.debug("worker {} cannot be asked to end: {}", pid(), gone.toString());
                        } catch (InterruptedException stopped) {
                            Thread.currentThread().interrupt();
                        }
                        kill();
                    })
                    .start();
        }

        @Override
        public void kill() {
            process.destroyForcibly();
        }

        /** Its status; one that has closed its socket and not ended by itself soon is ended. */
        int exit() {
            try {
                if (!process.waitFor(LAST_MOMENTS_MILLIS, TimeUnit.MILLISECONDS)) {
                    kill();
                }
                return process.waitFor();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                kill();
                return UNKNOWN_EXIT;
            }
        }
    }
}
