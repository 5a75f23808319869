package vn.toancanh.hardship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.toancanh.base.Clock;
import vn.toancanh.base.FailureException;
import vn.toancanh.server.ServerFixture;
import vn.toancanh.server.audit.StoredAudit;
import vn.toancanh.server.backup.Backup;
import vn.toancanh.server.backup.Restore;

/** Backups to, and checks on, disks that are full or cannot be written. */
@Tag("slow")
@ExtendWith(Apart.class)
class BackupDisksTest {
    private final Backup backup = new Backup(Clock.SYSTEM);

    private static Path data(Path disk) throws IOException {
        Path data = disk.resolve("data");
        try (ServerFixture fixture = ServerFixture.start(data)) {
            fixture.server
                    .inventory()
                    .merge(List.of(ServerFixture.CITY, ServerFixture.WARD), ServerFixture.cameras(1, 500));
        }
        return data;
    }

    private static void notWritable(ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        FailureException.class,
                        failure -> assertThat(failure.failure().textKey()).isEqualTo("server.dataReadOnly"));
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aDiskThatFillsUpGetsNoHalfBackupAndNoHalfData() throws Exception {
        Path data = data(Apart.folder());
        Path file = Apart.folder().resolve("tot.zip");
        backup.write(data, file, true);
        Path disk = Apart.disk("disk", "4m");
        int refused = 0;
        for (int left : List.of(0, 8_192, 65_536, 200_000, 400_000)) {
            Apart.fill(disk, left);
            notWritable(() -> backup.write(data, disk.resolve("b.zip"), true));
            assertThat(names(disk)).containsExactly("filler");
            notWritable(() -> new Restore(Clock.SYSTEM).restore(file, null, disk.resolve("moi")));
            assertThat(disk.resolve("moi").resolve("central.db")).doesNotExist();
            Apart.makeRoom(disk);
            Commands.deleteTree(disk.resolve("moi"));
            refused++;
        }
        assertThat(refused).isEqualTo(5);
        backup.write(data, disk.resolve("b.zip"), true);
        assertThat(names(disk)).containsExactly("b.zip");
    }

    @Test
    void dataOnADiskThatCannotBeWrittenAreCheckedAndBackedUp() throws Exception {
        Path disk = Apart.disk("disk", "4m");
        Path data = data(disk);
        Apart.mount(disk, "-o", "remount,ro");
        try (StoredAudit audit = StoredAudit.open(data)) {
            assertThat(audit.check(null).holds()).isTrue();
        }
        Path file = Apart.folder().resolve("b.zip");
        backup.write(data, file, true);
        assertThat(file).exists();
        notWritable(() -> backup.write(data, disk.resolve("b.zip"), true));
        notWritable(() -> StoredAudit.purge(data, 30, Clock.SYSTEM));
    }
}
