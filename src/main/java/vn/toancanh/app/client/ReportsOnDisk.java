package vn.toancanh.app.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
        Path part = absolute.resolveSibling("." + absolute.getFileName() + ".part");
        try {
            Files.writeString(part, text);
            Files.move(part, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return Outcome.done(absolute);
        } catch (IOException refused) {
            LOG.warn("cannot write {}", absolute, refused);
            forget(part);
            return Outcome.failed(Failure.of(Failure.Kind.RESOURCES, "write " + absolute + ": " + refused, refused)
                    .withText("shift.notSaved", absolute.toString()));
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
