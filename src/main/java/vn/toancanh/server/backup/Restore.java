package vn.toancanh.server.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.server.audit.Caller;
import vn.toancanh.server.audit.Outcome;
import vn.toancanh.server.audit.Trail;
import vn.toancanh.server.audit.Verdict;
import vn.toancanh.server.store.DataFolder;
import vn.toancanh.server.store.Database;
import vn.toancanh.server.store.StoreException;
import vn.toancanh.server.store.Vault;

/**
 * Brings a backup back into a folder that holds no data. The files get their names only when everything has been checked.
 * Sessions do not come back, since some of them were ended since; and the data count as others than before, so that no client
 * trusts what it has cached of later ones. Blocks.
 */
public final class Restore {
    /**
     * What was brought back.
     *
     * @param made when the backup was made
     * @param audit what the check of the audit trail has found; null where the backup is from before there was one
     */
    public record Restored(Instant made, @Nullable Verdict audit) {}

    private static final int LONGEST_IDENTITY = 64 << 10;

    private final Clock clock;

    public Restore(Clock clock) {
        this.clock = clock;
    }

    /**
     * Restores.
     *
     * @param from a file that {@link Backup} wrote
     * @param key file of the key; null where it is in the backup
     * @throws FailureException where the folder holds data, the backup is damaged or newer, or the key is missing or another's
     */
    public Restored restore(Path from, @Nullable Path key, Path folder) {
        for (String name : new String[] {Manifest.DATABASE, Manifest.KEY}) {
            if (Files.exists(folder.resolve(name))) {
                throw isThere(folder.resolve(name));
            }
        }
        try (ZipFile zip = new ZipFile(from.toFile());
                DataFolder held = DataFolder.open(folder)) {
            return restore(zip, from, key, held);
        } catch (IOException unreadable) {
            throw notABackup(from, unreadable);
        } catch (StoreException refused) {
            throw refused.asFailure();
        }
    }

    private Restored restore(ZipFile zip, Path from, @Nullable Path key, DataFolder held) throws IOException {
        Manifest manifest = Checked.manifest(zip);
        Path database = beside(held.database());
        Path ownKey = beside(held.key());
        try {
            byte[] secret = key(zip, from, key);
            write(ownKey, out -> out.write(secret));
            write(database, out -> Checked.database(zip, manifest, out));
            @Nullable Verdict audit = Checked.pagesAndAudit(database, ownKey);
            begin(database, ownKey, held.backups(), manifest);
            identity(zip, held);
            Files.move(ownKey, held.key(), StandardCopyOption.ATOMIC_MOVE);
            Files.move(database, held.database(), StandardCopyOption.ATOMIC_MOVE);
            return new Restored(manifest.made(), audit);
        } finally {
            Checked.delete(database, ownKey);
        }
    }

    /** So that desks go on knowing the server; one that is there already stays. */
    private static void identity(ZipFile zip, DataFolder held) throws IOException {
        Path folder = held.database().resolveSibling("");
        if (Manifest.IDENTITY.stream()
                .anyMatch(name -> zip.getEntry(name) == null || Files.exists(folder.resolve(name)))) {
            return;
        }
        for (String name : Manifest.IDENTITY) {
            Path file = folder.resolve(name);
            Path half = beside(file);
            try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
                byte[] text = in.readNBytes(LONGEST_IDENTITY);
                write(half, out -> out.write(text));
                Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Checked.delete(half);
            }
        }
    }

    private static byte[] key(ZipFile zip, Path from, @Nullable Path key) throws IOException {
        if (key != null) {
            return Files.readAllBytes(key);
        }
        @Nullable ZipEntry packed = zip.getEntry(Manifest.KEY);
        if (packed == null) {
            throw new FailureException(Failure.of(Failure.Kind.BAD_INPUT, from + " holds no key")
                    .withText("server.backupWithoutKey", from.toString()));
        }
        try (var in = zip.getInputStream(packed)) {
            return in.readNBytes(1024);
        }
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** Tells a disk that takes no more from an archive that gives no more. */
    private static final class Destination extends FilterOutputStream {
        private final Path file;

        Destination(Path file, OutputStream out) {
            super(out);
            this.file = file;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            try {
                out.write(bytes, offset, length);
            } catch (IOException full) {
                throw new FailureException(Failure.of(Failure.Kind.RESOURCES, "cannot write " + file, full)
                        .withText("server.dataReadOnly", file.toString()));
            }
        }
    }

    private static void write(Path file, Writing writing) throws IOException {
        Files.deleteIfExists(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            DataFolder.restrict(file, "rw-------");
            writing.to(new Destination(file, Channels.newOutputStream(channel)));
            // It gets its name when it is there, also where the power fails then.
            channel.force(true);
        }
    }

    /** Makes the data a server's own again, brought to this program's schema. */
    private void begin(Path file, Path key, Path backups, Manifest manifest) {
        Vault vault = Vault.open(key);
        String id = UUID.randomUUID().toString();
        try (Database database = Database.open(file, backups, clock)) {
            Trail trail = new Trail(vault, clock).begin(database);
            database.write(sql -> {
                sql.change("DELETE FROM session");
                sql.change("UPDATE setting SET value = ? WHERE name = 'instanceId'", id);
                sql.change("UPDATE setting SET value = ? WHERE name = 'keyMark'", vault.mark("instance " + id));
                Map<String, Object> facts = Map.of(
                        "made",
                        manifest.made().toString(),
                        "instanceBefore",
                        manifest.instanceId(),
                        "auditLast",
                        manifest.auditLast());
                trail.note(sql, Caller.program("server"), Outcome.DONE, "server.restored", "server", facts);
                return 0;
            });
        }
    }

    private static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".restoring");
    }

    private static FailureException isThere(Path file) {
        return new FailureException(Failure.of(Failure.Kind.CONFLICT, file + " is there already")
                .withText("server.isThere", file.toString()));
    }

    private static FailureException notABackup(Path file, IOException why) {
        return new FailureException(Failure.of(Failure.Kind.BAD_INPUT, file + ": " + why.getMessage(), why)
                .withText("server.notABackup", file.toString()));
    }
}
