package vn.toancanh.app.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs a small program and reads what it says; what might crash a process is tried in one of its own. */
final class Probe {
    private static final long PATIENCE_SECONDS = 30;

    /** What a program said, both streams together. */
    record Said(int status, String text) {}

    /** Runs it; empty where it is not there or does not end in half a minute. */
    Optional<Said> run(List<String> command) {
        Path file = null;
        try {
            file = Files.createTempFile("toan-canh-probe", ".txt");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(file.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(emptyInput()))
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            byte[] said = Files.readAllBytes(file);
            return Optional.of(new Said(process.exitValue(), new String(said, StandardCharsets.UTF_8)));
        } catch (IOException absent) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            deleteQuietly(file);
        }
    }

    private static java.io.File emptyInput() {
        return new java.io.File(System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
    }

    private static void deleteQuietly(@org.jspecify.annotations.Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException stays) {
            file.toFile().deleteOnExit();
        }
    }
}
