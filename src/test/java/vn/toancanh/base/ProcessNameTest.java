package vn.toancanh.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ProcessNameTest {
    @Test
    @EnabledOnOs(OS.LINUX)
    void theProcessIsCalledByIt() throws Exception {
        Path comm = Path.of("/proc/self/comm");
        String before = Files.readString(comm).strip();
        try {
            ProcessName.take("toancanh-trial");
            assertThat(Files.readString(comm)).isEqualTo("toancanh-trial\n");
        } finally {
            ProcessName.take(before);
        }
    }

    @Test
    void aNameThatWouldBeCutIsRefused() {
        assertThatThrownBy(() -> ProcessName.take("toancanh-decoder")).isInstanceOf(IllegalArgumentException.class);
    }
}
