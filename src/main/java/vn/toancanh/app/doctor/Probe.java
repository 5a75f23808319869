package vn.toancanh.app.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.toancanh.base.Threads;

/** Runs a small program and reads what it says; what might crash a process is tried in one of its own. */
public final class Probe {
    private static final long PATIENCE_SECONDS = 30;

    /** What a program said, both streams together. */
    public record Said(int status, String text) {}

    /** Runs it; empty where it is not there or does not end in half a minute. */
    Optional<Said> run(List<String> command) {
        return run(command, PATIENCE_SECONDS);
    }

    /** Runs it; empty where it is not there or does not end within so many seconds. */
    public Optional<Said> run(List<String> command, long seconds) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(ProcessBuilder.Redirect.from(emptyInput()))
                    .start();
            // through a pipe, not a file: whether files can be written is one of the questions
            CompletableFuture<String> text = new CompletableFuture<>();
            Threads.daemon("probe", () -> text.complete(read(process.getInputStream())))
                    .start();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                return Optional.empty();
            }
            return Optional.of(new Said(process.exitValue(), text.get(seconds, TimeUnit.SECONDS)));
        } catch (IOException | ExecutionException | TimeoutException absent) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String read(InputStream in) {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException closed) {
            return "";
        }
    }

    private static java.io.File emptyInput() {
        return new java.io.File(System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
    }
}
