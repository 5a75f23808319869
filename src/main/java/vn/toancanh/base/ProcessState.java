package vn.toancanh.base;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the system says that a process does: the third field of {@code stat} in {@code /proc/PID}, proc(5). */
public enum ProcessState {
    /** Stopped, as by SIGSTOP or Ctrl+Z, until somebody lets it go on. */
    STOPPED,
    /** Held by a debugger. */
    TRACED,
    /** Anything else; also where there is no such process, or the system does not tell. */
    OTHER;

    /** That of a process now. Quick. Any thread. */
    public static ProcessState of(long pid) {
        try {
            return ofLine(line(process(pid)));
        } catch (IOException gone) {
            return OTHER;
        }
    }

    /**
     * True where each of its threads waits for something other than a processor or a disk: it has nothing to do, or hangs. One that is kept from
     * working by others is not asleep. Takes some milliseconds. Any thread.
     */
    public static boolean sleeps(long pid) {
        try (DirectoryStream<Path> threads =
                Files.newDirectoryStream(process(pid).resolve("task"))) {
            int asleep = 0;
            for (Path thread : threads) {
                if (letter(line(thread)) != 'S') {
                    return false;
                }
                asleep++;
            }
            return asleep > 0;
        } catch (IOException gone) {
            return false;
        }
    }

    private static Path process(long pid) {
        return Path.of("/proc", Long.toString(pid));
    }

    private static String line(Path folder) throws IOException {
        return Files.readString(folder.resolve("stat"));
    }

    static ProcessState ofLine(String line) {
        return switch (letter(line)) {
            case 'T' -> STOPPED;
            case 't' -> TRACED;
            default -> OTHER;
        };
    }

    private static char letter(String line) {
        // The second field is the program's name and may hold anything, a bracket too.
        int state = line.lastIndexOf(')') + 2;
        return state < line.length() ? line.charAt(state) : ' ';
    }
}
