package vn.toancanh.app.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Lane;
import vn.toancanh.base.Outcome;
import vn.toancanh.shift.ReportFiles;

/** Files that people keep of reports, written beside and moved to their place. Lane: DESK. */
final class ReportsOnDisk implements ReportFiles {
    private static final Logger LOG = LoggerFactory.getLogger(ReportsOnDisk.class);

    private final Lane desk;
    private final Lane files;

    /** @param files where the disk is waited for */
    ReportsOnDisk(Lane desk, Lane files) {
        this.desk = desk;
        this.files = files;
    }

    @Override
    public void save(Path file, String text, Consumer<Outcome<Path>> answer) {
        files.execute(() -> {
            Outcome<Path> outcome = write(file, text);
            desk.execute(() -> answer.accept(outcome));
        });
    }

    private static Outcome<Path> write(Path file, String text) {
        Path absolute = file.toAbsolutePath();
        // Of its own for each writer: two desks may save one report into a folder that they share.
        Path part = absolute.resolveSibling("." + absolute.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            writeThrough(part, text);
            Files.move(part, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return Outcome.done(absolute);
        } catch (IOException refused) {
            LOG.warn("cannot write {}", absolute, refused);
            forget(part);
            return Outcome.failed(Failure.of(Failure.Kind.RESOURCES, "write " + absolute + ": " + refused, refused)
                    .withText("shift.notSaved", absolute.toString()));
        }
    }

    /** To the disk itself, before it takes its place: whoever loses power has what was there or what is there now. */
    private static void writeThrough(Path part, String text) throws IOException {
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }

    private static void forget(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException stays) {
            LOG.debug("{} stays", part, stays);
        }
    }
}
