package vn.toancanh.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.server.audit.StoredAudit;
import vn.toancanh.server.audit.Verdict;
import vn.toancanh.server.store.StoredData;

/** Looks whether copies are what they should be. */
final class Checked {
    private static final Logger LOG = LoggerFactory.getLogger(Checked.class);
    private static final int LARGEST_MANIFEST = 64 << 10;

    private Checked() {}

    /**
     * Reads every page of a copy and checks its key and its audit trail.
     *
     * @return null where the data are from before there was a trail
     */
    static @Nullable Verdict pagesAndAudit(Path database, Path key) {
        try (StoredData copy = StoredData.open(database, key)) {
            copy.checkPages();
            return StoredAudit.kept(copy) ? StoredAudit.of(copy, database).check(null) : null;
        }
    }

    /** Reads a whole archive again and holds the database in it against the manifest. */
    static Manifest archive(Path archive) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile());
                OutputStream nowhere = OutputStream.nullOutputStream()) {
            Manifest manifest = manifest(zip);
            database(zip, manifest, nowhere);
            return manifest;
        }
    }

    static Manifest manifest(ZipFile zip) throws IOException {
        try (InputStream in = zip.getInputStream(entry(zip, Manifest.NAME))) {
            return Manifest.of(in.readNBytes(LARGEST_MANIFEST));
        }
    }

    /** Unpacks the database, never more than the manifest says. */
    static void database(ZipFile zip, Manifest manifest, OutputStream to) throws IOException {
        try (InputStream in = zip.getInputStream(entry(zip, Manifest.DATABASE));
                DigestInputStream counted = new DigestInputStream(in, digest())) {
            long copied = copy(counted, to, manifest.bytes() + 1);
            String found = HexFormat.of().formatHex(counted.getMessageDigest().digest());
            if (copied != manifest.bytes() || !found.equals(manifest.sha256())) {
                throw new IOException("the database is not the one that the manifest tells of");
            }
        }
    }

    private static long copy(InputStream in, OutputStream to, long most) throws IOException {
        byte[] block = new byte[1 << 16];
        long copied = 0;
        while (copied < most) {
            int read = in.read(block, 0, (int) Math.min(block.length, most - copied));
            if (read < 0) {
                break;
            }
            to.write(block, 0, read);
            copied += read;
        }
        return copied;
    }

    static ZipEntry entry(ZipFile zip, String name) throws IOException {
        @Nullable ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("no " + name);
        }
        return entry;
    }

    static byte[] sha256(InputStream in) throws IOException {
        MessageDigest digest = digest();
        byte[] block = new byte[1 << 16];
        int read;
        while ((read = in.read(block)) >= 0) {
            digest.update(block, 0, read);
        }
        return digest.digest();
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("SHA-256 is part of every JDK", impossible);
        }
    }

    /** Takes away what was in the making, and what SQLite left beside it. */
    static void delete(Path... files) {
        for (Path file : files) {
            for (String ending : new String[] {"", "-wal", "-shm", "-journal"}) {
                try {
                    Files.deleteIfExists(file.resolveSibling(file.getFileName() + ending));
                } catch (IOException stays) {
                    LOG.warn("{}{} was not taken away", file, ending, stays);
                }
            }
        }
    }
}
