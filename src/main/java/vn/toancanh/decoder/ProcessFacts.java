package vn.toancanh.decoder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What the system says of this process. */
final class ProcessFacts {
    private static final Path MEMORY = Path.of("/proc/self/smaps_rollup");

    private ProcessFacts() {}

    /** Processor time of all threads so far. */
    static long cpuMillis() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toMillis)
                .orElse(0L);
    }

    /** Proportional share of memory, KiB; 0 where the system does not tell. */
    static long memoryKb() {
        if (!Files.isReadable(MEMORY)) {
            return 0;
        }
        try (var lines = Files.lines(MEMORY)) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException unreadable) {
            return 0;
        }
    }
}
