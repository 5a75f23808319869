package vn.toancanh.server.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Handle;

/** The folder of one server's data, readable by its user only and held by one server at a time. */
public final class DataFolder implements Handle {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Makes the folder where it is missing and takes its lock.
     *
     * @throws FailureException where another server holds it, or it cannot be written
     */
    public static DataFolder open(Path path) {
        FileChannel channel = null;
        try {
            Files.createDirectories(path);
            restrict(path, "rwx------");
            Path file = path.resolve("server.lock");
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new FailureException(Failure.of(Failure.Kind.CONFLICT, "another server holds " + path)
                        .withText("server.dataInUse", path.toString()));
            }
            return new DataFolder(path, channel, lock);
        } catch (IOException refused) {
            closeQuietly(channel, refused);
            throw new FailureException(Failure.of(Failure.Kind.RESOURCES, "cannot write to " + path, refused)
                    .withText("server.dataReadOnly", path.toString()));
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static void closeQuietly(@Nullable FileChannel channel, IOException first) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException second) {
                first.addSuppressed(second);
            }
        }
    }

    /** Lets the owner alone at a file or folder, where the file system knows of owners. */
    public static void restrict(Path file, String permissions) throws IOException {
        if (POSIX) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }

    public Path path() {
        return path;
    }

    public Path database() {
        return path.resolve("central.db");
    }

    public Path key() {
        return path.resolve("secrets.key");
    }

    public Path backups() {
        return path.resolve("backups");
    }

    @Override
    public void close() {
        try {
            if (lock.isValid()) {
                lock.release();
            }
            channel.close();
        } catch (IOException ignored) {
            // The process's end gives the lock back anyway.
        }
    }
}
