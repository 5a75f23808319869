package vn.toancanh.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.app.ChildJvm;
import vn.toancanh.app.Exit;
import vn.toancanh.app.testing.Command;
import vn.toancanh.app.testing.Terminal;
import vn.toancanh.ui.testing.Fx;

/** A real window whose thread hangs, stalls, or is stopped with its whole process. */
@EnabledOnOs(OS.LINUX)
class HungDeskTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private Terminal terminal = new Terminal(Path.of("."));
    private Command client;

    @BeforeEach
    void open() throws Exception {
        Fx.needed();
        terminal = new Terminal(folder);
        ChildJvm jvm = ChildJvm.asThisOne();
        List<String> line = new ArrayList<>(List.of(jvm.java().toString()));
        if (!jvm.modules().isEmpty()) {
            line.addAll(List.of("--module-path", jvm.modules(), "--add-modules", "javafx.controls"));
        }
        line.addAll(List.of("-Dprism.order=sw", "-Dtoancanh.log.folder=" + folder, "-Dtoancanh.log.name=hung"));
        line.addAll(List.of("-cp", jvm.classes(), DeskToHang.class.getName()));
        client = terminal.run(line);
        client.awaitOut("shown", SOON);
    }

    @AfterEach
    void endWhateverIsLeft() {
        terminal.close();
    }

    private void tell(String line) throws IOException {
        client.process().getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        client.process().getOutputStream().flush();
    }

    private void send(String signal) throws Exception {
        Command kill = terminal.run(
                List.of("kill", "-" + signal, Long.toString(client.process().pid())));
        assertThat(kill.await(SOON)).isZero();
    }

    /** Whatever it wrote down, wherever the log goes. */
    private String written() throws IOException {
        StringBuilder all = new StringBuilder(client.out()).append(client.err());
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    @Test
    void aThreadThatHangsTakesItsWindowsAlongAndLeavesWhatItDid() throws Exception {
        tell("hang");
        assertThat(client.await(Duration.ofSeconds(15))).isEqualTo(Exit.HUNG);
        assertThat(client.out()).contains("last words").doesNotContain("painted");
        assertThat(written())
                .as("what DESK waited for, and who had it")
                .contains("JavaFX Application Thread BLOCKED for java.lang.Object")
                .contains("DeskToHang.paint")
                .contains("holder TIMED_WAITING")
                .contains("DeskToHang.holdForEver");
    }

    @Test
    void oneThatWasHeldUpOrStoppedGoesOn() throws Exception {
        tell("stall 1200");
        client.awaitOut("stalled for 1200", SOON);
        send("STOP");
        Thread.sleep(4000);
        send("CONT");
        tell("stall 10");
        client.awaitOut("stalled for 10\n", SOON);
        Thread.sleep(3000);
        assertThat(client.process().isAlive()).isTrue();
        client.process().getOutputStream().close();
    }
}
