package vn.toancanh.app.client;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.administration.ExportFile;
import vn.toancanh.app.Folders;

/** Written beside its place, readable by its owner only, and moved there once it is whole and on the disk. One thread; blocks. */
final class WholeFile implements ExportFile {
    private static final Logger LOG = LoggerFactory.getLogger(WholeFile.class);

    private final Path file;
    private final Path part;
    private final Consumer<String> kept;

    /** @param kept hears what it is called once it is in its place */
    WholeFile(Path file, Consumer<String> kept) {
        this.kept = kept;
        this.file = file.toAbsolutePath();
        this.part = this.file.resolveSibling("." + this.file.getFileName() + "." + UUID.randomUUID() + ".part");
    }

    @Override
    public OutputStream open() throws IOException {
        OutputStream out = Channels.newOutputStream(
                FileChannel.open(part, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW));
        Folders.ownerOnly(part);
        return out;
    }

    @Override
    public void keep() throws IOException {
        try (FileChannel written = FileChannel.open(part, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        kept.accept(String.valueOf(file.getFileName()));
    }

    @Override
    public void drop() {
        try {
            Files.deleteIfExists(part);
        } catch (IOException stays) {
            LOG.debug("{} stays", part, stays);
        }
    }
}
