package vn.toancanh.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
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
import org.junit.jupiter.params.provider.ValueSource;
import vn.toancanh.app.ChildJvm;
import vn.toancanh.app.testing.Command;
import vn.toancanh.app.testing.Signals;
import vn.toancanh.app.testing.Terminal;

/** Runs that end by themselves, by a signal, and by force, as processes. */
@DisabledOnOs(OS.WINDOWS)
class RunFolderTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path said;

    @TempDir
    Path parent;

    private Terminal terminal = new Terminal(Path.of("."));

    @AfterEach
    void endWhateverIsLeft() {
        terminal.close();
    }

    private Command start(String... more) throws Exception {
        terminal = new Terminal(said);
        ChildJvm jvm = ChildJvm.asThisOne();
        List<String> line = new ArrayList<>(
                List.of(jvm.java().toString(), "-cp", jvm.classes(), RunToBeEnded.class.getName(), parent.toString()));
        line.addAll(List.of(more));
        return terminal.run(line);
    }

    private static ProcessHandle child(Command run) throws Exception {
        long pid = Long.parseLong(run.awaitOut("ready (\\d+) in \\S+\\n", Duration.ofMinutes(1)));
        return ProcessHandle.of(pid).orElseThrow();
    }

    private void awaitGone(ProcessHandle process) throws Exception {
        terminal.waitFor("the process it started is gone", SOON, () -> !process.isAlive());
    }

    @Test
    void nothingIsLeftAtAnOrdinaryEnd() throws Exception {
        Command run = start("at once");
        assertThat(run.await(SOON)).isZero();
        assertThat(run.out()).contains(parent.toString());
        assertThat(parent).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT", "HUP"})
    void nothingIsLeftAfterASignalNeitherFileNorProcess(String signal) throws Exception {
        Signals.needed(signal);
        Command run = start();
        ProcessHandle child = child(run);
        assertThat(parent).isNotEmptyDirectory();
        new ProcessBuilder("kill", "-" + signal, Long.toString(run.process().pid()))
                .start()
                .waitFor();
        assertThat(run.await(SOON)).isNotZero();
        awaitGone(child);
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void whatIsStartedWhileASignalEndsTheRunEndsToo() throws Exception {
        Path pid = said.resolve("pid");
        Command run = start("again", pid.toString());
        child(run);
        run.process().destroy();
        assertThat(run.await(SOON)).isNotZero();
        assertThat(pid).exists();
        assertThat(ProcessHandle.of(Long.parseLong(Files.readString(pid))).filter(ProcessHandle::isAlive))
                .isEmpty();
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void whatAKilledRunLeftIsRemovedByTheNextAndNothingElse() throws Exception {
        Command run = start();
        ProcessHandle child = child(run);
        run.process().destroyForcibly();
        run.await(SOON);
        child.destroyForcibly();
        awaitGone(child);
        assertThat(parent).isNotEmptyDirectory();
        Path foreign = Files.createDirectories(parent.resolve("toancanh-notes"));
        try (RunFolder first = RunFolder.make(parent, "bench");
                RunFolder second = RunFolder.make(parent, "bench")) {
            assertThat(parent.toFile().listFiles())
                    .extracting(java.io.File::toPath)
                    .containsExactlyInAnyOrder(foreign, first.path(), second.path());
        }
        assertThat(parent.toFile().list()).containsExactly("toancanh-notes");
    }
}
