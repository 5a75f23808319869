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

/**
 * Where libraries unpack what they need while this process runs: a folder of its own, which is gone at its end. What a
 * killed process left is removed by the next one.
 */
public final class Scratch {
    private static final Logger LOG = LoggerFactory.getLogger(Scratch.class);
    private static final Pattern NAME = Pattern.compile("unpacked-(\\d{1,18})");

    private Scratch() {}

    /** Makes the folder and has SQLite's library unpacked there; where it cannot be made, that goes where it always went. */
    public static void prepare(Path cache) {
        try {
            Files.createDirectories(cache);
            sweep(cache);
            Path own = Folders.madePrivate(
                    cache.resolve("unpacked-" + ProcessHandle.current().pid()));
            // Files are deleted in the reverse order of being named, so the library's go first.
            own.toFile().deleteOnExit();
            System.setProperty("org.sqlite.tmpdir", own.toString());
        } catch (IOException full) {
            LOG.warn("no folder to unpack to in {}", cache, full);
        }
    }

    /** Removes the folders of processes that are gone. */
    static void sweep(Path cache) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(cache)) {
            all = files.toList();
        }
        for (Path each : all) {
            Matcher name = NAME.matcher(each.getFileName().toString());
            if (name.matches() && !runs(Long.parseLong(name.group(1)))) {
                delete(each);
            }
        }
    }

    private static boolean runs(long pid) {
        return pid != ProcessHandle.current().pid()
                && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException held) {
            LOG.info("{} stays for now: {}", folder, held.toString());
        }
    }
}
