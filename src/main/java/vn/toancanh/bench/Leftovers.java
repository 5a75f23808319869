package vn.toancanh.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import vn.toancanh.base.Clock;

/** What a client that has ended left on the machine: decoder workers, shared memory, sockets, other short-lived files. */
final class Leftovers {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration STEP = Duration.ofMillis(200);
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");
    private static final String WORKER = "vn.toancanh.decoder.DecoderMain";

    private final long client;
    private final Set<Long> workers;
    private final Path folder;

    /**
     * @param client pid of the client
     * @param workers pids of all workers it ever had
     * @param folder the run's own, in which the client has its run-time and temporary folders
     */
    Leftovers(long client, Set<Long> workers, Path folder) {
        this.client = client;
        this.workers = Set.copyOf(workers);
        this.folder = folder;
    }

    /** What is there still after five seconds; the first moment at which nothing is ends the waiting. */
    List<String> await(Clock clock) throws IOException, InterruptedException {
        long until = clock.nanos() + PATIENCE.toNanos();
        List<String> left = now();
        while (!left.isEmpty() && clock.nanos() < until) {
            TimeUnit.NANOSECONDS.sleep(STEP.toNanos());
            left = now();
        }
        return left;
    }

    private List<String> now() throws IOException {
        List<String> left = new ArrayList<>();
        for (long pid : workers) {
            if (ProcessHandle.of(pid).filter(Leftovers::isWorker).isPresent()) {
                left.add("process " + pid);
            }
        }
        if (Files.isDirectory(SHARED_MEMORY)) {
            files(SHARED_MEMORY, 1).stream()
                    .filter(file -> file.getFileName().toString().startsWith("toan-canh-" + client + "-"))
                    .forEach(file -> left.add(file.toString()));
        }
        for (String own : List.of(MeasuredClient.RUNTIME, MeasuredClient.TEMPORARY)) {
            files(folder.resolve(own), 5).stream()
                    // The desktop's own settings service writes there for every program with a window.
                    .filter(file -> !file.startsWith(folder.resolve(own).resolve("dconf")))
                    .forEach(file -> left.add(folder.relativize(file).toString()));
        }
        for (Path file : files(Path.of("").toAbsolutePath(), 1)) {
            if (workers.stream().anyMatch(pid -> isDump(file, pid))) {
                left.add(file.getFileName().toString());
            }
        }
        return left;
    }

    private static boolean isWorker(ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .commandLine()
                        .map(line -> line.contains(WORKER))
                        .orElse(false);
    }

    /** What a Java process, or the kernel, writes where a process falls. */
    private static boolean isDump(Path file, long pid) {
        String name = file.getFileName().toString();
        return name.equals("hs_err_pid" + pid + ".log") || name.equals("core." + pid);
    }

    /** Removes what fallen workers wrote where this process stands. */
    void removeDumps() throws IOException {
        for (Path file : files(Path.of("").toAbsolutePath(), 1)) {
            if (workers.stream().anyMatch(pid -> isDump(file, pid))) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static List<Path> files(Path folder, int depth) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder, depth)) {
            return all.filter(file -> !Files.isDirectory(file)).toList();
        } catch (java.io.UncheckedIOException moving) {
            return List.of(folder + " cannot be read: " + moving.getMessage()).stream()
                    .map(Path::of)
                    .toList();
        }
    }
}
