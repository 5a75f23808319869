package vn.toancanh.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import vn.toancanh.base.Clock;
import vn.toancanh.base.Failure;
import vn.toancanh.base.FailureException;
import vn.toancanh.server.audit.Verdict;
import vn.toancanh.server.store.DataFolder;
import vn.toancanh.server.store.StoreException;
import vn.toancanh.server.store.StoredData;

/**
 * Writes one ZIP file with the database as it stands at one moment, a manifest and, only where asked, the key and the certificate
 * that the server made for itself, by which desks know it. The server may go on. What is written is read again and checked before it gets its name. Blocks.
 */
public final class Backup {
    /**
     * What was written.
     *
     * @param bytes length of the file
     * @param audit what the check of the copy's audit trail has found; null where the data are from before there was one
     */
    public record Written(long bytes, @Nullable Verdict audit) {}

    private final Clock clock;

    public Backup(Clock clock) {
        this.clock = clock;
    }

    /**
     * Backs the data of a folder up.
     *
     * @param to must not be there yet
     * @param withKey puts the keys into the same file, which then opens every camera password and can pose as the server
     * @throws FailureException where there are no data, something is damaged, or the file is there or cannot be written
     */
    public Written write(Path folder, Path to, boolean withKey) {
        if (Files.exists(to)) {
            throw isThere(to);
        }
        Path copy = beside(to, ".database");
        Path part = beside(to, ".part");
        try (StoredData data = StoredData.open(folder)) {
            Files.deleteIfExists(copy);
            data.copyTo(copy);
            Path key = folder.resolve(Manifest.KEY);
            @Nullable Verdict audit = Checked.pagesAndAudit(copy, key);
            write(part, manifest(copy, data, audit), copy, withKey ? secrets(folder) : List.of());
            Checked.archive(part);
            Files.move(part, to);
            return new Written(Files.size(to), audit);
        } catch (IOException refused) {
            throw notWritable(to, refused);
        } catch (StoreException refused) {
            throw refused.asFailure();
        } finally {
            Checked.delete(copy, part);
        }
    }

    private Manifest manifest(Path copy, StoredData data, @Nullable Verdict audit) throws IOException {
        try (InputStream in = Files.newInputStream(copy)) {
            return new Manifest(
                    Manifest.FORMAT,
                    clock.now().truncatedTo(ChronoUnit.MILLIS),
                    data.schema(),
                    data.instanceId(),
                    Files.size(copy),
                    HexFormat.of().formatHex(Checked.sha256(in)),
                    audit == null ? 0 : audit.last(),
                    audit == null ? "" : audit.head());
        }
    }

    private static List<Path> secrets(Path folder) {
        return Stream.concat(Stream.of(Manifest.KEY), Manifest.IDENTITY.stream())
                .map(folder::resolve)
                .filter(Files::exists)
                .toList();
    }

    private static void write(Path part, Manifest manifest, Path copy, List<Path> secrets) throws IOException {
        Files.deleteIfExists(part);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            DataFolder.restrict(part, "rw-------");
            ZipOutputStream zip = new ZipOutputStream(Channels.newOutputStream(channel));
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(manifest.bytesOfText());
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry(Manifest.DATABASE));
            Files.copy(copy, zip);
            zip.closeEntry();
            for (Path secret : secrets) {
                zip.putNextEntry(new ZipEntry(secret.getFileName().toString()));
                Files.copy(secret, zip);
                zip.closeEntry();
            }
            zip.finish();
            channel.force(true);
        }
    }

    private static Path beside(Path file, String ending) {
        Path whole = file.toAbsolutePath();
        return whole.resolveSibling(whole.getFileName() + ending);
    }

    private static FailureException isThere(Path file) {
        return new FailureException(Failure.of(Failure.Kind.CONFLICT, file + " is there already")
                .withText("server.isThere", file.toString()));
    }

    private static FailureException notWritable(Path file, IOException cause) {
        return new FailureException(Failure.of(Failure.Kind.RESOURCES, "cannot write " + file, cause)
                .withText("server.dataReadOnly", file.toString()));
    }
}
