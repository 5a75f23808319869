package vn.toancanh.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.toancanh.app.testing.Command;
import vn.toancanh.app.testing.Signals;
import vn.toancanh.app.testing.Terminal;

/** Signals end a process in order. */
@DisabledOnOs(OS.WINDOWS)
class LifetimeTest {
    private static final Duration SOON = Duration.ofSeconds(9);

    @TempDir
    Path folder;

    private Terminal terminal = new Terminal(Path.of("."));

    @AfterEach
    void endWhateverIsLeft() {
        terminal.close();
    }

    private Command start(String... words) throws Exception {
        terminal = new Terminal(folder);
        ChildJvm jvm = ChildJvm.asThisOne();
        List<String> line = new ArrayList<>(
                List.of(jvm.java().toString(), "-cp", jvm.classes(), LifetimeToBeEnded.class.getName()));
        line.addAll(List.of(words));
        Command command = terminal.run(line);
        command.awaitOut("ready", Duration.ofSeconds(30));
        return command;
    }

    private void send(String signal, Command to) throws Exception {
        Command kill = terminal.run(
                List.of("kill", "-" + signal, Long.toString(to.process().pid())));
        assertThat(kill.await(SOON)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130", "HUP, 129"})
    void everythingIsPutAwayBeforeTheEnd(String signal, int status) throws Exception {
        Signals.needed(signal);
        Command command = start();
        send(signal, command);
        assertThat(command.await(SOON)).isEqualTo(status);
        assertThat(command.out()).endsWith("putting away\nput away\n");
    }

    @Test
    void whoeverIsHurriedSignalsTwice() throws Exception {
        Command command = start("slow");
        send("TERM", command);
        command.awaitOut("putting away", SOON);
        send("TERM", command);
        assertThat(command.await(SOON)).isEqualTo(143);
        assertThat(command.out()).doesNotContain("put away");
    }
}
