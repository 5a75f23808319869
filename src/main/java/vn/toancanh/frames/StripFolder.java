package vn.toancanh.frames;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;

/**
 * Makes strip files, in memory where there is such a folder. Each file gets all its bytes before it is mapped: a page of
 * shared memory that cannot be had later would be a signal, not an exception. Any thread.
 */
public final class StripFolder {
    /** Takes the room for a file; replaced in tests by one that has none. */
    @FunctionalInterface
    interface Allocator {
        void allocate(FileChannel file, long bytes) throws IOException;
    }

    private static final Pattern NAME = Pattern.compile("toan-canh-(\\d+)-(\\d+)-\\d+\\.strip");
    private static final int CHUNK = 1 << 20;

    private final List<Path> folders;
    private final Allocator allocator;
    private final AtomicLong made = new AtomicLong();

    /** @param folders tried in this order */
    public StripFolder(List<Path> folders) {
        this(folders, StripFolder::writeZeros);
    }

    StripFolder(List<Path> folders, Allocator allocator) {
        this.folders = List.copyOf(folders);
        this.allocator = allocator;
    }

    /** Shared memory, the user's run-time folder, the temporary folder, in this order, as far as they are there. */
    public static StripFolder ofMachine(Map<String, String> environment, String temporary) {
        List<Path> folders = new ArrayList<>();
        folders.add(Path.of("/dev/shm"));
        String runtime = environment.get("XDG_RUNTIME_DIR");
        if (runtime != null && !runtime.isBlank()) {
            folders.add(Path.of(runtime));
        }
        folders.add(Path.of(temporary));
        return new StripFolder(folders.stream().filter(Files::isDirectory).toList());
    }

    /**
     * A strip for pictures of at most this size.
     *
     * @throws FailureException RESOURCES where no folder has room for it
     */
    public PictureStrip create(int mostWidth, int mostHeight) {
        long bytes = StripLayout.fileBytes(mostWidth, mostHeight);
        List<String> reasons = new ArrayList<>();
        IOException last = null;
        for (Path folder : folders) {
            Path file = folder.resolve(name());
            try {
                make(file, bytes);
                return PictureStrip.lay(file, mostWidth, mostHeight);
            } catch (IOException full) {
                delete(file);
                reasons.add(folder + ": " + full.getMessage());
                last = full;
            }
        }
        String detail = "no shared memory for " + mostWidth + "x" + mostHeight + " (" + bytes + " bytes): " + reasons;
        throw new FailureException(
                last == null
                        ? Failure.of(Failure.Kind.RESOURCES, detail)
                        : Failure.of(Failure.Kind.RESOURCES, detail, last));
    }

    /** Removes what clients that are no longer there have left behind. */
    public void removeStale() {
        for (Path folder : folders) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "toan-canh-*.strip")) {
                for (Path file : files) {
                    if (stale(file)) {
                        delete(file);
                    }
                }
            } catch (IOException | RuntimeException ignored) {
                // A folder that cannot be read cannot be tidied; creating a strip in it will say so.
            }
        }
    }

    private static boolean stale(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return false;
        }
        try {
            Optional<ProcessHandle> owner = ProcessHandle.of(Long.parseLong(name.group(1)));
            return owner.isEmpty() || startOf(owner.get()) != Long.parseLong(name.group(2));
        } catch (NumberFormatException foreign) {
            return false;
        }
    }

    private String name() {
        ProcessHandle me = ProcessHandle.current();
        return "toan-canh-" + me.pid() + "-" + startOf(me) + "-" + made.incrementAndGet() + ".strip";
    }

    /** Tells a process from a later one that got its number. */
    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private void make(Path file, long bytes) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, ownerOnly())) {
            allocator.allocate(channel, bytes);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static void writeZeros(FileChannel file, long bytes) throws IOException {
        // Given back at once: a direct buffer of its own would stay until the collector comes by, which may take
        // minutes.
        try (Arena arena = Arena.ofConfined()) {
            ByteBuffer zeros = arena.allocate(Math.min(CHUNK, bytes)).asByteBuffer();
            long left = bytes;
            while (left > 0) {
                zeros.clear().limit((int) Math.min(zeros.capacity(), left));
                left -= file.write(zeros);
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            // Tidying is a courtesy; the file is tried again at the next start.
            return;
        }
    }
}
