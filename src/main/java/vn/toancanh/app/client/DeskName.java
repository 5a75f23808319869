package vn.toancanh.app.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What this desk is called where others read who did something: the machine's own name. */
final class DeskName {
    private static final Logger LOG = LoggerFactory.getLogger(DeskName.class);
    private static final Path LINUX = Path.of("/proc/sys/kernel/hostname");
    private static final int LONGEST = 64;

    private DeskName() {}

    /**
     * The name; empty where the system tells none.
     *
     * @param environment of this process
     */
    static String of(Map<String, String> environment, Path file) {
        String told = environment.getOrDefault("COMPUTERNAME", "");
        if (told.isBlank()) {
            try {
                told = Files.readString(file);
            } catch (IOException none) {
                LOG.info("this machine tells no name: {}", none.getClass().getSimpleName());
            }
        }
        String line = told.strip().lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }

    static String here() {
        return of(System.getenv(), LINUX);
    }
}
