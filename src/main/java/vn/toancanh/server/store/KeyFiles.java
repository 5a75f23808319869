package vn.toancanh.server.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;

/** Who may read a file with a key in it, where the file system knows of owners. Any thread; blocks on the disk. */
public final class KeyFiles {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.GROUP_WRITE);

    private KeyFiles() {}

    /**
     * Refuses a key of our own that anybody but its owner may read or write.
     *
     * @throws FailureException naming the file and what to do
     */
    public static void refuseReadableByOthers(Path file) {
        Set<PosixFilePermission> wrong = EnumSet.copyOf(OTHERS);
        wrong.add(PosixFilePermission.GROUP_READ);
        refuse(file, wrong);
    }

    /**
     * Refuses a key that everybody may read; those of a group may, because other programs of the machine may need the same key.
     *
     * @throws FailureException naming the file and what to do
     */
    public static void refuseReadableByAll(Path file) {
        refuse(file, OTHERS);
    }

    private static void refuse(Path file, Set<PosixFilePermission> wrong) {
        if (!POSIX || Files.notExists(file)) {
            return;
        }
        try {
            Set<PosixFilePermission> found = Files.getPosixFilePermissions(file);
            if (found.stream().anyMatch(wrong::contains)) {
                throw new FailureException(Failure.of(
                                Failure.Kind.BAD_INPUT,
                                "key " + file + " is open to others: " + PosixFilePermissions.toString(found))
                        .withText("server.keyOpen", file.toString()));
            }
        } catch (IOException unreadable) {
            throw new FailureException(Failure.of(Failure.Kind.RESOURCES, "cannot look at " + file, unreadable)
                    .withText("server.keyUnreadable", file.toString()));
        }
    }

    /**
     * Writes a file that its owner alone may read, whole or not at all, and onto the disk before it counts.
     *
     * @throws IOException where it cannot be written; nothing is left then
     */
    public static void write(Path file, byte[] bytes) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            DataFolder.restrict(fresh, "rw-------");
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        } catch (IOException full) {
            Files.deleteIfExists(fresh);
            throw full;
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
