package vn.toancanh.app.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.toancanh.base.RedactedLines;

/** Logs of all our processes: the end of each, redacted once more, and of a crash report what tells no memory. */
final class LogFiles {
    /** Read of one file, from its end, bytes. */
    static final long MOST_OF_ONE = 2L << 20;

    /** The newest. */
    private static final int MOST_FILES = 60;

    private static final Pattern NAME = Pattern.compile("[\\w-]+(\\.\\d)?\\.log(\\.old)?");
    private static final Pattern CRASH = Pattern.compile(".*-crash\\.log|hs_err_pid\\d+\\.log");

    /** A section's first line in a report of the JVM. */
    private static final Pattern SECTION = Pattern.compile("-{10,}.*|[A-Z][A-Za-z ]{3,60}(\\([^)]*\\))?:.*");

    /** Sections that show what was in the process: its memory, by address or as text, and its variables. */
    private static final Pattern MEMORY = Pattern.compile(
            "(Registers|Register to memory|Top of Stack|Instructions|Stack slot|Environment Variables).*");

    private LogFiles() {}

    /** Logs in that folder, the newest first. */
    static List<Path> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.comparingLong(LogFiles::changed).reversed())
                    .limit(MOST_FILES)
                    .toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private static long changed(Path file) {
        return file.toFile().lastModified();
    }

    /** What may be shown of one. */
    static String read(Path log) throws IOException {
        boolean crash = CRASH.matcher(log.getFileName().toString()).matches();
        StringBuilder text = new StringBuilder();
        try (SeekableByteChannel file = Files.newByteChannel(log)) {
            // a crash is told at the beginning, what led to a fault at the end
            long skipped = crash ? 0 : Math.max(0, file.size() - MOST_OF_ONE);
            InputStream in = Channels.newInputStream(file.position(skipped));
            RedactedLines lines = new RedactedLines(in);
            String line = lines.next();
            if (skipped > 0) {
                text.append("…\n");
                line = lines.next();
            }
            boolean shown = true;
            while (line != null && text.length() < MOST_OF_ONE) {
                if (crash && SECTION.matcher(line).matches()) {
                    shown = !MEMORY.matcher(line).matches();
                }
                if (shown) {
                    text.append(line).append('\n');
                }
                line = lines.next();
            }
        }
        return text.toString();
    }
}
