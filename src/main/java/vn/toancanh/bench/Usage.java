package vn.toancanh.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What processes have used, as Linux counts it.
 *
 * @param cpuSeconds user and system time of all of them, resolution 10 ms each
 * @param pssMb proportional set size, so that memory shared between them counts once
 */
public record Usage(double cpuSeconds, double pssMb) {
    private static final Usage NOTHING = new Usage(0, 0);
    private static final double TICKS_PER_SECOND = 100;

    /** A process and all below it. */
    public static List<ProcessHandle> tree(ProcessHandle top) {
        return Stream.concat(Stream.of(top), top.descendants()).toList();
    }

    public static Usage of(List<ProcessHandle> processes) throws IOException {
        Usage all = NOTHING;
        for (ProcessHandle process : processes) {
            Usage one = of(process.pid());
            all = new Usage(all.cpuSeconds + one.cpuSeconds, all.pssMb + one.pssMb);
        }
        return all;
    }

    /** A process may end between being listed and being read: it then counts no more. */
    private static Usage of(long pid) throws IOException {
        try {
            return new Usage(cpuSeconds(pid), pssKb(pid) / 1024.0);
        } catch (NoSuchFileException ended) {
            return NOTHING;
        }
    }

    public static double cpuSeconds(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        // The second field is the command in brackets and may hold anything, so count from its end.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }

    static long pssKb(long pid) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            if (line.startsWith("Pss:")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return 0;
    }
}
