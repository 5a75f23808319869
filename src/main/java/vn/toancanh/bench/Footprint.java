package vn.toancanh.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * What processes take of a machine at one moment, as Linux counts it.
 *
 * @param memoryMb proportional set size
 * @param handles open files, sockets and whatever else has a descriptor
 */
record Footprint(double memoryMb, int threads, int handles) {
    static final Footprint NOTHING = new Footprint(0, 0, 0);

    static Footprint of(List<ProcessHandle> processes) throws IOException {
        Footprint all = NOTHING;
        for (ProcessHandle each : processes) {
            all = all.and(of(each.pid()));
        }
        return all;
    }

    private Footprint and(Footprint other) {
        return new Footprint(memoryMb + other.memoryMb, threads + other.threads, handles + other.handles);
    }

    /** A process may end between being listed and being read: it then counts no more. */
    private static Footprint of(long pid) throws IOException {
        try {
            String status = Files.readString(Path.of("/proc/" + pid + "/status"));
            return new Footprint(Usage.pssKb(pid) / 1024.0, threads(status), handles(pid));
        } catch (NoSuchFileException ended) {
            return NOTHING;
        }
    }

    static int threads(String status) {
        return status.lines()
                .filter(line -> line.startsWith("Threads:"))
                .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", "")))
                .sum();
    }

    private static int handles(long pid) throws IOException {
        int count = 0;
        try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
            for (Path each : open) {
                count += each.getNameCount() > 0 ? 1 : 0;
            }
        }
        return count;
    }
}
