package vn.toancanh.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What processes of ours that were killed could not put away. */
public final class Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);
    private static final int LONGEST_PID = 18;

    private Leftovers() {}

    /**
     * Removes, of the files and folders that carry a process's number in their name, those whose process is gone, and those of
     * this process's own number, which somebody before it had.
     *
     * @param name matches such names; its first group is the number
     */
    public static void sweep(Path folder, Pattern name) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(folder)) {
            all = files.toList();
        }
        for (Path each : all) {
            Matcher named = name.matcher(each.getFileName().toString());
            if (named.matches() && named.group(1).length() <= LONGEST_PID && !runs(Long.parseLong(named.group(1)))) {
                delete(each);
            }
        }
    }

    private static boolean runs(long pid) {
        return pid != ProcessHandle.current().pid()
                && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static void delete(Path left) {
        try (Stream<Path> files = Files.walk(left)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException held) {
            LOG.info("{} stays for now: {}", left, held.toString());
        }
    }
}
