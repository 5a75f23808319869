package vn.toancanh.hardship;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import vn.toancanh.app.ChildJvm;
import vn.toancanh.app.status.StatusReport;
import vn.toancanh.app.status.StatusSocket;
import vn.toancanh.simulator.CodedLoops;

/** Commands of the product as processes, with folders of their own. */
final class Commands implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(90);

    /** A command that was started. */
    record Running(Process process, Path out, Path err) {
        String said() {
            return read(err) + read(out);
        }

        String printed() {
            return read(out);
        }

        /** Everything said to the person. */
        String words() {
            return read(err).strip();
        }

        /** The last line to the person. */
        String lastWord() {
            return read(err).lines().reduce("", (before, line) -> line);
        }

        int await(Duration longest) throws InterruptedException {
            assertThat(process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS))
                    .as("ends in time; it said " + said())
                    .isTrue();
            return process.exitValue();
        }

        /** Lets go of its leash, so that it ends by itself, and waits. */
        int letGo() throws IOException, InterruptedException {
            process.getOutputStream().close();
            return await(SOON);
        }

        /** Asks it to end and waits. */
        int end() throws InterruptedException {
            process.destroy();
            return await(SOON);
        }
    }

    private final Path folder;
    private final Map<String, String> surroundings = new LinkedHashMap<>();
    private final List<Running> started = new ArrayList<>();

    /** @param folder where what commands say is kept, and all that has no place of its own */
    Commands(Path folder) {
        this.folder = folder;
        set("XDG_DATA_HOME", folder.resolve("data"));
        set("XDG_STATE_HOME", folder.resolve("state"));
        set("XDG_RUNTIME_DIR", folder.resolve("run"));
        // coded once, kept for the next run
        set("XDG_CACHE_HOME", CodedLoops.CACHE_HOME);
    }

    /** Gives commands started from now on that variable. */
    Commands set(String variable, Path value) {
        return set(variable, value.toString());
    }

    Commands set(String variable, String value) {
        surroundings.put(variable, value);
        return this;
    }

    /** Starts {@code ./wall …}. */
    Running wall(String... words) throws IOException {
        return start(ChildJvm.asThisOne().wallCommand(List.of(words)));
    }

    /** Starts any command line. */
    Running start(List<String> command) throws IOException {
        Files.createDirectories(folder);
        String name = "command-" + started.size();
        Path out = folder.resolve(name + ".out");
        Path err = folder.resolve(name + ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().putAll(surroundings);
        Running running = new Running(builder.start(), out, err);
        started.add(running);
        return running;
    }

    /** What the one running operator screen shows; empty where none answers. */
    Optional<StatusReport> report() {
        Path runtime = Path.of(surroundings.getOrDefault("XDG_RUNTIME_DIR", ""), "toan-canh");
        if (!Files.isDirectory(runtime)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(runtime)) {
            return files.filter(file -> file.toString().endsWith(".sock"))
                    .flatMap(file -> StatusSocket.read(file).stream())
                    .findFirst();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    /** What it shows; a busy one may have to be asked twice. */
    StatusReport shown() throws InterruptedException {
        long begun = System.nanoTime();
        Optional<StatusReport> report = report();
        while (report.isEmpty() && System.nanoTime() - begun < SOON.toNanos()) {
            Thread.sleep(200);
            report = report();
        }
        return report.orElseThrow();
    }

    /** How many tiles are live now. */
    long live() {
        return report().map(StatusReport::live).orElse(0L);
    }

    /** Waits until that holds, as long as the command runs. */
    void until(Running running, String what, Duration longest, Callable<Boolean> holds) throws Exception {
        long begun = System.nanoTime();
        while (true) {
            boolean alive = running.process().isAlive();
            if (holds.call()) {
                return;
            }
            assertThat(alive && System.nanoTime() - begun < longest.toNanos())
                    .as("waiting for " + what + "; it said " + running.said() + report())
                    .isTrue();
            Thread.sleep(200);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static void deleteTree(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() {
        for (Running running : started) {
            List<ProcessHandle> family = running.process().descendants().toList();
            running.process().destroyForcibly();
            family.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
