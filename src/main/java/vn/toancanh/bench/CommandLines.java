package vn.toancanh.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Command lines of processes as the system keeps them, proc(5): whole, however long. {@link ProcessHandle.Info} knows none that is longer
 * than a page, as one with our class path is. Any thread.
 */
final class CommandLines {
    private CommandLines() {}

    /** A process that this one has started itself, in whose command line that stands. */
    static Optional<ProcessHandle> childWith(String text) {
        return ProcessHandle.current()
                .children()
                .filter(child -> of(child.pid()).contains(text))
                .findFirst();
    }

    /** Words with a NUL after each; empty where there is no such process, or no more. */
    private static String of(long pid) {
        try {
            byte[] words = Files.readAllBytes(Path.of("/proc", Long.toString(pid), "cmdline"));
            return new String(words, StandardCharsets.UTF_8);
        } catch (IOException gone) {
            return "";
        }
    }
}
