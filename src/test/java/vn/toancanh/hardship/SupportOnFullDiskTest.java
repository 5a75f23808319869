package vn.toancanh.hardship;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.toancanh.app.Exit;
import vn.toancanh.base.Language;
import vn.toancanh.base.Texts;

/** The support bundle on a disk that is really full: one line says so, what was there stays, nothing half is left. */
@Tag("slow")
@ExtendWith(Apart.class)
class SupportOnFullDiskTest {
    private static final Texts VI = new Texts(Language.VI);

    @Test
    void saysThatTheDiskIsFullAndLeavesWhatWasThere() throws Exception {
        Path disk = Apart.disk("disk", "2m");
        Path zip = Files.writeString(disk.resolve("x.zip"), "before");
        Apart.fill(disk, 0);
        try (Commands commands = new Commands(Apart.folder())) {
            Commands.Running support = commands.wall("support", "--lang", "vi", "--out", zip.toString());
            assertThat(support.await(Commands.SOON)).isEqualTo(Exit.FAILED);
            assertThat(support.lastWord()).isEqualTo(VI.get("support.full", zip));
            assertThat(Files.readString(zip)).isEqualTo("before");
            assertThat(disk.toFile().list()).containsExactlyInAnyOrder("filler", "x.zip");

            Apart.makeRoom(disk);
            Commands.Running again = commands.wall("support", "--lang", "vi", "--out", zip.toString());
            assertThat(again.await(Commands.SOON)).isEqualTo(Exit.DONE);
            assertThat(Files.size(zip)).isGreaterThan(1000);
        }
    }
}
