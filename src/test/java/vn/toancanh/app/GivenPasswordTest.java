package vn.toancanh.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.FailureException;

class GivenPasswordTest {
    @TempDir
    Path folder;

    private String read(byte[] bytes) throws IOException {
        return GivenPassword.read(Files.write(folder.resolve("mat-khau"), bytes))
                .reveal();
    }

    @Test
    void itIsTheFirstLineWithoutWhatEditorsAdd() throws IOException {
        assertThat(read("mật khẩu \nghi chú\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("mật khẩu ");
        assertThat(read("\uFEFFmật khẩu\r\n".getBytes(StandardCharsets.UTF_8))).isEqualTo("mật khẩu");
    }

    @Test
    void aFileWithoutAPasswordIsNamed() {
        for (String nothing : new String[] {"", "\uFEFF", "\nsecond line"}) {
            FailureException refused =
                    catchThrowableOfType(FailureException.class, () -> read(nothing.getBytes(StandardCharsets.UTF_8)));
            assertThat(refused.failure().textKey()).isEqualTo("app.emptyPassword");
        }
    }

    @Test
    void aFileThatIsNoTextOrNotThereIsNamed() {
        for (Path file : new Path[] {folder.resolve("not-there"), folder}) {
            FailureException refused = catchThrowableOfType(FailureException.class, () -> GivenPassword.read(file));
            assertThat(refused.failure().textKey()).isEqualTo("app.unreadable");
        }
        FailureException refused =
                catchThrowableOfType(FailureException.class, () -> read(new byte[] {(byte) 0xC3, '\n'}));
        assertThat(refused.failure().textKey()).isEqualTo("app.unreadable");
    }
}
