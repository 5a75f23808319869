package vn.toancanh.base;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What processes of ours that were killed could not put away. */
public final class AbandonedFiles {
    private static final Logger LOG = LoggerFactory.getLogger(AbandonedFiles.class);
    private static final int LONGEST_PID = 18;

    private AbandonedFiles() {}

    /**
     * Removes, of the files and folders that carry a process's number in their name, those whose process is gone, and those of
     * this process's own number, which somebody before it had.
     *
     * @param name matches such names; its first group is the number
     */
    public static void sweep(Path folder, Pattern name) throws IOException {
        sweep(folder, name, pid -> pid == ProcessHandle.current().pid() || !runs(pid));
    }

    /** The same, but leaves what carries this process's own number: it has several. */
    public static void sweepOthers(Path folder, Pattern name) throws IOException {
        sweep(folder, name, pid -> !runs(pid));
    }

    private static void sweep(Path folder, Pattern name, LongPredicate gone) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(folder)) {
            all = files.toList();
        }
        for (Path each : all) {
            Matcher named = name.matcher(each.getFileName().toString());
            if (named.matches()
                    && named.group(1).length() <= LONGEST_PID
                    && gone.test(Long.parseLong(named.group(1)))) {
                delete(each);
            }
        }
    }

    private static boolean runs(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Removes a file, or a folder with all that is in it; true where nothing of it is left. */
    public static boolean delete(Path left) {
        if (!Files.exists(left, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        try (Stream<Path> files = Files.walk(left)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
            return true;
        } catch (IOException | UncheckedIOException held) {
            LOG.info("{} stays for now: {}", left, held.toString());
            return false;
        }
    }
}
