package vn.toancanh.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How old this process is. What Java tells of its start counts, on Linux, from the whole second in which the machine was started
 * ({@code btime} in {@code /proc/stat}): up to a second too early, and by as much at each start until the machine is started again.
 */
public final class ProcessAge {
    /** Field 22, {@code starttime}, proc(5): ticks since the machine was started. The name, field 2, may hold anything but ends with the last bracket. */
    private static final Pattern STARTED = Pattern.compile("^.*\\) \\S(?: -?\\d+){18} (\\d+)(?: .*)?$", Pattern.DOTALL);

    private static final Pattern UP = Pattern.compile("^(\\d{1,12})\\.(\\d{2})\\b.*$", Pattern.DOTALL);

    /** What Linux tells programs, whatever its own clock does: a hundred ticks a second. */
    private static final long TICK_MILLIS = 10;

    private ProcessAge() {}

    /** To a tick of 10 ms on Linux, else to whatever the system tells. Any thread; reads two small files of the system. */
    public static Optional<Duration> now(Clock clock) {
        try {
            Path proc = Path.of("/proc");
            Optional<Duration> exact = between(
                    Files.readString(proc.resolve("self").resolve("stat")), Files.readString(proc.resolve("uptime")));
            if (exact.isPresent()) {
                return exact;
            }
        } catch (IOException elsewhere) {
            // another system, or one that hides this; then what Java tells
        }
        return ProcessHandle.current().info().startInstant().map(start -> Duration.between(start, clock.now()));
    }

    /**
     * From a line of {@code /proc/PID/stat} and one of {@code /proc/uptime}.
     *
     * @return empty where they read otherwise, or count from different moments: in a container whose {@code uptime} is its own the process would
     *     have begun before it
     */
    static Optional<Duration> between(String stat, String uptime) {
        Matcher started = STARTED.matcher(stat.strip());
        Matcher up = UP.matcher(uptime.strip());
        if (!started.matches() || started.group(1).length() > 15 || !up.matches()) {
            return Optional.empty();
        }
        long upMillis = Long.parseLong(up.group(1)) * 1000 + Long.parseLong(up.group(2)) * 10;
        long age = upMillis - Long.parseLong(started.group(1)) * TICK_MILLIS;
        return age < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(age));
    }
}
