package vn.toancanh.app.support;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.toancanh.base.Handle;
import vn.toancanh.base.Redacted;

/**
 * A ZIP file that is there whole or not at all: written beside its place for its owner alone, brought to the disk, and then
 * moved. Whatever goes in goes through {@link Redacted}, names as well.
 */
final class Bundle implements Handle {
    private final Path target;
    private final Path part;
    private final FileChannel file;
    private final ZipOutputStream zip;

    private Bundle(Path target, Path part, FileChannel file) {
        this.target = target;
        this.part = part;
        this.file = file;
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file));
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** @throws IOException where nothing can be made in the target's folder */
    static Bundle begin(Path target) throws IOException {
        Path part = Files.createTempFile(target.toAbsolutePath().getParent(), "." + target.getFileName(), ".part");
        return new Bundle(target, part, FileChannel.open(part, StandardOpenOption.WRITE));
    }

    void add(String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(Redacted.of(name)));
        zip.write(Redacted.of(text).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** Puts it in its place, over what is there; gives its size, bytes. */
    long finish() throws IOException {
        zip.finish();
        zip.flush();
        file.force(true);
        long size = file.size();
        zip.close();
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException otherwise) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return size;
    }

    /** Lets go; nothing is left of one that is not finished. */
    @Override
    public void close() {
        try {
            file.close();
            Files.deleteIfExists(part);
        } catch (IOException stays) {
            // The person has been told of the disk already; the name says what it is.
            part.toFile().deleteOnExit();
        }
    }
}
