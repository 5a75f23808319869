package vn.toancanh.app.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;

/** Signals as this process hears them, and with it those that it begins. */
public final class Signals {
    private static final Map<String, Long> BITS = Map.of("HUP", 1L, "INT", 1L << 1, "TERM", 1L << 14);
    private static final Path STATUS = Path.of("/proc/self/status");

    private Signals() {}

    /** Skips a test where whoever began it has a signal ignored, as {@code nohup} and a shell's {@code &} do; proc(5), SigIgn. */
    public static void needed(String signal) throws IOException {
        long bit = Objects.requireNonNull(BITS.get(signal), signal);
        boolean ignored = Files.isReadable(STATUS)
                && Files.readAllLines(STATUS).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .map(line -> line.substring(line.indexOf(':') + 1).trim())
                        .anyMatch(mask -> (Long.parseUnsignedLong(mask, 16) & bit) != 0);
        Assumptions.assumeFalse(ignored, signal + " is ignored by whoever began these tests");
    }
}
