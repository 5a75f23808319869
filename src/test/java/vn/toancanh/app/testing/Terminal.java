package vn.toancanh.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import vn.toancanh.app.ChildJvm;
import vn.toancanh.app.status.StatusReport;
import vn.toancanh.app.status.StatusSocket;
import vn.toancanh.simulator.CodedLoops;

/** A person's terminal: starts commands of the product as processes, with folders apart from everybody else's. */
public final class Terminal implements AutoCloseable {
    private final Path folder;
    private final Map<String, String> surroundings = new LinkedHashMap<>();
    private final List<Command> started = new ArrayList<>();
    private Optional<StatusReport> last = Optional.empty();

    public Terminal(Path folder) {
        this.folder = folder;
        set("XDG_DATA_HOME", folder.resolve("data").toString());
        set("XDG_STATE_HOME", folder.resolve("state").toString());
        set("XDG_RUNTIME_DIR", folder.resolve("run").toString());
        // coded once, kept for the next run
        set("XDG_CACHE_HOME", CodedLoops.CACHE_HOME.toString());
    }

    /** Gives commands started from now on that variable. */
    public void set(String variable, String value) {
        surroundings.put(variable, value);
    }

    /** The words of {@code ./wall …} as the launcher hands them to Java. */
    public static List<String> wall(String... words) {
        return ChildJvm.asThisOne().wallCommand(List.of(words));
    }

    /** Starts {@code ./wall …}. */
    public Command start(String... words) throws IOException {
        return run(wall(words));
    }

    /** Starts any command line. */
    public Command run(List<String> line) throws IOException {
        String name = "command-" + started.size();
        Command command = new Command(folder.resolve(name + ".out"), folder.resolve(name + ".err"));
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectOutput(command.out.toFile()).redirectError(command.err.toFile());
        builder.environment().putAll(surroundings);
        command.process = builder.start();
        started.add(command);
        return command;
    }

    /** What the one running operator screen shows; empty where none answers. */
    public Optional<StatusReport> report() {
        return runtime(".sock").stream()
                .flatMap(socket -> StatusSocket.read(socket).stream())
                .findFirst();
    }

    /** What it shows; a busy one may have to be asked twice. */
    public StatusReport shown() throws Exception {
        waitFor("its report", Duration.ofMinutes(1), () -> {
            last = report();
            return last.isPresent();
        });
        return last.orElseThrow();
    }

    /** How many tiles are live now. */
    public long live() {
        return report().map(StatusReport::live).orElse(0L);
    }

    /** Files of running processes with that ending. */
    public List<Path> runtime(String ending) {
        Path runtime = folder.resolve("run/toan-canh");
        if (!Files.isDirectory(runtime)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(runtime)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    /** Waits until that holds. */
    public void waitFor(String what, Duration longest, Callable<Boolean> holds) throws Exception {
        long begun = System.nanoTime();
        while (!holds.call()) {
            assertThat(System.nanoTime() - begun)
                    .as(() -> "waiting for " + what + "; commands said " + said())
                    .isLessThan(longest.toNanos());
            Thread.sleep(200);
        }
    }

    private List<String> said() {
        return started.stream()
                .map(command -> command.out() + command.err())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** Ends whatever still runs. */
    @Override
    public void close() {
        for (Command command : started) {
            List<ProcessHandle> family = command.process.descendants().toList();
            command.process.destroyForcibly();
            family.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
