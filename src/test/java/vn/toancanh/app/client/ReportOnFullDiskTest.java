package vn.toancanh.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.toancanh.base.Failure;
import vn.toancanh.base.Outcome;
import vn.toancanh.base.ThreadLane;
import vn.toancanh.hardship.Apart;

/** A report that is saved on a disk that is really full: it is said, what was there stays, nothing half is left. */
@Tag("slow")
@ExtendWith(Apart.class)
class ReportOnFullDiskTest {
    @Test
    void aFullDiskIsSaidAndKeepsWhatWasThere() throws Exception {
        Path disk = Apart.disk("disk", "2m");
        Path file = Files.writeString(disk.resolve("a.html"), "before");
        Apart.fill(disk, 0);
        try (ThreadLane desk = new ThreadLane("DESK");
                ThreadLane files = new ThreadLane("files")) {
            ReportsOnDisk reports = new ReportsOnDisk(desk, files);
            Outcome<Path> refused = save(reports, file);
            if (!(refused instanceof Outcome.Failed<Path>(Failure why))) {
                throw new AssertionError("written on a full disk: " + refused);
            }
            assertThat(why.textKey()).isEqualTo("shift.notSaved");
            assertThat(Files.readString(file)).isEqualTo("before");
            assertThat(disk.toFile().list()).containsExactlyInAnyOrder("filler", "a.html");
            Apart.makeRoom(disk);
            assertThat(save(reports, file)).isEqualTo(Outcome.done(file));
            assertThat(Files.size(file)).isEqualTo(200_000);
        }
    }

    private static Outcome<Path> save(ReportsOnDisk reports, Path file) {
        CompletableFuture<Outcome<Path>> answer = new CompletableFuture<>();
        reports.save(file, "x".repeat(200_000), answer::complete);
        return answer.orTimeout(60, TimeUnit.SECONDS).join();
    }
}
