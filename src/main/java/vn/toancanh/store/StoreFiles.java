package vn.toancanh.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Failure.Kind;
import vn.toancanh.base.FailureException;
import vn.toancanh.base.Handle;

/** The folder of the database: for this user alone, and for one client at a time. */
final class StoreFiles implements Handle {
    private static final String DATABASE = "client.db";
    private static final List<String> COMPANIONS = List.of("", "-wal", "-shm");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final FileChannel lockFile;

    private StoreFiles(Path folder, FileChannel lockFile) {
        this.folder = folder;
        this.lockFile = lockFile;
    }

    /**
     * Makes the folder where it is missing and takes it.
     *
     * @throws FailureException {@code CONFLICT} where another client has it, {@code RESOURCES} where it cannot be written
     */
    static StoreFiles take(Path folder) {
        try {
            Files.createDirectories(folder);
            restrict(folder, "rwx------");
            FileChannel channel = FileChannel.open(
                    folder.resolve("client.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                throw new FailureException(
                        Failure.of(Kind.CONFLICT, "locked: " + folder).withText("store.inUse"));
            }
            restrict(folder.resolve("client.lock"), "rw-------");
            StoreFiles files = new StoreFiles(folder, channel);
            files.prepareDatabase();
            return files;
        } catch (IOException fault) {
            throw new FailureException(
                    Failure.of(Kind.RESOURCES, "cannot write " + folder, fault).withText("store.cannotWrite", folder));
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException mine) {
            return false;
        }
    }

    private void prepareDatabase() throws IOException {
        Path file = database();
        if (!Files.exists(file)) {
            Files.createFile(file);
        }
        // The companions SQLite makes take over the database's own permissions.
        restrict(file, "rw-------");
    }

    Path database() {
        return folder.resolve(DATABASE);
    }

    /** The key of what is sealed in the database: beside it, so that a copy of the database tells nothing. */
    Path key() {
        return folder.resolve("client.key");
    }

    Path backup(int version) {
        return folder.resolve(DATABASE + ".v" + version + ".backup");
    }

    /** Moves a damaged database away, so that a fresh one can be made; answers where it went. */
    Path setAside(Instant when) {
        try {
            String stamp = ".damaged-" + STAMP.format(when);
            for (String companion : COMPANIONS) {
                Path file = folder.resolve(DATABASE + companion);
                if (Files.exists(file)) {
                    Files.move(file, folder.resolve(DATABASE + stamp + companion), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            prepareDatabase();
            return folder.resolve(DATABASE + stamp);
        } catch (IOException fault) {
            throw new FailureException(Failure.of(Kind.RESOURCES, "cannot set a damaged database aside", fault)
                    .withText("store.cannotWrite", folder));
        }
    }

    static void restrict(Path path, String permissions) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException gone) {
            // The lock ends with the process at the latest.
        }
    }
}
