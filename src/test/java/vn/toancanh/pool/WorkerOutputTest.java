package vn.toancanh.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vn.toancanh.base.RedactedLines;
import vn.toancanh.control.Word;

class WorkerOutputTest {
    @TempDir
    Path folder;

    private static InputStream said(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path log() {
        return folder.resolve("worker-1.log");
    }

    private void drain(String text, long longest) throws IOException {
        new WorkerOutput(log(), longest).drain(said(text));
    }

    @Test
    void everyLineIsRedactedAndTheRestStays() throws IOException {
        drain("[00007f] imem error: rtsp://viewer:hunter2@10.0.0.7/a?sig=hunter2\nkhung hỏng 3", 1 << 20);
        drain("again\n", 1 << 20);
        assertThat(Files.readString(log()))
                .isEqualTo("[00007f] imem error: rtsp://***@10.0.0.7/a?sig=***\nkhung hỏng 3\nagain\n");
    }

    @Test
    void aLineWithoutEndIsCutAndNotSplit() throws IOException {
        drain("x".repeat(RedactedLines.LONGEST - 12) + " password=hunter2hunter2\nnext\n", 1 << 20);
        assertThat(Files.readString(log())).doesNotContain("hunter2").endsWith(" …\nnext\n");
        assertThat(Files.size(log())).isLessThan(RedactedLines.LONGEST + 100);
    }

    @Test
    void aStormFillsTwoFilesAtMost() throws IOException {
        drain("a storm of one line, again and again\n".repeat(10_000), 20_000);
        assertThat(Files.size(log())).isLessThanOrEqualTo(20_000);
        assertThat(Files.size(folder.resolve("worker-1.log.old"))).isLessThanOrEqualTo(20_000);
        assertThat(folder.toFile().list()).hasSize(2);
    }

    @Test
    void itIsReadToItsEndThoughNothingCanBeWritten() throws IOException {
        WorkerOutput output = new WorkerOutput(log(), 100);
        Files.createDirectories(folder.resolve("worker-1.log.old/full"));
        InputStream in = said("a storm of one line, again and again\n".repeat(1000));
        output.drain(in);
        assertThat(in.read()).isEqualTo(-1);
    }

    /** Begun as workers are, with a program in Java's place that prints as a codec does. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void whatAWorkerPrintsPassesTheNet() throws Exception {
        Path printing = Files.writeString(
                folder.resolve("p"), "#!/bin/sh\necho password=hunter2\necho rtsp://u:hunter2@h >&2\n");
        Files.setPosixFilePermissions(printing, PosixFilePermissions.fromString("rwx------"));
        CountDownLatch gone = new CountDownLatch(1);
        Path sockets = Files.createTempDirectory("tc");
        new ProcessLauncher(new ProcessLauncher.Setup(
                        printing, number -> List.of(), "", sockets, folder, ProcessLauncher.Setup.USUAL_FAREWELL))
                .launch(1, new WorkerLauncher.Ears() {
                    @Override
                    public void heard(Word word) {}

                    @Override
                    public void gone(int exit, String why) {
                        gone.countDown();
                    }
                });
        assertThat(gone.await(60, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < 100 && Files.readAllLines(log()).size() < 2; i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        Files.delete(sockets);
        assertThat(Files.readAllLines(log())).containsExactlyInAnyOrder("password=***", "rtsp://***@h");
    }
}
