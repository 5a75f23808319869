package vn.toancanh.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the system says that a process does: the third field of {@code /proc/PID/stat}, proc(5). */
public enum ProcessState {
    /** Stopped, as by SIGSTOP or Ctrl+Z, until somebody lets it go on. */
    STOPPED,
    /** Held by a debugger. */
    TRACED,
    /** Anything else; also where there is no such process, or the system does not tell. */
    OTHER;

    /** That of a process now. Quick. Any thread. */
    public static ProcessState of(long pid) {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            return Files.isReadable(stat) ? ofLine(Files.readString(stat)) : OTHER;
        } catch (IOException gone) {
            return OTHER;
        }
    }

    static ProcessState ofLine(String line) {
        // The second field is the program's name and may hold anything, a bracket too.
        int state = line.lastIndexOf(')') + 2;
        return switch (state < line.length() ? line.charAt(state) : ' ') {
            case 'T' -> STOPPED;
            case 't' -> TRACED;
            default -> OTHER;
        };
    }
}
