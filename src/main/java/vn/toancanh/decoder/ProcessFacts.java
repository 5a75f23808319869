package vn.toancanh.decoder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What the system says of this process. */
final class ProcessFacts {
    private static final Path SHARE = Path.of("/proc/self/smaps_rollup");
    private static final Path RESIDENT = Path.of("/proc/self/status");

    private ProcessFacts() {}

    /** Processor time of all threads so far. */
    static long cpuMillis() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .orElse(0L);
    }

    /** Proportional share of memory, KiB; 0 where the system does not tell. Walks all pages. */
    static long memoryKb() {
        return figure(SHARE, "Pss:");
    }

    /** Memory that this process alone has in use, not shared with a file, KiB; 0 where the system does not tell. Cheap. */
    static long ownKb() {
        return figure(RESIDENT, "RssAnon:");
    }

    private static long figure(Path file, String name) {
        if (!Files.isReadable(file)) {
            return 0;
        }
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException unreadable) {
            return 0;
        }
    }
}
